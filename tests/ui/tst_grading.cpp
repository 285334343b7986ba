#include "casefixture.h"
#include "openwindow.h"
#include "ui/networkrefusal.h"
#include "ui/session.h"

#include <QAbstractItemModelTester>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

QVariant firstOf(const QAbstractItemModel &model, int role)
{
    return model.index(0, 0).data(role);
}

} // namespace

/// What a person does with an accepted incident, in the window.
class TestGrading : public QObject
{
    Q_OBJECT

    QQuickItem *named(const QString &name) { return m_open->named(name); }

    // A line of an open menu.
    QQuickItem *line(const QString &text)
    {
        return itemWith(m_window->contentItem(), [&](QQuickItem *item) {
            return item->inherits("QQuickMenuItem") && item->property("text").toString() == text;
        });
    }

    void click(QQuickItem *item)
    {
        QVERIFY(item);
        QTest::mouseClick(m_window, Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
    }

    void chooseIn(const QString &button, const QString &text)
    {
        QTRY_VERIFY(named(button));
        named(button)->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(m_window, Qt::Key_Space);
        QTRY_VERIFY2(line(text), qPrintable(text));
        QTRY_VERIFY(line(text)->height() > 0);
        QTest::qWait(0);
        click(line(text));
        QTRY_VERIFY(!line(text));
    }

    Incident stored() { return *m_session->store()->current()->incident(IncidentId{m_shelling}); }
    Evidence storedEvidence() { return m_session->store()->current()->evidence(IncidentId{m_shelling})->front(); }

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(u"Basic"_s); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"case.gpkg"_s);
        const Result<void> made = makeTestCase(path);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_session = std::make_unique<Session>();
        m_session->look()->setAppearance(Look::Light);
        m_session->beginOpening(path);
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        m_window = m_open->window();
        m_shelling = m_session->incidents()->idAt(0);
        m_session->selection()->selectIncident(m_shelling);
        QTRY_VERIFY(named(u"quoteCard"_s));
    }

    void cleanup()
    {
        const qsizetype warnings = m_open ? m_open->warnings().count() : 0;
        for (qsizetype i = 0; i < warnings; ++i)
            qWarning() << m_open->warnings().at(i);
        m_open.reset();
        m_session.reset();
        m_folder.reset();
        QCOMPARE(warnings, 0);
    }

    void anIncidentIsEditedAsOneStep()
    {
        const Incident before = stored();
        click(named(u"editIncident"_s));
        QTRY_VERIFY(named(u"draftForm"_s));
        IncidentDraft *draft = m_session->draft();
        QVERIFY(draft->isEditing());
        QCOMPARE(draft->title(), u"Shelling towards Goris");
        QCOMPARE(draft->when(), u"2022-09-13T00:05");
        draft->setTitle(u"Shelling near Goris"_s);
        draft->setActors(u"Armenia\n\n Azerbaijan "_s);
        draft->setTags(u"border, , artillery"_s);
        draft->setSubKind(draft->subKindNames().indexOf(termOf(SubKind::ShellingArtilleryMissile)));
        draft->losses()->add();
        QVERIFY(draft->losses()->setData(draft->losses()->index(0), u"49-60, best 52"_s, LossDraft::NumberRole));
        QVERIFY(draft->losses()->setData(draft->losses()->index(0), u"A ministry"_s, LossDraft::ReportedByRole));
        draft->losses()->add(); // and left empty
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!draft->isOpen());
        Incident expected = before;
        expected.title = u"Shelling near Goris"_s;
        expected.actors = {u"Armenia"_s, u"Azerbaijan"_s};
        expected.tags = {u"border"_s, u"artillery"_s};
        expected.subKind = SubKind::ShellingArtilleryMissile;
        expected.losses = {{Loss::Kind::Killed, 49, 60, {}, u"A ministry"_s, 52}};
        QCOMPARE(stored(), expected);
        QCOMPARE(m_session->undoText(), u"Edit “Shelling near Goris”");
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_session->redoText(), u"Edit “Shelling near Goris”");
        QCOMPARE(stored(), before);
        QCOMPARE(m_session->details()->title(), before.title);
    }

    void aTimeThatIsLeftAloneKeepsWhatTheFormCannotSay()
    {
        Incident week = stored();
        week.when->span.end = week.when->span.begin + std::chrono::days(7);
        week.when->span.precision = TimePrecision::Week;
        QVERIFY(m_session->store()->apply({u"Set a week"_s, {week}}));
        IncidentDraft *draft = m_session->draft();
        draft->edit(m_shelling);
        draft->setNotes(u"checked"_s);
        draft->confirm();
        QCOMPARE(stored().when, week.when);
        draft->edit(m_shelling);
        draft->setWhen(u"2022-09-14"_s);
        draft->confirm();
        QCOMPARE(stored().when->span.precision, TimePrecision::Day);
        QCOMPARE(stored().when->asWritten, week.when->asWritten);
        draft->edit(m_shelling);
        draft->setWhen({});
        draft->removePlace();
        draft->confirm();
        QVERIFY(!stored().when);
        QVERIFY(!stored().where);
    }

    void nothingIsStoredForAFormThatChangedNothing()
    {
        const QString last = m_session->undoText();
        m_session->draft()->edit(m_shelling);
        m_session->draft()->confirm();
        QVERIFY(!m_session->draft()->isOpen());
        QCOMPARE(m_session->undoText(), last);
    }

    void whatMakesNoSenseIsToldInTheForm()
    {
        IncidentDraft *draft = m_session->draft();
        draft->edit(m_shelling);
        draft->setTitle(u" "_s);
        draft->confirm();
        QVERIFY(draft->isOpen() && !draft->problem().isEmpty());
        draft->setTitle(u"A title"_s);
        draft->losses()->add();
        QVERIFY(draft->losses()->setData(draft->losses()->index(0), u"many"_s, LossDraft::NumberRole));
        draft->confirm();
        QVERIFY(draft->problem().contains(u"many"));
        // The likeliest number lies between the others.
        QVERIFY(draft->losses()->setData(draft->losses()->index(0), u"49–60, best 70"_s, LossDraft::NumberRole));
        draft->confirm();
        QVERIFY(draft->problem().contains(u"best 70"));
        QTest::keyClick(m_window, Qt::Key_Escape);
    }

    void statusAndCredibilityAreChosenInTheInspector()
    {
        chooseIn(u"status"_s, u"Disputed"_s);
        QTRY_COMPARE(stored().status, Status::Disputed);
        chooseIn(u"credibility"_s, u"2 · Probably true"_s);
        QTRY_COMPARE(stored().credibility, 2);
        QCOMPARE(m_session->undoText(), u"Grade “Shelling towards Goris”: 2 · Probably true");
        m_session->undo();
        QCOMPARE(stored().credibility, 0);
        QCOMPARE(m_session->grading()->status(), static_cast<int>(Status::Disputed));
    }

    void aStatusIsChosenByKeyboardAlone()
    {
        QTRY_VERIFY(named(u"status"_s));
        named(u"status"_s)->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(m_window, Qt::Key_Space);
        QTRY_VERIFY(line(u"Refuted"_s));
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(m_window, Qt::Key_Down);
        QTest::keyClick(m_window, Qt::Key_Return);
        QTRY_COMPARE(stored().status, Status::Refuted);
    }

    void aStanceIsChosenOnTheCard()
    {
        chooseIn(u"moreOfClaim"_s, u"These words: denies"_s);
        QTRY_COMPARE(storedEvidence().claim.stance, Stance::Denies);
        QCOMPARE(m_session->details()->evidence()->index(0).data(EvidenceModel::StanceRole).toString(), u"denies");
        chooseIn(u"moreOfClaim"_s, u"Take them off this incident"_s);
        QTRY_COMPARE(m_session->details()->evidence()->rowCount(), 1);
        m_session->undo();
        QCOMPARE(m_session->details()->evidence()->rowCount(), 2);
    }

    void aSourceIsGradedInTheReader()
    {
        m_session->selection()->openQuote(numberOf(storedEvidence().quote.document),
                                          numberOf(storedEvidence().quote.id));
        QTRY_VERIFY(named(u"reader"_s) && named(u"reader"_s)->hasActiveFocus());
        QTRY_VERIFY(named(u"sourceGrade"_s));
        m_session->grading()->setGrade(2);
        QTRY_COMPARE(m_session->store()->current()->document(DocumentId{1})->grade, 'B');
        QTRY_COMPARE(named(u"sourceGrade"_s)->property("text").toString(), u"Grade B · Usually reliable");
        QCOMPARE(firstOf(*m_session->sources(), SourceListModel::QuotesRole).toString(),
                 u"2 quotes · B · Usually reliable");
        m_session->undo();
        QCOMPARE(m_session->grading()->grade(), 0);
    }

    void graphicWordsAreHiddenUntilAskedFor()
    {
        chooseIn(u"moreOfIncident"_s, u"Graphic: hide words until asked for"_s);
        QTRY_VERIFY(stored().graphic);
        QTRY_VERIFY(named(u"graphicCover"_s));
        EvidenceModel *evidence = m_session->details()->evidence();
        QVERIFY(firstOf(*evidence, EvidenceModel::WordsRole).toString().isEmpty());
        click(named(u"graphicCover"_s));
        QTRY_VERIFY(!firstOf(*evidence, EvidenceModel::WordsRole).toString().isEmpty());
        QVERIFY(!m_session->selection()->isReading());
        // One at a time.
        QVERIFY(evidence->index(1).data(EvidenceModel::WordsRole).toString().isEmpty());
        // Neither does the source, nor the search, show them.
        m_session->search()->find(u"drones"_s);
        for (int row = 0; row < m_session->search()->count(); ++row)
            QVERIFY(!m_session->search()->index(row).data(SearchModel::TitleRole).toString().contains(u"drones"));
        m_session->selection()->openDocument(1);
        QTRY_VERIFY(named(u"sourceCover"_s));
        QCOMPARE(m_session->reader()->rowCount(), 0);
        click(named(u"sourceCover"_s));
        QTRY_VERIFY(m_session->reader()->rowCount() > 0);
        // For this session only.
        QVERIFY(m_session->store()->open(m_session->casePath()));
        m_session->selection()->openDocument(1);
        QVERIFY(m_session->reader()->isHidden());
    }

    void aGraphicSourceHidesItsWordsEverywhere()
    {
        m_session->selection()->openDocument(1);
        QTRY_VERIFY(named(u"sourceGraphic"_s));
        click(named(u"sourceGraphic"_s));
        QTRY_VERIFY(m_session->store()->current()->document(DocumentId{1})->graphic);
        QTRY_VERIFY(m_session->reader()->isHidden());
        QVERIFY(firstOf(*m_session->details()->evidence(), EvidenceModel::HiddenRole).toBool());
        m_session->board()->show(m_shelling);
        QVERIFY(firstOf(*m_session->board()->cell(0, 0), BoardCell::WordsRole).toString().isEmpty());
        m_session->board()->close();
        Proposal proposal;
        proposal.key = u"one"_s;
        proposal.claims = {{*quoteFrom(DocumentId{1}, reportText(), {0, 8}), Stance::Reports}};
        m_session->review()->setRows({{DocumentId{1}, proposal}});
        QVERIFY(m_session->review()->isHidden() && m_session->review()->words().isEmpty());
        m_session->review()->showWords();
        QCOMPARE(m_session->review()->words(), u"Fighting");
    }

    void theBoardComparesAndIsCorrected()
    {
        ClaimBoardModel *board = m_session->board();
        const QAbstractItemModelTester tester(board, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Evidence denial = storedEvidence();
        denial.quote.id = QuoteId{-1};
        denial.quote.speaker = u"The other side"_s;
        const Change change{u"Deny"_s,
                            {denial.quote, Claim{ClaimId{}, IncidentId{m_shelling}, QuoteId{-1}, Stance::Denies}}};
        QVERIFY(m_session->store()->apply(change));
        click(named(u"compareClaims"_s));
        QTRY_VERIFY(named(u"boardCard"_s));
        QCOMPARE(board->parties(), (QStringList{u"Defence ministry"_s, u"The other side"_s}));
        QCOMPARE(board->rowCount(), questionCount);
        QCOMPARE(firstOf(*board, ClaimBoardModel::ConflictRole).toString(),
                 u"Defence ministry says so, The other side denies it");
        const qint64 claim = firstOf(*board->cell(0, 0), BoardCell::ClaimRole).toLongLong();
        QVERIFY(board->answers(claim, static_cast<int>(Question::When)));
        board->toggleAnswer(claim, static_cast<int>(Question::When));
        QVERIFY(!board->answers(claim, static_cast<int>(Question::When)));
        QVERIFY(storedEvidence().claim.about.any());
        board->forgetAnswers(claim);
        QVERIFY(storedEvidence().claim.about.none());
        QTRY_VERIFY(named(u"boardCard"_s));
        click(named(u"boardCard"_s));
        QTRY_VERIFY(!board->isOpen());
        QTRY_VERIFY(m_session->selection()->isReading());
        QCOMPARE(m_session->reader()->markedWords(), storedEvidence().quote.exact);
    }

    void theBoardClosesWhenItsIncidentGoes()
    {
        m_session->board()->show(m_shelling);
        m_session->removeSelected();
        QVERIFY(!m_session->board()->isOpen());
        QCOMPARE(m_session->board()->rowCount(), 0);
        QVERIFY(!m_session->board()->cell(0, 9));
    }

    void aSensitivePlaceIsBlurredInTheFigure()
    {
        chooseIn(u"moreOfIncident"_s, u"Sensitive place: blur it in exports"_s);
        QTRY_VERIFY(stored().sensitive);
        QTRY_VERIFY(m_session->baseMap()->isReady());
        FigureMaker *figure = m_session->figure();
        figure->start();
        QTRY_VERIFY(figure->hasSensitive());
        QTRY_VERIFY(figure->withheld().contains(u"blurred to 20 km"));
        figure->settings()->setBlur(0);
        QTRY_VERIFY(figure->withheld().isEmpty());
        figure->close();
    }

    void aFigureHasTheProjectionThatIsChosen()
    {
        QTRY_VERIFY(m_session->baseMap()->isReady());
        FigureMaker *figure = m_session->figure();
        figure->start();
        QTRY_VERIFY(!figure->preview().isNull());
        QCOMPARE(figure->settings()->commonProjection(), 0);
        const auto robinson = static_cast<int>(figure->settings()->projectionNames().indexOf(u"Robinson"_s));
        QVERIFY(robinson > 0);
        figure->settings()->setCommonProjection(robinson);
        QVERIFY(figure->settings()->projection().startsWith(u"+proj=robin "));
        QCOMPARE(figure->settings()->commonProjection(), robinson);
        QVERIFY(figure->projectionProblem().isEmpty());
        // What cannot be used is said at once, and never written in another projection instead.
        figure->settings()->setProjection(u"EPSG:4326"_s);
        QCOMPARE(figure->settings()->commonProjection(), -1);
        QVERIFY(figure->projectionProblem().contains(u"EPSG:4326"));
        QVERIFY(!figure->write(m_folder->filePath(u"figure.svg"_s)));
        figure->settings()->setProjection({});
        QCOMPARE(figure->settings()->commonProjection(), 0);
        QVERIFY(figure->projectionProblem().isEmpty());
        figure->close();
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<OpenWindow> m_open;
    QQuickWindow *m_window = nullptr;
    qint64 m_shelling = 0;
};

QTEST_MAIN(TestGrading)
#include "tst_grading.moc"
