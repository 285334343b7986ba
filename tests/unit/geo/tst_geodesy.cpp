#include "geo/geodesy.h"

#include <QTest>

#include <cmath>

using namespace dateline;

class TestGeodesy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsDistances_data()
    {
        QTest::addColumn<double>("lonA");
        QTest::addColumn<double>("latA");
        QTest::addColumn<double>("lonB");
        QTest::addColumn<double>("latB");
        QTest::addColumn<double>("metres");
        QTest::newRow("none") << 46.0 << 40.0 << 46.0 << 40.0 << 0.0;
        QTest::newRow("a degree along the equator") << 0.0 << 0.0 << 1.0 << 0.0 << 111319.491;
        QTest::newRow("a quarter of a meridian") << 0.0 << 0.0 << 0.0 << 90.0 << 10001965.729;
        // Vincenty's line between two Australian trig points, moved to WGS 84.
        QTest::newRow("Flinders Peak to Buninyong")
            << 144.42486788 << -37.95103341 << 143.92649552 << -37.65282113 << 54972.271;
        QTest::newRow("over the antimeridian") << 179.5 << 0.0 << -179.5 << 0.0 << 111319.491;
    }

    void knowsDistances()
    {
        QFETCH(double, lonA);
        QFETCH(double, latA);
        QFETCH(double, lonB);
        QFETCH(double, latB);
        QFETCH(double, metres);
        const double found = distanceMetres({lonA, latA}, {lonB, latB});
        QVERIFY2(std::abs(found - metres) < 0.05, qPrintable(QString::number(found, 'f', 3)));
    }

    void knowsBearings()
    {
        QCOMPARE(bearingDegrees({46, 39}, {46, 40}), 0.0);
        QCOMPARE(bearingDegrees({46, 40}, {46, 39}), 180.0);
        QCOMPARE(bearingDegrees({1, 0}, {0, 0}), 270.0);
        // As published with Vincenty's line.
        const double found = bearingDegrees({144.42486788, -37.95103341}, {143.92649552, -37.65282113});
        QVERIFY2(std::abs(found - 306.868158) < 1e-4, qPrintable(QString::number(found, 'f', 6)));
    }

    void goesThereAndMeasuresTheWay()
    {
        const LonLat goris{46.34, 39.51};
        for (const double azimuth : {0.0, 45.0, 133.0, 270.0}) {
            const LonLat end = destination(goris, azimuth, 10000);
            QVERIFY(std::abs(distanceMetres(goris, end) - 10000) < 1e-3);
        }
        QVERIFY(destination(goris, 90, 10000).lon > goris.lon);
        QVERIFY(destination(goris, 0, 10000).lat > goris.lat);
    }

    void measuresAreas_data()
    {
        QTest::addColumn<std::vector<LonLat>>("ring");
        QTest::addColumn<double>("squareMetres");
        // As GeographicLib's own tests of its planimeter have them.
        QTest::newRow("a degree by a degree") << std::vector<LonLat>{{0, 0}, {1, 0}, {1, 1}, {0, 1}} << 12308778361.469;
        QTest::newRow("the other way round") << std::vector<LonLat>{{0, 1}, {1, 1}, {1, 0}, {0, 0}} << 12308778361.469;
        QTest::newRow("closed") << std::vector<LonLat>{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}} << 12308778361.469;
        QTest::newRow("over the antimeridian")
            << std::vector<LonLat>{{179.5, 0}, {-179.5, 0}, {-179.5, 1}, {179.5, 1}} << 12308778361.469;
        QTest::newRow("an eighth of the earth") << std::vector<LonLat>{{0, 90}, {0, 0}, {90, 0}} << 63758202715511.0;
        QTest::newRow("nothing") << std::vector<LonLat>{} << 0.0;
    }
    void measuresAreas()
    {
        QFETCH(std::vector<LonLat>, ring);
        QFETCH(double, squareMetres);
        const double found = areaSquareMetres(ring);
        QVERIFY2(std::abs(found - squareMetres) <= squareMetres * 1e-11, qPrintable(QString::number(found, 'f', 3)));
    }

    void drawsACircleThatIsTrueAllTheWayRound()
    {
        for (const double lat : {0.0, 40.0, 75.0}) {
            const LonLat centre{46, lat};
            const std::vector<LonLat> ring = geodesicCircle(centre, 25000, 48);
            QCOMPARE(ring.size(), std::size_t{49});
            QCOMPARE(ring.front(), ring.back());
            for (const LonLat corner : ring)
                QVERIFY(std::abs(distanceMetres(centre, corner) - 25000) < 1e-3);
        }
    }
};

QTEST_APPLESS_MAIN(TestGeodesy)
#include "tst_geodesy.moc"
