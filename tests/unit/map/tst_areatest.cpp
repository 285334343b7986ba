#include "map/areatest.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace dateline;

namespace
{

FilterArea boxOf(double west, double south, double east, double north)
{
    return {{}, 0, {{west, north}, {east, north}, {east, south}, {west, south}}};
}

bool isNear(double found, double expected, double part)
{
    return std::abs(found - expected) <= std::abs(expected) * part;
}

} // namespace

class TestAreaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresACircle()
    {
        const double metres = squareMetresIn({{46, 40}, 20'000, {}}).value();
        QVERIFY(isNear(metres, std::numbers::pi * 4e8, 0.002));
    }

    void measuresEdgesThatAreStraightOnTheMap()
    {
        // The shortest way along a parallel leaves it: then the whole would be more than its parts.
        const double whole = squareMetresIn(boxOf(0, 50, 60, 60)).value();
        double parts = 0;
        for (const double west : {0.0, 20.0, 40.0})
            parts += squareMetresIn(boxOf(west, 50, west + 20, 60)).value();
        QVERIFY2(isNear(whole, parts, 1e-6), qPrintable(QString::number(whole - parts)));
        // On a sphere of the same area as the earth, and so only about as large.
        using std::numbers::pi;
        const double sphere =
            510'065'621'724'079.0 / (4 * pi) * (pi / 3) * (std::sin(60 * pi / 180) - std::sin(50 * pi / 180));
        QVERIFY2(isNear(whole, sphere, 0.01), qPrintable(QString::number(whole / sphere)));
    }

    void measuresOverTheAntimeridian()
    {
        const double here = squareMetresIn(boxOf(20, -10, 24, 10)).value();
        QVERIFY(isNear(squareMetresIn(boxOf(178, -10, -178, 10)).value(), here, 1e-6));
        QVERIFY(isNear(squareMetresIn(boxOf(178, -10, 182, 10)).value(), here, 1e-6)); // As a view has it.
    }

    void measuresInEitherDirection()
    {
        FilterArea shape{{}, 0, {{45, 39}, {47, 39.5}, {46.5, 41}, {46, 39.9}, {45.2, 40.8}}};
        const double one = squareMetresIn(shape).value();
        std::ranges::reverse(shape.outline);
        QVERIFY(isNear(squareMetresIn(shape).value(), one, 1e-6));
    }

    void doesNotMeasureAShapeWhoseEdgesCross()
    {
        QVERIFY(!squareMetresIn({{}, 0, {{0, 0}, {1, 1}, {1, 0}, {0, 1}}}));
        QVERIFY(!squareMetresIn({{}, 0, {{179, 0}, {-179, 1}, {-179, 0}, {179, 1}}}));
        QVERIFY(squareMetresIn({{}, 0, {{0, 0}, {1, 0}, {1, 1}, {0.5, 0}, {0, 1}}})); // One corner on another edge.
    }

    void measuresNothingInNoShape()
    {
        QCOMPARE(squareMetresIn({}), 0);
        QCOMPARE(squareMetresIn({{}, 0, {{0, 0}, {1, 1}}}), 0);
    }

    void tellsAViewFromAShape()
    {
        QVERIFY(isBox(boxOf(45, 39, 47, 41)));
        QVERIFY(!isBox({{}, 0, {{45, 41}, {47, 41}, {47.001, 39}, {45, 39}}}));
        QVERIFY(!isBox({{}, 0, {{45, 41}, {47, 41}, {45, 39}}}));
        QVERIFY(!isBox({{46, 40}, 1000, {}}));
    }

    void closesOutlines()
    {
        const std::vector<LonLat> ring = outlineOf({{}, 0, {{0, 0}, {1, 0}, {1, 1}}});
        QCOMPARE(ring, (std::vector<LonLat>{{0, 0}, {1, 0}, {1, 1}, {0, 0}}));
        QCOMPARE(outlineOf({{46, 40}, 1000, {}}).front(), outlineOf({{46, 40}, 1000, {}}).back());
        QVERIFY(outlineOf({}).empty());
    }

    void tellsHowWideAShapeMayBe_data()
    {
        QTest::addColumn<std::vector<double>>("longitudes");
        QTest::addColumn<bool>("narrow");
        QTest::newRow("no corner") << std::vector<double>{} << true;
        QTest::newRow("one corner") << std::vector<double>{170} << true;
        QTest::newRow("half the world, nearly") << std::vector<double>{-90, 0, 89.9} << true;
        QTest::newRow("more than half") << std::vector<double>{-91, 0, 91} << false;
        QTest::newRow("over the antimeridian") << std::vector<double>{100, 170, -100} << true;
        QTest::newRow("all round") << std::vector<double>{0, 100, -160, -60} << false;
    }
    void tellsHowWideAShapeMayBe()
    {
        QFETCH(std::vector<double>, longitudes);
        QFETCH(bool, narrow);
        std::vector<LonLat> corners;
        for (const double lon : longitudes)
            corners.push_back({lon, 10});
        QCOMPARE(isNarrow(corners), narrow);
    }
};

QTEST_APPLESS_MAIN(TestAreaTest)
#include "tst_areatest.moc"
