#include "deskfixture.h"

#include <QQuickStyle>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

const QString clashes =
    u"At 09:30 on Tuesday Azerbaijani forces shelled the town of Jermuk, Armenia's defence ministry said.\n\n"
    "“Drones struck a hospital in Vardenis on Monday evening,” the health minister said.\n\n"
    "At least 12 soldiers were killed near Goris on Tuesday, the ministry reported.\n"_s;

QStringList titlesOf(Session &session)
{
    QStringList titles;
    for (const ReviewModel::Row &row : session.review()->rows())
        titles.append(row.proposal.incident.title);
    return titles;
}

bool finds(Session &session, Found found)
{
    for (int row = 0; row < session.reader()->rowCount(); ++row) {
        if (std::ranges::contains(session.found()->partsIn(row), found, &FoundLayers::Part::found))
            return true;
    }
    return false;
}

Proposal proposalOf(const QString &key, const QString &text, const QString &words)
{
    Proposal proposal;
    proposal.key = key;
    proposal.incident.title = u"Proposal "_s + key;
    const qsizetype begin = text.indexOf(words);
    proposal.claims = {{quoteFrom({}, text, {begin, begin + words.size()}).value(), Stance::Reports}};
    return proposal;
}

} // namespace

/// Reads, reviews and selects in the real window, by pointer and keys.
class TestDesk : public QObject
{
    Q_OBJECT

    Session &session() { return m_desk->session(); }
    DocumentId report() { return DocumentId{session().sources()->index(0).data(SourceListModel::IdRole).toLongLong()}; }
    std::size_t evidenceOf(qint64 incident)
    {
        return session().store()->current()->evidence(IncidentId{incident}).value().size();
    }

    void correctPlace(const QString &name)
    {
        m_desk->item(u"reviewList"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_P);
        QTRY_VERIFY(m_desk->item(u"placeLine"_s)->hasActiveFocus());
        m_desk->type(name);
        m_desk->key(Qt::Key_Return);
    }

    /// Three proposals of the case's report under review, with the report open beside them.
    void reviewThree()
    {
        const QString text = reportText();
        session().review()->setRows({{report(), proposalOf(u"a"_s, text, u"Fighting"_s)},
                                     {report(), proposalOf(u"b"_s, text, u"shells fell"_s)},
                                     {report(), proposalOf(u"c"_s, text, u"drones were used"_s)}});
        session().selection()->openDocument(numberOf(report()));
        QMetaObject::invokeMethod(&session(), &Session::documentAdded);
        QTRY_VERIFY(m_desk->item(u"reviewList"_s));
        QTRY_VERIFY(m_desk->item(u"readerText"_s));
        session().review()->setCurrent(0);
    }

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(u"Basic"_s); }

    void init()
    {
        m_desk = std::make_unique<DeskFixture>();
        // What one test switches off stays off for a person, not for the next test.
        for (int row = 0; row < session().found()->rowCount(); ++row) {
            if (!session().found()->index(row).data(FoundLayers::ShownRole).toBool())
                session().found()->toggle(row);
        }
    }

    void cleanup()
    {
        const qsizetype warnings = m_desk->warnings();
        m_desk.reset();
        QCOMPARE(warnings, 0);
    }

    void aSourceOpensBesideItsProposalsWithWhatWasFoundInIt()
    {
        m_desk->readIn(u"Clashes"_s, clashes);
        QTRY_VERIFY(m_desk->item(u"readerText"_s));
        QVERIFY(m_desk->item(u"reviewList"_s) && m_desk->item(u"reviewCard"_s));
        QTRY_VERIFY(session().found()->isRead());
        for (const Found found : {Found::Place, Found::Time, Found::Quote, Found::Speaker, Found::Loss, Found::Event})
            QVERIFY2(finds(session(), found), qPrintable(foundName(found)));
        QCOMPARE(session().review()->currentRow()->document, session().reader()->document().id);
        QVERIFY(session().reader()->markedWords().size() > 0);
    }

    void aSourceWithoutMarkedWordsOpensAtItsStart()
    {
        session().selection()->openDocument(numberOf(report()));
        QTRY_VERIFY(m_desk->item(u"readerText"_s));
        QTRY_VERIFY(m_desk->item(u"readerText"_s)->property("atYBeginning").toBool());
        QTest::qWait(300); // What is known of it only later makes its head higher.
        QVERIFY(m_desk->item(u"readerText"_s)->property("atYBeginning").toBool());
    }

    void theLegendSwitchesAKindOff()
    {
        m_desk->readIn(u"Clashes"_s, clashes);
        QTRY_VERIFY(finds(session(), Found::Place));
        m_desk->click(u"layer0"_s);
        QVERIFY(!finds(session(), Found::Place));
        QVERIFY(finds(session(), Found::Time));
        m_desk->item(u"readerText"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_1);
        QTRY_VERIFY(finds(session(), Found::Place));
    }

    void keysStepThroughWhatWasFoundAndTellWhy()
    {
        m_desk->readIn(u"Clashes"_s, clashes);
        QTRY_VERIFY(session().found()->isRead());
        m_desk->item(u"readerText"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_Tab);
        // What the ministry said first, then what is in it.
        QTRY_VERIFY(session().found()->focusedWords().startsWith(u"At 09:30 on Tuesday"_s));
        m_desk->key(Qt::Key_Tab);
        QTRY_COMPARE(session().found()->focusedWords(), u"09:30 on Tuesday"_s);
        QTRY_VERIFY(m_desk->item(u"reasonTip"_s));
        QVERIFY(m_desk->item(u"reasonTip"_s)->property("text").toString().contains(u"13 Sep"));
        m_desk->key(Qt::Key_Tab);
        QVERIFY(session().found()->focusedWords() != u"09:30 on Tuesday");
        m_desk->key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(session().found()->focusedWords(), u"09:30 on Tuesday"_s);
        m_desk->key(Qt::Key_Escape);
        QTRY_VERIFY(!m_desk->item(u"reasonTip"_s));
        QVERIFY(session().selection()->isReading());
    }

    void theOpenSourceFollowsTheReview()
    {
        m_desk->readIn(u"Clashes"_s, clashes);
        QTRY_VERIFY(session().review()->count() > 0);
        const DocumentId second = session().reader()->document().id;
        session().review()->setRows({{report(), proposalOf(u"a"_s, reportText(), u"Fighting"_s)},
                                     {second, proposalOf(u"b"_s, clashes, u"Drones struck"_s)}});
        session().review()->setCurrent(0);
        QTRY_COMPARE(session().reader()->document().id, report());
        QCOMPARE(session().reader()->markedWords(), u"Fighting");
        m_desk->item(u"readerText"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_J);
        QTRY_COMPARE(session().reader()->markedWords(), u"Drones struck");
        m_desk->key(Qt::Key_K);
        QTRY_COMPARE(session().reader()->markedWords(), u"Fighting");
    }

    void twoProposalsBecomeOneIncidentAndAnUndoBringsThemBack()
    {
        reviewThree();
        m_desk->item(u"reviewList"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_N);
        QTRY_COMPARE(titlesOf(session()), (QStringList{u"Proposal a"_s, u"Proposal c"_s}));
        QCOMPARE(session().review()->otherWords(), QStringList{u"“shells fell”"_s});
        m_desk->key(Qt::Key_A);
        QTRY_COMPARE(session().incidents()->total(), 3);
        QCOMPARE(titlesOf(session()), QStringList{u"Proposal c"_s});
        const Result<std::vector<Incident>> made = session().store()->current()->incidentsNamed(u"Proposal a"_s, 2);
        QCOMPARE(made->size(), 1U);
        QCOMPARE(evidenceOf(numberOf(made->front().id)), 2U);
        m_desk->key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(titlesOf(session()), (QStringList{u"Proposal a"_s, u"Proposal c"_s}));
        QCOMPARE(session().review()->current(), 0);
        m_desk->item(u"reviewList"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_R);
        QTRY_COMPARE(titlesOf(session()), (QStringList{u"Proposal a"_s, u"Proposal b"_s, u"Proposal c"_s}));
    }

    void aProposalIsJoinedWithAnyOther()
    {
        reviewThree();
        session().arrangement()->joinWith(1);
        QCOMPARE(titlesOf(session()), (QStringList{u"Proposal a"_s, u"Proposal b"_s}));
        QCOMPARE(session().review()->otherWords(), QStringList{u"“drones were used”"_s});
    }

    void aLongTextOffersTheNeighboursToJoin()
    {
        std::vector<ReviewModel::Row> rows;
        for (int i = 0; i < 200; ++i)
            rows.push_back({report(), proposalOf(u"%1"_s.arg(i, 3, 10, QChar(u'0')), reportText(), u"Fighting"_s)});
        session().review()->setRows(rows);
        QCOMPARE(session().arrangement()->others().size(), 40);
        session().review()->setCurrent(100);
        QCOMPARE(session().arrangement()->others().size(), 80);
        QCOMPARE(session().arrangement()->others().front(), u"Proposal 060");
        QCOMPARE(session().arrangement()->others().back(), u"Proposal 140");
        session().arrangement()->joinWith(40);
        QCOMPARE(session().review()->count(), 199);
        QVERIFY(!titlesOf(session()).contains(u"Proposal 101"_s));
    }

    void aProposalWithTwoQuotesIsSplit()
    {
        reviewThree();
        session().arrangement()->joinNext();
        QCOMPARE(session().arrangement()->claimCount(), 2);
        m_desk->item(u"reviewList"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_S);
        m_desk->key(Qt::Key_Down);
        m_desk->key(Qt::Key_Return);
        QTRY_COMPARE(session().review()->count(), 3);
        QCOMPARE(session().review()->words(), u"Fighting");
        m_desk->item(u"reviewList"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_A);
        QTRY_COMPARE(session().review()->count(), 2);
        QCOMPARE(session().review()->words(), u"shells fell");
        m_desk->key(Qt::Key_X);
        QTRY_COMPARE(titlesOf(session()), QStringList{u"Proposal c"_s});
    }

    void aPlaceIsCorrectedByItsName()
    {
        reviewThree();
        correctPlace(u"Yerevan"_s);
        QTRY_COMPARE(session().review()->currentRow()->proposal.incident.where->place, u"Yerevan");
        QTRY_VERIFY(m_desk->item(u"reviewList"_s)->hasActiveFocus());
        QTRY_VERIFY(m_desk->item(u"proposalMark"_s));
        m_desk->key(Qt::Key_T);
        QTRY_VERIFY(m_desk->item(u"timeLine"_s)->hasActiveFocus());
        m_desk->type(u"2022-09-12"_s);
        m_desk->key(Qt::Key_Return);
        QTRY_COMPARE(session().review()->whenInput(), u"2022-09-12");
    }

    void theProposedPlaceIsMarkedWhereTheMapShowsIt()
    {
        reviewThree();
        correctPlace(u"Yerevan"_s);
        QTRY_VERIFY(m_desk->item(u"proposalMark"_s));
        const auto isInTheMiddle = [this] {
            const QQuickItem *mark = m_desk->item(u"proposalMark"_s);
            const QQuickItem *map = m_desk->item(u"map"_s);
            if (!mark || !map || session().camera()->zoom() < 5) // It flies there.
                return false;
            const QPointF apart = mark->mapToItem(map, QPointF(mark->width() / 2, mark->height() / 2))
                - QPointF(map->width() / 2, map->height() / 2);
            return apart.manhattanLength() < 3;
        };
        QTRY_VERIFY(isInTheMiddle());
        // Half of it goes to the source, or comes back.
        const qreal height = m_desk->item(u"map"_s)->height();
        session().selection()->isReading() ? m_desk->key(Qt::Key_Escape) : m_desk->key(Qt::Key_O);
        QTRY_VERIFY(m_desk->item(u"map"_s) && m_desk->item(u"map"_s)->height() != height);
        QTRY_VERIFY(isInTheMiddle());
    }

    void aPlaceIsPickedOnTheMap()
    {
        reviewThree();
        m_desk->item(u"reviewList"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_M);
        QTRY_VERIFY(m_desk->item(u"pickHint"_s));
        m_desk->key(Qt::Key_Escape);
        QTRY_VERIFY(!m_desk->item(u"pickHint"_s));
        QVERIFY(session().selection()->isReading());
        m_desk->click(u"pickPlace"_s);
        QTRY_VERIFY(m_desk->item(u"pickHint"_s));
        m_desk->click(u"map"_s);
        QTRY_VERIFY(session().review()->currentRow()->proposal.incident.where);
        QVERIFY(!session().review()->isPicking());
        QCOMPARE(session().review()->currentRow()->proposal.incident.where->precision, LocationPrecision::Near);
    }

    void anotherSourceOfAKnownIncidentIsOfferedFirst()
    {
        const qint64 known = session().incidents()->idAt(0);
        const std::size_t before = evidenceOf(known);
        Proposal proposal = proposalOf(u"a"_s, reportText(), u"Fighting"_s);
        const Incident goris = session().store()->current()->incident(IncidentId{known}).value();
        proposal.incident.kind = goris.kind;
        proposal.incident.where = goris.where;
        proposal.incident.when = goris.when;
        Proposal other = proposal;
        other.key = u"b"_s;
        session().review()->setRows({{report(), proposal}, {report(), other}});
        QMetaObject::invokeMethod(&session(), &Session::documentAdded);
        QTRY_VERIFY(m_desk->item(u"acceptKnown"_s));
        QCOMPARE(m_desk->item(u"acceptKnown"_s)->property("text").toString(),
                 u"Add as another source to “Shelling towards Goris”");
        QVERIFY(session().arrangement()->knownReason().contains(u"at the same place"));
        m_desk->item(u"reviewList"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_A);
        QTRY_COMPARE(session().review()->count(), 1);
        QCOMPARE(session().incidents()->total(), 2);
        QCOMPARE(evidenceOf(known), before + 1);
        m_desk->key(Qt::Key_A, Qt::ShiftModifier);
        QTRY_COMPARE(session().incidents()->total(), 3);
        QCOMPARE(evidenceOf(known), before + 1);
    }

    void allThatIsCertainIsShownBeforeItIsAccepted()
    {
        std::vector<ReviewModel::Row> rows;
        for (const QString &key : {u"a"_s, u"b"_s, u"c"_s}) {
            rows.push_back({report(), proposalOf(key, reportText(), u"Fighting"_s)});
            rows.back().proposal.certain = true;
        }
        session().review()->setRows(rows);
        QMetaObject::invokeMethod(&session(), &Session::documentAdded);
        m_desk->click(u"acceptAllCertain"_s);
        QTRY_VERIFY(m_desk->item(u"certain1"_s));
        QCOMPARE(session().incidents()->total(), 2);
        m_desk->click(u"certain1"_s);
        QTRY_COMPARE(m_desk->item(u"confirmCertain"_s)->property("text").toString(), u"Accept 2");
        m_desk->click(u"confirmCertain"_s);
        QTRY_COMPARE(session().incidents()->total(), 4);
        QCOMPARE(titlesOf(session()), QStringList{u"Proposal b"_s});
        QCOMPARE(session().undoText(), u"Accept 2 certain proposals");
        session().undo();
        QCOMPARE(session().incidents()->total(), 2);
        QCOMPARE(session().review()->count(), 3);
    }

    void whatTwoSourcesTellIsTickedOnce()
    {
        m_desk->readIn(u"Another report"_s, reportText());
        const Incident goris =
            session().store()->current()->incident(IncidentId{session().incidents()->idAt(0)}).value();
        Proposal proposal = proposalOf(u"a"_s, reportText(), u"Fighting"_s);
        proposal.certain = true;
        proposal.incident.kind = Kind::Protests; // Nothing like it is in the case.
        proposal.incident.where = goris.where;
        proposal.incident.when = goris.when;
        Proposal again = proposal;
        again.key = u"b"_s;
        session().review()->setRows(
            {{report(), proposal}, {report(), again}, {session().reader()->document().id, again}});
        session().certain()->start();
        const auto at = [this](int row, int role) { return session().certain()->index(row).data(role); };
        QVERIFY(at(0, CertainModel::TakenRole).toBool());
        QVERIFY(at(1, CertainModel::TakenRole).toBool()); // One source tells of two.
        QVERIFY(!at(2, CertainModel::TakenRole).toBool());
        QVERIFY(at(2, CertainModel::NoteRole).toString().startsWith(u"May be “Proposal a” above: Same kind"));
    }

    void theKeysAreTold()
    {
        reviewThree();
        m_desk->item(u"reviewList"_s)->forceActiveFocus();
        m_desk->click(u"showKeys"_s);
        QTRY_VERIFY(m_desk->item(u"keysSheet"_s));
        m_desk->key(Qt::Key_Escape);
        QTRY_VERIFY(!m_desk->item(u"keysSheet"_s));
        QVERIFY(session().selection()->isReading());
    }

    void panesAreReachedByOneKey()
    {
        reviewThree();
        m_desk->item(u"reviewList"_s)->forceActiveFocus();
        m_desk->key(Qt::Key_F6);
        QTRY_VERIFY(m_desk->item(u"readerText"_s)->hasActiveFocus());
        m_desk->key(Qt::Key_F6);
        QTRY_VERIFY(!m_desk->item(u"readerText"_s)->hasActiveFocus());
        m_desk->key(Qt::Key_F6);
        QTRY_VERIFY(m_desk->item(u"reviewList"_s)->hasActiveFocus());
    }

private:
    std::unique_ptr<DeskFixture> m_desk;
};

QTEST_MAIN(TestDesk)
#include "tst_desk.moc"
