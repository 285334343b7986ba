#include "openwindow.h"
#include "ui/networkrefusal.h"
#include "ui/session.h"
#include "ui/wording.h"

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

QString story()
{
    return u"Shells hit the grain port on the northern bank before dawn, setting two warehouses on fire and cutting "
           "power to the harbour district. Eleven people were taken to hospital after the roof of a canteen came down "
           "on the night shift. Loading will stand still for at least a week, and three ships have left for the open "
           "sea.\n"_s;
}

QString otherStory()
{
    return u"From the promenade one could see smoke above the silos this morning. Most of the wounded are dockers who "
           "had sat down to eat. Whose shells they were remains in dispute; people in the high-rises, whose windows "
           "are gone, laugh at the talk of an accident.\n"_s;
}

} // namespace

/// What the window tells of sources' origins, and what a person decides about them.
class TestSourceOrigin : public QObject
{
    Q_OBJECT

    // A document with one quote that reports the one incident.
    void add(const QString &title, const QString &text, int hour, DocumentId replaces = {})
    {
        Document document;
        document.id = DocumentId{-1};
        document.title = title;
        document.publisher = title + u" Post"_s;
        document.text = text;
        document.bytes = text.toUtf8();
        document.mediaType = u"text/plain"_s;
        document.retrieved = *utcFromIso(u"2022-05-04T00:00Z");
        document.published =
            WrittenTime{document.retrieved + std::chrono::hours(hour), TimePrecision::Minute, u"UTC"_s};
        document.replaces = replaces;
        Quote quote = *quoteFrom(document.id, text, {0, 6});
        quote.id = QuoteId{-1};
        QVERIFY(
            m_session->store()->apply({u"Add"_s, {document, quote, Claim{{}, m_incident, quote.id, Stance::Reports}}}));
    }

    // “A|> B|C”: the rows, those that repeat another with an arrow.
    QString listed() const
    {
        QStringList rows;
        const SourceListModel &sources = *m_session->sources();
        for (int row = 0; row < sources.rowCount(); ++row) {
            const QModelIndex index = sources.index(row);
            rows.append((index.data(SourceListModel::RepeatsRole).toBool() ? u"> "_s : QString())
                        + index.data(SourceListModel::NameRole).toString());
        }
        return rows.join(u'|');
    }
    QString originText(int row) const
    {
        return m_session->sources()->index(row).data(SourceListModel::OriginRole).toString();
    }
    QString support() const { return m_session->incidents()->index(0).data(IncidentListModel::SupportRole).toString(); }

    // So many that the origins are worked out beside the window.
    void addUnrelated(int count)
    {
        Change change{u"Add"_s, {}};
        for (int i = 0; i < count; ++i) {
            Document document;
            document.title = document.text = u"Bulletin %1"_s.arg(i);
            document.bytes = document.text.toUtf8();
            document.retrieved = *utcFromIso(u"2022-05-05T00:00Z");
            change.edits.push_back(document);
        }
        QVERIFY(m_session->store()->apply(change));
    }

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(u"Basic"_s); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<Session>();
        m_session->look()->setAppearance(Look::Light);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_session->sources());
        m_choicesTester = std::make_unique<QAbstractItemModelTester>(m_session->origin());
        QVERIFY(m_session->store()->create(m_folder->filePath(u"case.gpkg"_s), u"Case"_s));
        Incident incident;
        incident.title = u"Shelling"_s;
        m_incident = m_session->store()->apply({u"Add"_s, {incident}})->incidents.at(0);
        QCOMPARE(support(), u"No article"_s);
        add(u"A"_s, story(), 1);
        QCOMPARE(support(), u"1 article"_s);
        add(u"B"_s, otherStory(), 2);
        add(u"C"_s, u"News. Sport. Weather. "_s + story(), 3);
    }
    void cleanup()
    {
        m_choicesTester.reset();
        m_tester.reset();
        m_session.reset();
        m_folder.reset();
    }

    void keepsWhatIsKnownWhileManyAreComparedBesideTheWindow()
    {
        addUnrelated(300);
        // Until the many are compared, what was known before stands.
        QCOMPARE(support(), u"3 articles, 2 origins"_s);
        add(u"D"_s, u"Sport first. "_s + story(), 4);
        QTRY_COMPARE(support(), u"4 articles, 2 origins"_s);
        QTRY_VERIFY(listed().startsWith(u"A|> C|> D|B|"_s));

        const QString path = m_session->store()->current()->path();
        QVERIFY(m_session->store()->open(path));
        QTRY_COMPARE(support(), u"4 articles, 2 origins"_s);
        QCOMPARE(m_session->sources()->rowCount(), 304);
    }

    void listsSourcesOfOneOriginTogether()
    {
        QCOMPARE(listed(), u"A|> C|B"_s);
        QCOMPARE(originText(0), u"One other article tells its story"_s);
        QCOMPARE(originText(1), u"About 100 % of the words of “A” run the same in it"_s);
        QCOMPARE(originText(2), QString());
        QCOMPARE(m_session->sources()->summary(), u"3 articles, 2 origins"_s);
        QCOMPARE(support(), u"3 articles, 2 origins"_s);
        m_session->selection()->selectIncident(numberOf(m_incident));
        QCOMPARE(m_session->details()->sources(), u"3 articles, 2 origins"_s);
    }

    void countsANewerCaptureAsTheSameArticle()
    {
        add(u"A, newer"_s, otherStory() + story(), 4, DocumentId{1});
        QCOMPARE(support(), u"3 articles, 2 origins"_s);
        QCOMPARE(listed(), u"B|A, newer|A|> C"_s);
        QCOMPARE(originText(1), u"A newer capture of “A”. One other article tells its story"_s);
    }

    void tellsTheOriginOfTheOpenSource()
    {
        QSignalSpy changed(m_session->origin(), &SourceOrigin::changed);
        QCOMPARE(m_session->origin()->text(), QString());
        m_session->selection()->openDocument(3);
        QVERIFY(changed.count() > 0);
        QVERIFY(m_session->origin()->text().contains(u"“A”"));
        m_session->selection()->openDocument(2);
        QCOMPARE(m_session->origin()->text(), u"No other source in this case tells its story"_s);
    }

    void isOverruledAndTakenBack()
    {
        SourceOrigin *origin = m_session->origin();
        QVERIFY(!origin->isDecided(3) && !origin->isOwn(3));
        QCOMPARE(origin->otherOf(3), 1);
        origin->countAsOwn(3);
        QCOMPARE(listed(), u"A|B|C"_s);
        QCOMPARE(support(), u"3 articles, 3 origins"_s);
        QCOMPARE(m_session->sources()->summary(), QString());
        QVERIFY(origin->isDecided(3) && origin->isOwn(3));
        QCOMPARE(originText(2), u"Counted as its own origin, as somebody decided"_s);
        QCOMPARE(m_session->undoText(), u"Count “C” as its own origin"_s);
        m_session->undo();
        QCOMPARE(listed(), u"A|> C|B"_s);
        m_session->redo();
        origin->asTheTextsTell(3);
        QCOMPARE(listed(), u"A|> C|B"_s);
        QCOMPARE(m_session->undoText(), u"Count “C” as the texts tell"_s);
        // Nothing to change is no step.
        origin->asTheTextsTell(3);
        origin->asTheTextsTell(77);
        QCOMPARE(m_session->undoText(), u"Count “C” as the texts tell"_s);
    }

    void isChosenFromTheOtherSources()
    {
        SourceOrigin *origin = m_session->origin();
        QCOMPARE(origin->count(), 0);
        origin->choose(2);
        QVERIFY(origin->isChoosing());
        QCOMPARE(origin->choosingFor(), u"B"_s);
        QCOMPARE(origin->count(), 2);
        QCOMPARE(origin->index(0).data(SourceOrigin::NameRole).toString(), u"A"_s);
        QCOMPARE(origin->index(0).data(SourceOrigin::DetailRole).toString(), u"A Post, 4 May 2022, 01:00"_s);
        origin->lookFor(u" c post "_s);
        QCOMPARE(origin->count(), 1);
        origin->take(7);
        QVERIFY(origin->isChoosing());
        origin->take(0);
        QVERIFY(!origin->isChoosing());
        QCOMPARE(listed(), u"A|> B|> C"_s);
        QCOMPARE(originText(1), u"Counted with “C”, as somebody decided"_s);
        QCOMPARE(support(), u"3 articles, 1 origin"_s);
        QCOMPARE(m_session->undoText(), u"Count “B” with “C”"_s);
    }

    void closesTheChoiceWhenItsSourceGoes()
    {
        m_session->origin()->choose(3);
        m_session->undo();
        QVERIFY(!m_session->origin()->isChoosing());
        QCOMPARE(m_session->origin()->count(), 0);
    }

    void isDecidedInTheWindow()
    {
        const OpenWindow open(*m_session);
        QQuickWindow *window = open.window();
        const auto named = [&open](const QString &name) { return open.named(name); };
        m_session->selection()->openDocument(2);
        QTRY_VERIFY(named(u"originMenu"_s));
        QCOMPARE(named(u"originText"_s)->property("text").toString(),
                 u"No other source in this case tells its story"_s);
        named(u"originMenu"_s)->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(window, Qt::Key_Space);
        QTRY_VERIFY(named(u"sameOriginAs"_s) && named(u"sameOriginAs"_s)->height() > 0);
        QVERIFY(!named(u"asTheTextsTell"_s)->isEnabled());
        QTest::qWait(0);
        const QQuickItem *line = named(u"sameOriginAs"_s);
        QTest::mouseClick(window, Qt::LeftButton, {},
                          line->mapToScene({line->width() / 2, line->height() / 2}).toPoint());
        QTRY_VERIFY(named(u"originWords"_s) && named(u"originWords"_s)->hasActiveFocus());
        for (const char letter : {'c', ' ', 'p', 'o'})
            QTest::keyClick(window, letter);
        QTRY_COMPARE(m_session->origin()->count(), 1);
        QTest::keyClick(window, Qt::Key_Return);
        QTRY_COMPARE(listed(), u"A|> B|> C"_s);
        QTRY_COMPARE(named(u"originText"_s)->property("text").toString(), u"Counted with “C”, as somebody decided"_s);
        const QSignalSpy &warnings = open.warnings();
        for (qsizetype i = 0; i < warnings.count(); ++i)
            qWarning() << warnings.at(i);
        QCOMPARE(warnings.count(), 0);
    }

    void counts_data()
    {
        QTest::addColumn<int>("documents");
        QTest::addColumn<int>("origins");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << 0 << u"No article"_s;
        QTest::newRow("one") << 1 << 1 << u"1 article"_s;
        QTest::newRow("one story") << 2 << 1 << u"2 articles, 1 origin"_s;
        QTest::newRow("some") << 5 << 2 << u"5 articles, 2 origins"_s;
    }
    void counts()
    {
        QFETCH(int, documents);
        QFETCH(int, origins);
        QTEST(supportText({.quotes = 9, .documents = documents, .origins = origins}), "text");
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QAbstractItemModelTester> m_choicesTester;
    IncidentId m_incident{};
};

QTEST_MAIN(TestSourceOrigin)
#include "tst_sourceorigin.moc"
