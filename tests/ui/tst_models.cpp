#include "ui/camera.h"
#include "ui/casestore.h"
#include "ui/foundlayers.h"
#include "ui/foundmarks.h"
#include "ui/incidentlistmodel.h"
#include "ui/kindfiltermodel.h"
#include "ui/readermodel.h"
#include "ui/reviewmodel.h"
#include "ui/selection.h"
#include "ui/timelineitem.h"
#include "ui/wordselection.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

IncidentEntry incidentAt(std::int64_t id, const QString &title, const char16_t *begin, Kind kind = Kind::Battles)
{
    IncidentEntry item;
    item.incident.id = IncidentId{id};
    item.incident.title = title;
    item.incident.kind = kind;
    if (begin) {
        const UtcMinute time = *utcFromIso(QStringView(begin));
        item.incident.when =
            When{{time, time + std::chrono::minutes(1), TimePrecision::Minute}, QStringLiteral("UTC+04:00"), {}};
    }
    return item;
}

QStringList titlesOf(const QAbstractItemModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles.append(model.index(row, 0).data(IncidentListModel::TitleRole).toString());
    return titles;
}

std::vector<IncidentEntry> threeIncidents()
{
    return {incidentAt(1, QStringLiteral("undated"), nullptr, Kind::Protests),
            incidentAt(2, QStringLiteral("late"), u"2022-09-13T09:00Z"),
            incidentAt(3, QStringLiteral("early"), u"2022-09-12T20:05Z", Kind::Explosions)};
}

void fill(IncidentListModel &model, const std::vector<IncidentEntry> &entries)
{
    IncidentColumns columns;
    std::map<IncidentId, IncidentEntry> byId;
    for (const IncidentEntry &entry : entries) {
        append(columns, entry.incident);
        byId.emplace(entry.incident.id, entry);
    }
    std::vector<std::uint32_t> order = orderByDay(columns);
    model.setIncidents(std::move(columns), std::move(order), [byId](IncidentId id) {
        const auto found = byId.find(id);
        return found == byId.end() ? std::nullopt : std::optional(found->second);
    });
}

Document documentOf(const QString &text)
{
    Document document;
    document.id = DocumentId{7};
    document.text = text;
    return document;
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void incidentsAreOrderedByTimeWithTheUndatedLast()
    {
        IncidentListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill(model, threeIncidents());
        QCOMPARE(titlesOf(model), (QStringList{u"early"_s, u"late"_s, u"undated"_s}));
    }

    void aDayIsTheDayOfTheIncidentsOwnZone()
    {
        IncidentListModel model;
        fill(model, threeIncidents());
        QCOMPARE(model.index(0).data(IncidentListModel::HeadingRole).toString(), u"Tuesday 13 September 2022");
        QCOMPARE(model.index(0).data(IncidentListModel::WhenRole).toString(), u"00:05 UTC+4 · 12 Sep, 20:05 UTC");
        QCOMPARE(model.index(2).data(IncidentListModel::HeadingRole).toString(), u"Time not stated");
    }

    void aKindThatIsSwitchedOffLeavesTheListButNotTheWhole()
    {
        IncidentListModel model;
        KindFilterModel kinds(&model);
        const QAbstractItemModelTester tester(&kinds, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill(model, threeIncidents());
        QCOMPARE(kinds.rowCount(), 3);
        kinds.toggle(0);
        QCOMPARE(titlesOf(model), (QStringList{u"early"_s, u"undated"_s}));
        QCOMPARE(model.total(), 3);
        QVERIFY(!kinds.index(0).data(KindFilterModel::ShownRole).toBool());
        model.showEverything();
        QCOMPARE(model.count(), 3);
    }

    void rowsAndIdsFindEachOther()
    {
        IncidentListModel model;
        fill(model, threeIncidents());
        QCOMPARE(model.idAt(0), 3);
        QCOMPARE(model.rowOf(1), 2);
        QCOMPARE(model.rowOf(99), -1);
        QCOMPARE(model.idAt(-1), 0);
        QCOMPARE(model.idAt(3), 0);
    }

    void backAndForwardWalkTheSameWay()
    {
        Selection selection;
        selection.selectIncident(1);
        selection.openQuote(5, 9);
        QVERIFY(selection.isReading());
        selection.back();
        QCOMPARE(selection.incidentNumber(), 1);
        QVERIFY(!selection.isReading());
        selection.forward();
        QCOMPARE(selection.quoteNumber(), 9);
        selection.back();
        selection.selectIncident(2);
        QVERIFY(!selection.canGoForward());
        selection.back();
        selection.back();
        QVERIFY(!selection.canGoBack());
    }

    void aBrushKeepsWhatHappenedInside()
    {
        IncidentListModel model;
        TimelineItem line;
        line.setSize({480, 100});
        line.setIncidents(&model);
        fill(model, threeIncidents());
        QVERIFY(line.hasTimes());
        QCOMPARE(line.undatedText(), u"1 with no time");
        line.brush(480, 240); // The second of two days, dragged backwards.
        QCOMPARE(titlesOf(model), (QStringList{u"late"_s, u"undated"_s}));
        QCOMPARE(line.brushX(), 240.0);
        QCOMPARE(line.brushWidth(), 240.0);
        line.moveBrush(-100);
        QCOMPARE(line.brushX(), 0.0);
        QCOMPARE(titlesOf(model), (QStringList{u"early"_s, u"undated"_s}));
        line.clearBrush();
        QCOMPARE(model.count(), 3);
    }

    void readerTellsThePages()
    {
        CaseStore store;
        Selection selection;
        Veil veil;
        ReaderModel reader(&store, &selection, &veil);
        reader.setDocument(documentOf(u"one\ntwo\n\fthree\n\f\n\ffour\n"_s), {});
        QStringList shown;
        for (int row = 0; row < reader.rowCount(); ++row)
            shown << reader.index(row).data(ReaderModel::PageRole).toString() + u": "_s
                    + reader.index(row).data(ReaderModel::TextRole).toString();
        QCOMPARE(shown, (QStringList{u"Page 1: one"_s, u"Page 1: two"_s, u"Page 2: three"_s, u"Page 4: four"_s}));
        reader.setDocument(documentOf(u"one\ntwo\n"_s), {});
        QCOMPARE(reader.index(0).data(ReaderModel::PageRole).toString(), QString());
    }

    void aTextIsSplitAtItsLineEndsWithoutTheEmptyOnes()
    {
        CaseStore store;
        Selection selection;
        Veil veil;
        ReaderModel reader(&store, &selection, &veil);
        const QAbstractItemModelTester tester(&reader, QAbstractItemModelTester::FailureReportingMode::QtTest);
        reader.setDocument(documentOf(QStringLiteral("one\n\ntwo\n")), {});
        QCOMPARE(reader.rowCount(), 2);
        QCOMPARE(reader.index(1).data(ReaderModel::TextRole).toString(), u"two");
    }

    void aQuoteIsMarkedAtItsWords()
    {
        CaseStore store;
        Selection selection;
        Veil veil;
        ReaderModel reader(&store, &selection, &veil);
        const QString text = QStringLiteral("one\ntwo three four\n");
        reader.setDocument(documentOf(text), {});
        reader.setSelected(TextSpan{8, 13});
        QCOMPARE(reader.markedWords(), u"three");
        QCOMPARE(reader.markedRow(), 1);
        QVERIFY(reader.marksIn(0).empty());
        QCOMPARE(reader.marksIn(1).size(), 1);
        QCOMPARE(reader.marksIn(1).front().span, (TextSpan{4, 9}));
        QCOMPARE(reader.documentSpan(1, 4, 9), (TextSpan{8, 13}));
    }

    void aQuoteOverTwoParagraphsIsMarkedInBoth()
    {
        CaseStore store;
        Selection selection;
        Veil veil;
        ReaderModel reader(&store, &selection, &veil);
        reader.setDocument(documentOf(QStringLiteral("one two\nthree four")), {});
        reader.setSelected(TextSpan{4, 13});
        QCOMPARE(reader.marksIn(0).front().span, (TextSpan{4, 7}));
        QCOMPARE(reader.marksIn(1).front().span, (TextSpan{0, 5}));
    }

    void aLongLineBecomesManyParagraphsAndLosesNothing()
    {
        CaseStore store;
        Selection selection;
        Veil veil;
        ReaderModel reader(&store, &selection, &veil);
        const QString text = QStringLiteral("word ").repeated(200'000);
        reader.setDocument(documentOf(text), {});
        QString joined;
        for (int row = 0; row < reader.rowCount(); ++row) {
            const QString part = reader.index(row).data(ReaderModel::TextRole).toString();
            QVERIFY(part.size() <= 4000);
            joined += part;
        }
        QCOMPARE(joined, text);
    }

    void whatWasFoundIsShownByParagraphAndSteppedThrough()
    {
        CaseStore store;
        Selection selection;
        Veil veil;
        Places places;
        ReaderModel reader(&store, &selection, &veil);
        ReadingQueue reading(&store, &places);
        FoundLayers found(&reader, &reading);
        const QAbstractItemModelTester tester(&found, QAbstractItemModelTester::FailureReportingMode::QtTest);
        reader.setDocument(documentOf(QStringLiteral("one two\nthree four")), {});
        found.setFindings({{{0, 13}, Found::Quote, QStringLiteral("said")},
                           {{4, 7}, Found::Place, QStringLiteral("a place")},
                           {{8, 13}, Found::Time, QStringLiteral("a time")}});
        QCOMPARE(found.partsIn(0).size(), 2U);
        QCOMPARE(found.partsIn(0)[0].span, (TextSpan{0, 7}));
        QCOMPARE(found.partsIn(1)[0].span, (TextSpan{0, 5}));
        QCOMPARE(found.reasonAt(0, 5), u"a place\nsaid");
        QCOMPARE(found.reasonAt(1, 8), QString());
        QVERIFY(found.step(1, 0));
        QVERIFY(found.step(1, 0));
        QCOMPARE(found.focusedWords(), u"two");
        QCOMPARE(found.focusedReason(), u"a place");
        QCOMPARE(found.focusedBegin(), 4);
        found.toggle(static_cast<int>(Found::Place));
        QCOMPARE(found.focusedRow(), -1);
        QCOMPARE(found.partsIn(0).size(), 1U);
        QVERIFY(found.step(1, 1));
        QCOMPARE(found.focusedWords(), u"three");
        QVERIFY(!found.step(1, 0));
        QVERIFY(found.step(-1, 0));
        QCOMPARE(found.focusedReason(), u"said");
        QVERIFY(!found.step(-1, 0));
        found.toggle(static_cast<int>(Found::Place)); // It is remembered.
    }

    void whatWasFoundStandsOutOnThePage()
    {
        for (const Theme *theme : {&lightTheme(), &darkTheme()}) {
            for (int found = 0; found < foundCount; ++found)
                QVERIFY(contrast(colourOf(static_cast<Found>(found), *theme), theme->page) >= 3);
        }
    }

    void keysSelectLettersWordsAndSentences_data()
    {
        QTest::addColumn<int>("start"); // In the first paragraph.
        QTest::addColumn<WordSelection::Step>("step");
        QTest::addColumn<int>("direction");
        QTest::addColumn<QString>("words");
        QTest::newRow("a letter") << 0 << WordSelection::Letter << 1 << u"O"_s;
        QTest::newRow("a letter of two units") << 4 << WordSelection::Letter << 1 << u"😀"_s;
        QTest::newRow("a word") << 0 << WordSelection::Word << 1 << u"One"_s;
        QTest::newRow("a word back") << 17 << WordSelection::Word << -1 << u"Three"_s;
        QTest::newRow("a sentence") << 0 << WordSelection::Sentence << 1 << u"One 😀 two."_s;
        QTest::newRow("to the end") << 4 << WordSelection::Paragraph << 1 << u"😀 two. Three."_s;
        QTest::newRow("into the next paragraph") << 18 << WordSelection::Letter << 1 << QString();
        QTest::newRow("nothing before the first") << 0 << WordSelection::Letter << -1 << QString();
    }
    void keysSelectLettersWordsAndSentences()
    {
        QFETCH(int, start);
        QFETCH(WordSelection::Step, step);
        QFETCH(int, direction);
        QFETCH(QString, words);
        CaseStore store;
        Selection selection;
        Veil veil;
        ReaderModel reader(&store, &selection, &veil);
        WordSelection select(&reader);
        reader.setDocument(documentOf(u"One 😀 two. Three.\nFour."_s), {});
        select.begin(0, start);
        select.move(step, direction, true);
        QCOMPARE(select.words(), words);
    }

    void aSelectionReachesOverParagraphsAndLeavesSpaceAtItsEnds()
    {
        CaseStore store;
        Selection selection;
        Veil veil;
        ReaderModel reader(&store, &selection, &veil);
        WordSelection select(&reader);
        reader.setDocument(documentOf(u"one two\n\nthree four"_s), {});
        select.begin(1, 5);
        select.extend(0, 3);
        QCOMPARE(select.words(), u"two\n\nthree");
        QCOMPARE(select.beginIn(0), 3);
        QCOMPARE(select.endIn(0), 7);
        QCOMPARE(select.beginIn(1), 0);
        QCOMPARE(select.endIn(1), 5);
        QCOMPARE(select.caretRow(), 0);
        QCOMPARE(select.caretIn(0), 3);
        QCOMPARE(select.caretIn(1), -1);
        select.move(WordSelection::Letter, 1, false);
        QVERIFY(!select.isPresent());
        select.takeWord(1, 8);
        QCOMPARE(select.words(), u"four");
        select.clear();
        QCOMPARE(select.caretRow(), -1);
        select.move(WordSelection::Letter, 1, true);
        QVERIFY(!select.isPresent());
    }

    void aProposalIsCorrectedBeforeItIsTaken()
    {
        CaseStore store;
        Places places;
        Veil veil;
        ReviewModel review(&store, &places, &veil);
        const QAbstractItemModelTester tester(&review, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Proposal proposal;
        proposal.key = QStringLiteral("k");
        proposal.incident = incidentAt(0, QStringLiteral("early"), u"2022-09-12T20:05Z").incident;
        review.setRows({{DocumentId{1}, proposal}});
        QCOMPARE(review.whenInput(), u"2022-09-13T00:05");
        review.correctWhen(QStringLiteral("2022-09-14"));
        QCOMPARE(review.whenInput(), u"2022-09-14");
        QCOMPARE(review.currentRow()->proposal.incident.when->span.precision, TimePrecision::Day);
        review.correctWhen({});
        QVERIFY(!review.currentRow()->proposal.incident.when);
        review.setKind(static_cast<int>(Kind::Riots));
        QCOMPARE(review.currentRow()->proposal.incident.kind, Kind::Riots);
        review.setTitle(QStringLiteral("  "));
        QCOMPARE(review.title(), u"early");
    }

    void theMapIsAskedToShowABoxOnlyWhenItHasASize()
    {
        Camera camera;
        QSignalSpy moves(&camera, &Camera::moveRequested);
        camera.fit({44, 38, 47, 41}, Camera::Motion::Glide);
        QCOMPARE(moves.count(), 0);
        camera.follow(0, 0, 2, {800, 600});
        QCOMPARE(moves.count(), 1);
        QCOMPARE(moves.front().at(0).toDouble(), 45.5);
        const double zoom = moves.front().at(2).toDouble();
        QCOMPARE(zoom, std::floor(zoom));
        camera.follow(45.5, 39.5, zoom, {800, 600});
        camera.reveal({45.5, 39.5});
        QCOMPARE(moves.count(), 1);
        camera.reveal({10, 10});
        QCOMPARE(moves.count(), 2);
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
