#include "geo/geodesy.h"
#include "map/blur.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

constexpr LonLat goris{46.339, 39.511};

Where placeAt(LonLat position, double radius = 0)
{
    return {u"Goris"_s, u"Syunik"_s,    u"AM"_s, pointGeometry(position), LocationPrecision::Near,
            radius,     u"near Goris"_s};
}

double distanceIn(const Where &where, LonLat position)
{
    return distanceMetres(*anchorOf(where), position);
}

} // namespace

class TestBlur : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsThePlaceWithinTheRadius_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::newRow("Goris") << 46.339 << 39.511;
        QTest::newRow("equator") << 0.0 << 0.0;
        QTest::newRow("antimeridian east") << 180.0 << -17.0;
        QTest::newRow("antimeridian west") << -180.0 << 65.0;
        QTest::newRow("far north") << 20.0 << 84.9;
        QTest::newRow("far south") << -70.0 << -84.9;
    }
    void holdsThePlaceWithinTheRadius()
    {
        QFETCH(const double, lon);
        QFETCH(const double, lat);
        for (const double metres : {100.0, 1000.0, 3333.0, 10'000.0, 50'000.0, 400'000.0}) {
            const Where where = blurred(placeAt({lon, lat}), metres);
            QCOMPARE(where.radiusMetres, metres);
            QVERIFY(distanceIn(where, {lon, lat}) <= metres);
            QVERIFY(where.precision > LocationPrecision::Near);
        }
    }

    void tellsNoMoreThanTheCell()
    {
        // All places of a cell look alike, whatever else is known of them.
        const BlurCell cell = blurCellFor(goris, 10'000);
        std::mt19937 random(7);
        std::uniform_real_distribution<double> away(-0.12, 0.12);
        int inside = 0;
        for (int i = 0; i < 500; ++i) {
            const LonLat other{cell.centre.lon + away(random), cell.centre.lat + away(random)};
            if (blurCellFor(other, 10'000) != cell)
                continue;
            ++inside;
            QCOMPARE(blurred(placeAt(other), 10'000), blurred(placeAt(goris), 10'000));
        }
        QVERIFY(inside > 50);
        // Neither is the middle of what is drawn the place itself.
        QVERIFY(distanceMetres(cell.centre, goris) > 100);
        QVERIFY(cell.reachMetres > 10'000.0 / 2);
    }

    void severalExportsTellNoMoreThanTheSmallest()
    {
        // Whatever cell two places share, they share all larger ones: taking exports together narrows nothing down.
        std::mt19937 random(3);
        std::uniform_real_distribution<double> lon(-180, 180);
        std::uniform_real_distribution<double> lat(-84, 84);
        std::uniform_real_distribution<double> step(-0.05, 0.05);
        int shared = 0;
        for (int i = 0; i < 400; ++i) {
            const LonLat a{lon(random), lat(random)};
            const LonLat b{std::clamp(a.lon + step(random), -180.0, 180.0), a.lat + step(random)};
            bool same = false;
            for (double metres = 1000; metres < 200'000; metres *= 1.3) {
                const bool now = blurCellFor(a, metres) == blurCellFor(b, metres);
                QVERIFY(now || !same);
                same = now;
            }
            shared += same ? 1 : 0;
        }
        QVERIFY(shared > 100);
    }

    void coversHowFarThePlaceItselfIsKnown()
    {
        const Where vague = blurred(placeAt(goris, 12'000), 10'000);
        QCOMPARE(vague.radiusMetres, 20'000.0);
        Where province = placeAt(goris);
        province.geometry = {Geometry::Type::Polygon, {{{45, 39}, {47, 39}, {47, 40}, {45, 40}, {45, 39}}}};
        const Where area = blurred(province, 10'000);
        QCOMPARE(area.geometry.type, Geometry::Type::Point);
        for (const LonLat corner : province.geometry.parts.front())
            QVERIFY(distanceIn(area, corner) <= area.radiusMetres);
    }

    void namesTheTerritoryInsteadOfThePlace_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("province");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("named");
        QTest::newRow("province") << u"Goris"_s << u"Syunik"_s << u"AM"_s << u"Syunik"_s;
        QTest::newRow("province of the same name") << u"Donetsk"_s << u"Donetsk Oblast"_s << u"UA"_s << u"Ukraine"_s;
        QTest::newRow("no province") << u"Goris"_s << QString() << u"AM"_s << u"Armenia"_s;
        QTest::newRow("a city that is a country") << u"Singapore"_s << QString() << u"SG"_s << u"Place withheld"_s;
        QTest::newRow("nothing known") << u"Goris"_s << QString() << QString() << u"Place withheld"_s;
    }
    void namesTheTerritoryInsteadOfThePlace()
    {
        QFETCH(const QString, place);
        QFETCH(const QString, province);
        QFETCH(const QString, country);
        Where where = placeAt(goris);
        where.place = place;
        where.province = province;
        where.country = country;
        const Where coarse = blurred(where, 10'000);
        QTEST(coarse.place, "named");
        QVERIFY(coarse.province.isEmpty());
        QVERIFY(coarse.asWritten.isEmpty());
    }

    void keepsAPlaceWithoutAPositionWithoutOne()
    {
        Where where = placeAt(goris);
        where.geometry.parts.clear();
        QVERIFY(!anchorOf(blurred(where, 10'000)));
    }

    void widensAMapSoThatItsMiddleTellsNothing()
    {
        const BlurCell cell = blurCellFor(goris, 10'000);
        const LonLatBox exact{goris.lon - 0.5, goris.lat - 0.4, goris.lon + 0.5, goris.lat + 0.4};
        const LonLatBox wide = widenedToGrid(exact, cell);
        QVERIFY(wide.west <= exact.west && wide.east >= exact.east && wide.south <= exact.south
                && wide.north >= exact.north);
        // A map around another place of the cell has the very same edges.
        const LonLatBox other{exact.west + 0.002, exact.south + 0.002, exact.east + 0.002, exact.north + 0.002};
        QCOMPARE(widenedToGrid(other, cell), wide);
        QVERIFY(widenedToGrid(wide, cell) == wide); // To the last bit.
        const LonLatBox world = widenedToGrid({-180, -90, 180, 90}, cell);
        QVERIFY(world.south >= -90 && world.north <= 90);
    }
};

QTEST_GUILESS_MAIN(TestBlur)
#include "tst_blur.moc"
