#include "map/roworder.h"

#include <QTest>

#include <random>

using namespace dateline;

namespace
{

Incident incidentAt(std::int64_t id, Kind kind, Status status, int credibility, int minute)
{
    Incident incident;
    incident.id = IncidentId{id};
    incident.kind = kind;
    incident.status = status;
    incident.credibility = credibility;
    if (minute >= 0) {
        const UtcMinute begin{std::chrono::minutes(minute)};
        incident.when = When{{begin, begin + std::chrono::minutes(1), TimePrecision::Minute}, {}, {}};
    }
    return incident;
}

/// Five, of which the second and the fourth happened in the same minute, and the fifth has no time.
IncidentTable fewIncidents()
{
    IncidentColumns columns;
    append(columns, incidentAt(1, Kind::Riots, Status::Refuted, 0, 300));
    append(columns, incidentAt(2, Kind::Battles, Status::Reported, 6, 200));
    append(columns, incidentAt(3, Kind::Riots, Status::Disputed, 1, 100));
    append(columns, incidentAt(5, Kind::Battles, Status::Reported, 1, 200));
    append(columns, incidentAt(8, Kind::Protests, Status::Corroborated, 0, -1));
    IncidentTable table(std::move(columns));
    const UtcMinute early{std::chrono::minutes(-60)};
    table.setSupports(std::vector{std::pair(IncidentId{1}, Support{.knownAt = early}),
                                  std::pair(IncidentId{2}, Support{.origins = 3}),
                                  std::pair(IncidentId{3}, Support{.origins = 1, .knownAt = UtcMinute{}}),
                                  std::pair(IncidentId{8}, Support{.origins = 300, .knownAt = early})});
    return table;
}

/// The third has no text, the fourth and the fifth have the same; 4 was there when the texts were read.
const std::vector<TextRank> ranks{
    {IncidentId{1}, 2}, {IncidentId{2}, 0}, {IncidentId{4}, 3}, {IncidentId{5}, 1}, {IncidentId{8}, 1}};

std::vector<std::int64_t> idsOf(const IncidentTable &table, const Sorting &sorting)
{
    std::vector<std::int64_t> ids;
    for (const std::uint32_t row : sortedRows(table, orderByDay(table.columns()), sorting, ranks))
        ids.push_back(table.columns().id[row]);
    return ids;
}

} // namespace

class TestRowOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByWhatIsAskedFor_data()
    {
        QTest::addColumn<SortBy>("by");
        QTest::addColumn<std::vector<std::int64_t>>("ascending");
        QTest::addColumn<std::vector<std::int64_t>>("descending");
        using Ids = std::vector<std::int64_t>;
        QTest::newRow("time, undated last") << SortBy::Time << Ids{3, 2, 5, 1, 8} << Ids{1, 5, 2, 3, 8};
        QTest::newRow("kind, ties by time") << SortBy::Kind << Ids{2, 5, 8, 3, 1} << Ids{3, 1, 8, 2, 5};
        QTest::newRow("status") << SortBy::Status << Ids{2, 5, 8, 3, 1} << Ids{1, 3, 8, 2, 5};
        QTest::newRow("credibility, not graded last")
            << SortBy::Credibility << Ids{3, 5, 2, 1, 8} << Ids{2, 3, 5, 1, 8};
        QTest::newRow("origins") << SortBy::Origins << Ids{5, 1, 3, 2, 8} << Ids{8, 2, 3, 5, 1};
        QTest::newRow("first report, never reported last")
            << SortBy::KnownAt << Ids{1, 8, 3, 2, 5} << Ids{3, 1, 8, 2, 5};
        QTest::newRow("text, without one last") << SortBy::Title << Ids{2, 5, 8, 1, 3} << Ids{1, 5, 8, 2, 3};
    }
    void sortsByWhatIsAskedFor()
    {
        QFETCH(SortBy, by);
        QFETCH(std::vector<std::int64_t>, ascending);
        QFETCH(std::vector<std::int64_t>, descending);
        const IncidentTable table = fewIncidents();
        QCOMPARE(idsOf(table, {by, false}), ascending);
        QCOMPARE(idsOf(table, {by, true}), descending);
    }

    void whatIsNotKnownYetLeavesTheOrderOfTime()
    {
        IncidentTable table{IncidentColumns(fewIncidents().columns())};
        QCOMPARE(idsOf(table, {SortBy::Origins, true}), (std::vector<std::int64_t>{3, 2, 5, 1, 8}));
        QCOMPARE(idsOf(table, {SortBy::KnownAt, false}), (std::vector<std::int64_t>{3, 2, 5, 1, 8}));
    }

    void manyAreSortedAsBySortingThemPlainly()
    {
        std::mt19937 random(7);
        IncidentColumns columns;
        std::vector<std::pair<IncidentId, Support>> supports;
        for (std::int64_t id = 1; id <= 3000; ++id) {
            append(columns, incidentAt(id, Kind::Riots, Status::Reported, 0, static_cast<int>(random() % 500)));
            // As far apart as minutes go, some with the same, some with none.
            if (random() % 8 != 0) {
                const UtcMinute known(std::chrono::minutes(static_cast<std::int32_t>(random() & ~0x3fU)));
                supports.emplace_back(IncidentId{id}, Support{.knownAt = known});
            }
        }
        IncidentTable table(std::move(columns));
        table.setSupports(supports);
        for (const bool descending : {false, true}) {
            std::vector<std::uint32_t> plain = orderByDay(table.columns());
            std::ranges::stable_sort(plain, [&](std::uint32_t a, std::uint32_t b) {
                const std::int32_t x = table.knownAt()[a];
                const std::int32_t y = table.knownAt()[b];
                if (x == IncidentTable::neverKnown || y == IncidentTable::neverKnown)
                    return y == IncidentTable::neverKnown && x != y;
                return descending ? x > y : x < y;
            });
            QCOMPARE(sortedRows(table, orderByDay(table.columns()), {SortBy::KnownAt, descending}, {}), plain);
        }
    }

    void nothingIsSortedToNothing()
    {
        for (int by = 0; by < sortByCount; ++by)
            QVERIFY(sortedRows(IncidentTable(), {}, {static_cast<SortBy>(by), true}, {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestRowOrder)
#include "tst_roworder.moc"
