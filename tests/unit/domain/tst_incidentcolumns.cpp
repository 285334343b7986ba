#include "domain/incidentcolumns.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <tuple>

using namespace dateline;

namespace
{

Incident incidentWith(std::int64_t id)
{
    Incident incident;
    incident.id = IncidentId{id};
    incident.title = QStringLiteral("An incident");
    incident.kind = Kind::Riots;
    return incident;
}

} // namespace

class TestIncidentColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longitudesGoOnRoundTheWorld()
    {
        QCOMPARE(fixedFromLonLat({182, 10}).x, fixedFromLonLat({-178, 10}).x);
        QCOMPARE(fixedFromLonLat({-190, 10}).x, fixedFromLonLat({170, 10}).x);
        QCOMPARE(fixedFromLonLat({180, 10}).x,
                 std::numeric_limits<std::uint32_t>::max()); // Its own edge stays its own.
    }

    void keepPositionsToACentimetre_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::newRow("Goris") << 46.339 << 39.511;
        QTest::newRow("the corner of the map") << -180.0 << 85.0;
        QTest::newRow("far south") << 179.999999 << -84.9;
        QTest::newRow("zero") << 0.0 << 0.0;
    }
    void keepPositionsToACentimetre()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        const LonLat back = lonLatFromFixed(fixedFromLonLat({lon, lat}));
        QVERIFY2(std::abs(back.lon - lon) < 1e-7 && std::abs(back.lat - lat) < 1e-7,
                 qPrintable(QStringLiteral("%1 %2").arg(back.lon, 0, 'f', 9).arg(back.lat, 0, 'f', 9)));
    }
    void putPolesOnTheMapsEdge()
    {
        QCOMPARE(fixedFromLonLat({0, 90}).y, 0U);
        QVERIFY(fixedFromLonLat({0, -90}).y > 4'294'967'000U);
    }

    void tellADayInItsOwnZone()
    {
        Incident incident = incidentWith(1);
        const UtcMinute begin = *utcFromIso(u"2022-09-12T20:05Z");
        incident.when =
            When{{begin, begin + std::chrono::minutes(1), TimePrecision::Minute}, QStringLiteral("UTC+04:00"), {}};
        IncidentColumns columns;
        append(columns, incident);
        QCOMPARE(QDate(1970, 1, 1).addDays(columns.day[0]), QDate(2022, 9, 13));
        QCOMPARE(UtcMinute(std::chrono::minutes(columns.begin[0])), begin);
        QVERIFY(columns.has(0, IncidentColumns::HasTime) && !columns.has(0, IncidentColumns::HasPlace));
    }

    void areListedByDayThenByTime_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("days");
        QTest::newRow("none") << 0 << 1;
        QTest::newRow("a few, centuries apart") << 20 << 300'000;
        QTest::newRow("many of some days") << 5'000 << 40;
        QTest::newRow("many of one day") << 5'000 << 1;
        QTest::newRow("many, centuries apart") << 5'000 << 300'000;
    }
    void areListedByDayThenByTime()
    {
        QFETCH(int, count);
        QFETCH(int, days);
        std::mt19937 random(5);
        IncidentColumns columns;
        for (int i = 0; i < count; ++i) {
            Incident incident = incidentWith(i + 1);
            const auto minute = static_cast<int>(random() % 12) * 120;
            const auto day = static_cast<int>(random() % static_cast<unsigned>(days)) - days / 2;
            const UtcMinute begin = UtcMinute(std::chrono::days(day)) + std::chrono::minutes(minute);
            if (i % 7 != 0) {
                incident.when = When{{begin, begin + std::chrono::minutes(1), TimePrecision::Minute},
                                     i % 2 == 0 ? QStringLiteral("UTC+14:00") : QStringLiteral("UTC-09:00"),
                                     {}};
            }
            append(columns, incident);
        }
        const std::vector<std::uint32_t> order = orderByDay(columns);
        std::vector<std::uint32_t> expected(columns.size());
        std::iota(expected.begin(), expected.end(), 0U);
        std::ranges::sort(expected, [&columns](std::uint32_t a, std::uint32_t b) {
            const auto key = [&columns](std::uint32_t row) {
                const bool undated = !columns.has(row, IncidentColumns::HasTime);
                return std::tuple(undated, columns.day[row], columns.begin[row], row);
            };
            return key(a) < key(b);
        });
        QCOMPARE(order, expected);
        QVERIFY(std::ranges::is_sorted(
            order, [&columns](std::uint32_t a, std::uint32_t b) { return isBefore(columns, a, b); }));
    }

    void callAreaWhatIsNoPin_data()
    {
        QTest::addColumn<Geometry::Type>("type");
        QTest::addColumn<LocationPrecision>("precision");
        QTest::addColumn<bool>("isArea");
        QTest::newRow("a place") << Geometry::Type::Point << LocationPrecision::Near << false;
        QTest::newRow("a district's centre") << Geometry::Type::Point << LocationPrecision::District << true;
        QTest::newRow("an outline") << Geometry::Type::Polygon << LocationPrecision::Exact << true;
        QTest::newRow("a road") << Geometry::Type::Line << LocationPrecision::Near << true;
    }
    void callAreaWhatIsNoPin()
    {
        QFETCH(Geometry::Type, type);
        QFETCH(LocationPrecision, precision);
        QFETCH(bool, isArea);
        Incident incident = incidentWith(1);
        incident.where = Where{};
        incident.where->geometry = {type, {{{46, 39}, {47, 39}, {47, 40}, {46, 39}}}};
        if (type == Geometry::Type::Point)
            incident.where->geometry = pointGeometry({46, 39});
        incident.where->precision = precision;
        IncidentColumns columns;
        append(columns, incident);
        QCOMPARE(columns.has(0, IncidentColumns::IsArea), isArea);
    }

    void takeRowsInAndOutInTheOrderOfTheirIds()
    {
        IncidentColumns columns;
        for (const std::int64_t id : {1, 5, 9})
            append(columns, incidentWith(id));
        QCOMPARE(insert(columns, incidentWith(7)), 2U);
        QCOMPARE(columns.id, (std::vector<std::int64_t>{1, 5, 7, 9}));
        QCOMPARE(insert(columns, incidentWith(10)), 4U);
        QCOMPARE(erase(columns, IncidentId{5}), 1U);
        QVERIFY(!erase(columns, IncidentId{5}));
        QCOMPARE(columns.id, (std::vector<std::int64_t>{1, 7, 9, 10}));
        QCOMPARE(columns.kind.size(), std::size_t{4});
    }

    void knowHowFarTheyReach()
    {
        IncidentColumns columns;
        QVERIFY(!extentOf(columns));
        append(columns, incidentWith(1));
        QVERIFY(!extentOf(columns));
        for (const LonLat position : {LonLat{46.3, 39.5}, LonLat{45.7, 40.2}, LonLat{46.0, 39.8}}) {
            Incident incident = incidentWith(2);
            incident.where = Where{.geometry = pointGeometry(position)};
            append(columns, incident);
        }
        const std::optional<LonLatBox> box = extentOf(columns);
        QVERIFY(box);
        QVERIFY(std::abs(box->west - 45.7) < 1e-6 && std::abs(box->east - 46.3) < 1e-6);
        QVERIFY(std::abs(box->south - 39.5) < 1e-6 && std::abs(box->north - 40.2) < 1e-6);
    }
};

QTEST_APPLESS_MAIN(TestIncidentColumns)
#include "tst_incidentcolumns.moc"
