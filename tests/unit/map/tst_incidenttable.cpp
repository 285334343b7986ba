#include "map/incidenttable.h"

#include "map/areatest.h"
#include "map/histogram.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace dateline;

namespace
{

std::vector<Incident> randomIncidents(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(-180, 180);
    std::uniform_real_distribution<double> lat(-80, 80);
    std::vector<Incident> incidents(count);
    for (std::size_t i = 0; i < count; ++i) {
        Incident &incident = incidents[i];
        incident.id = IncidentId{static_cast<std::int64_t>(3 * i) + 1};
        incident.kind = static_cast<Kind>(random() % kindCount);
        if (random() % 3 != 0)
            incident.subKind = static_cast<SubKind>(random() % subKindCount);
        incident.status = static_cast<Status>(random() % statusCount);
        incident.credibility = static_cast<int>(random() % credibilityCount);
        if (random() % 6 != 0) {
            incident.where = Where{};
            incident.where->geometry = pointGeometry({lon(random), lat(random)});
            incident.where->precision = static_cast<LocationPrecision>(random() % locationPrecisionCount);
        }
        if (random() % 6 != 0) {
            const UtcMinute begin(std::chrono::minutes(random() % 5'000));
            incident.when =
                When{{begin, begin + std::chrono::minutes(1 + random() % 3'000), TimePrecision::Hour}, {}, {}};
        }
    }
    return incidents;
}

IncidentTable tableOf(const std::vector<Incident> &incidents)
{
    IncidentColumns columns;
    for (const Incident &incident : incidents)
        append(columns, incident);
    return IncidentTable(std::move(columns));
}

template<std::size_t Count>
void dropSome(std::bitset<Count> &shown, std::mt19937 &random)
{
    if (random() % 2 == 0)
        shown.flip(random() % Count);
}

IncidentFilter randomFilter(std::mt19937 &random)
{
    IncidentFilter filter;
    dropSome(filter.kinds, random);
    dropSome(filter.subKinds, random);
    dropSome(filter.statuses, random);
    dropSome(filter.credibilities, random);
    dropSome(filter.precisions, random);
    if (random() % 2 == 0)
        filter.begin = UtcMinute(std::chrono::minutes(random() % 4'000));
    if (random() % 2 == 0)
        filter.end = UtcMinute(std::chrono::minutes(2'000 + random() % 4'000));
    filter.withoutTime = random() % 2 == 0;
    return filter;
}

std::vector<bool> shownOf(const IncidentTable &table)
{
    std::vector<bool> shown;
    for (std::size_t row = 0; row < table.size(); ++row)
        shown.push_back(table.shows(row));
    return shown;
}

std::vector<bool> shownBy(const IncidentFilter &filter, const std::vector<Incident> &incidents)
{
    std::vector<bool> shown;
    for (const Incident &incident : incidents)
        shown.push_back(filter.shows(incident));
    return shown;
}

} // namespace

class TestIncidentTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheFilterSaysOfEachIncident()
    {
        const std::vector<Incident> incidents = randomIncidents(400, 5);
        IncidentTable table = tableOf(incidents);
        std::mt19937 random(6);
        // One filter after the other: what the last one hid must not stay.
        for (int turn = 0; turn < 60; ++turn) {
            const IncidentFilter filter = randomFilter(random);
            table.setFilter(filter);
            QCOMPARE(shownOf(table), shownBy(filter, incidents));
            const ShownCount shown = table.countShown();
            std::uint32_t expected = 0;
            std::uint32_t withoutPlace = 0;
            for (const Incident &incident : incidents) {
                expected += filter.shows(incident);
                withoutPlace += filter.shows(incident) && !incident.where;
            }
            QCOMPARE(shown.count, expected);
            QCOMPARE(shown.withoutPlace, withoutPlace);
        }
        table.setFilter({});
        QCOMPARE(table.countShown().count, incidents.size());
    }

    void countsWhatEachValueWouldShow()
    {
        const std::vector<Incident> incidents = randomIncidents(400, 7);
        IncidentTable table = tableOf(incidents);
        std::mt19937 random(8);
        for (int turn = 0; turn < 20; ++turn) {
            const IncidentFilter filter = randomFilter(random);
            table.setFilter(filter);
            FacetCounts expected;
            const auto without = [&filter](auto part) {
                IncidentFilter open = filter;
                (open.*part).set();
                return open;
            };
            for (const Incident &one : incidents) {
                const auto number = [](auto value) { return static_cast<std::size_t>(value); };
                expected.kinds.at(number(one.kind)) += without(&IncidentFilter::kinds).shows(one);
                expected.subKinds.at(one.subKind ? number(*one.subKind) : subKindCount) +=
                    without(&IncidentFilter::subKinds).shows(one);
                expected.statuses.at(number(one.status)) += without(&IncidentFilter::statuses).shows(one);
                expected.credibilities.at(number(one.credibility)) +=
                    without(&IncidentFilter::credibilities).shows(one);
                expected.precisions.at(one.where ? number(one.where->precision) : locationPrecisionCount) +=
                    without(&IncidentFilter::precisions).shows(one);
            }
            QVERIFY(table.countFacets() == expected);
        }
    }

    void takesChangesOneByOne()
    {
        std::vector<Incident> incidents = randomIncidents(60, 9);
        IncidentTable table = tableOf(incidents);
        std::mt19937 random(10);
        const IncidentFilter filter = randomFilter(random);
        table.setFilter(filter);
        Incident changed = randomIncidents(1, 11).front();
        changed.id = incidents[20].id;
        incidents[20] = changed;
        QCOMPARE(table.put(changed), (std::pair<std::uint32_t, bool>(20, false)));
        Incident added = randomIncidents(1, 12).front();
        added.id = IncidentId{5}; // Between the second and the third.
        incidents.insert(incidents.begin() + 2, added);
        QCOMPARE(table.put(added), (std::pair<std::uint32_t, bool>(2, true)));
        QCOMPARE(table.remove(incidents[40].id), std::optional<std::uint32_t>(40));
        QVERIFY(!table.remove(incidents[40].id));
        incidents.erase(incidents.begin() + 40);
        QCOMPARE(shownOf(table), shownBy(filter, incidents));
        QVERIFY(table.columns().x == tableOf(incidents).columns().x);
        QVERIFY(table.columns().id == tableOf(incidents).columns().id);
    }

    void hidesWhatTheCaseDoesNotMatch()
    {
        IncidentTable table = tableOf(randomIncidents(5, 13));
        const std::array some{IncidentId{1}, IncidentId{2}, IncidentId{7}, IncidentId{99}};
        table.setMatches(FilterPart::Actor, some);
        QCOMPARE(shownOf(table), (std::vector{true, false, true, false, false}));
        const std::array other{IncidentId{7}, IncidentId{10}};
        table.setMatches(FilterPart::Words, other);
        QCOMPARE(shownOf(table), (std::vector{false, false, true, false, false}));
        table.setAllMatch(FilterPart::Actor);
        QCOMPARE(shownOf(table), (std::vector{false, false, true, true, false}));
    }

    void knowsWhenIncidentsWereReportedAndByHowMany()
    {
        IncidentTable table = tableOf(randomIncidents(4, 14));
        IncidentFilter filter;
        filter.knownEnd = UtcMinute(std::chrono::minutes(100));
        filter.withoutTime = false;
        table.setFilter(filter);
        QCOMPARE(table.countShown().count, 4U); // Not known yet: nothing is hidden on a guess.
        const auto at = [](int minute) { return UtcMinute(std::chrono::minutes(minute)); };
        const std::array supports{std::pair(IncidentId{1}, Support{1, 1, 1, at(99)}),
                                  std::pair(IncidentId{2}, Support{3, 3, 3, at(1)}), // Of no row.
                                  std::pair(IncidentId{4}, Support{2, 2, 2, at(100)}),
                                  std::pair(IncidentId{7}, Support{1, 1, 1, {}}),
                                  std::pair(IncidentId{10}, Support{300, 300, 300, at(-5)}),
                                  std::pair(IncidentId{11}, Support{3, 3, 3, at(1)})};
        table.setSupports(supports);
        QCOMPARE(shownOf(table), (std::vector{true, false, false, true}));
        filter.withoutTime = true;
        table.setFilter(filter);
        QCOMPARE(shownOf(table), (std::vector{true, false, true, true}));
        filter = {};
        filter.leastOrigins = 2;
        table.setFilter(filter);
        QCOMPARE(shownOf(table), (std::vector{false, true, false, true}));
    }

    void keepsWhatLiesInAShape()
    {
        // A shape over the antimeridian, and a circle.
        const FilterArea shape{{}, 0, {{178, 10}, {-178, 10}, {-178, -10}, {178, -10}}};
        const auto holds = [](const FilterArea &area, LonLat at) { return AreaTest(area).holds(fixedFromLonLat(at)); };
        QVERIFY(holds(shape, {179, 0}));
        QVERIFY(holds(shape, {-179, 9}));
        QVERIFY(!holds(shape, {177, 0}));
        QVERIFY(!holds(shape, {-177, 0}));
        QVERIFY(!holds(shape, {179, 11}));
        const FilterArea circle{{46, 40}, 20'000, {}};
        QVERIFY(holds(circle, {46, 40.179})); // 19.9 km
        QVERIFY(!holds(circle, {46, 40.181})); // 20.1 km
        QVERIFY(holds(circle, {46.23, 40})); // 19.6 km
        QVERIFY(!holds(circle, {46.24, 40})); // 20.5 km
        QVERIFY(!holds({}, {0, 0}));
    }

    void spreadsIncidentsOverTime_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("count");
        QTest::newRow("all in one") << 0 << 10'000 << 1;
        QTest::newRow("by the hour") << 0 << 60 << 140;
        QTest::newRow("a part") << 1'000 << 7 << 100;
        QTest::newRow("beyond") << 20'000 << 60 << 10;
    }
    void spreadsIncidentsOverTime()
    {
        QFETCH(int, first);
        QFETCH(int, minutes);
        QFETCH(int, count);
        const std::vector<Incident> incidents = randomIncidents(500, 15);
        IncidentTable table = tableOf(incidents);
        IncidentFilter filter;
        filter.kinds.reset(2);
        filter.begin = UtcMinute(std::chrono::minutes(3'000)); // Its own clock hides nothing.
        table.setFilter(filter);
        const Histogram histogram =
            TimeBinning(table, Clock::Happened, {first, minutes, static_cast<std::size_t>(count)}).histogramOf(table);
        std::vector<std::array<double, kindCount>> certain(static_cast<std::size_t>(count));
        std::vector<std::array<double, kindCount>> spread(static_cast<std::size_t>(count));
        std::uint32_t undated = 0;
        std::uint32_t outside = 0;
        for (const Incident &incident : incidents) {
            if (incident.kind == Kind{2})
                continue;
            if (!incident.when) {
                ++undated;
                continue;
            }
            const auto binOf = [&](UtcMinute time) {
                return static_cast<int>(
                    std::floor(static_cast<double>(time.time_since_epoch().count() - first) / minutes));
            };
            const int from = binOf(incident.when->span.begin);
            const int to = binOf(incident.when->span.end - std::chrono::minutes(1));
            outside += to < 0 || from >= count;
            for (int bin = std::max(0, from); bin <= std::min(count - 1, to); ++bin)
                (from == to ? certain : spread)
                    .at(static_cast<std::size_t>(bin))
                    .at(static_cast<std::size_t>(incident.kind)) += 1.0 / (to - from + 1);
        }
        QCOMPARE(histogram.undated, undated);
        QCOMPARE(histogram.outside, outside);
        for (std::size_t bin = 0; bin < histogram.bins.size(); ++bin) {
            for (std::size_t kind = 0; kind < kindCount; ++kind) {
                QCOMPARE(histogram.bins[bin].certain.at(kind), certain[bin].at(kind));
                QVERIFY(std::abs(static_cast<double>(histogram.bins[bin].spread.at(kind)) - spread[bin].at(kind))
                        < 1e-4);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestIncidentTable)
#include "tst_incidenttable.moc"
