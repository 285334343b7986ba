#include "geo/projection.h"

#include <QTest>

#include <cmath>

using namespace dateline;

class TestProjection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesWebMercatorLikeEpsg3857()
    {
        const Projection ours = Projection::webMercator();
        const Result<Projection> proj = Projection::fromText(QStringLiteral("EPSG:3857"));
        QVERIFY(proj.has_value());
        for (const LonLat position : {LonLat{0, 0}, LonLat{46.34, 39.51}, LonLat{-179, -70}, LonLat{150, 80}}) {
            const QPointF a = *ours.metresFromLonLat(position);
            const QPointF b = *proj->metresFromLonLat(position);
            QVERIFY(std::hypot(a.x() - b.x(), a.y() - b.y()) < 1e-5);
        }
    }

    void cutsWebMercatorNearThePoles()
    {
        const QPointF pole = *Projection::webMercator().metresFromLonLat({0, 90});
        QVERIFY(std::abs(pole.y() - 20037508.34) < 1);
    }

    void fitsTheBox_data()
    {
        QTest::addColumn<double>("west");
        QTest::addColumn<double>("south");
        QTest::addColumn<double>("east");
        QTest::addColumn<double>("north");
        QTest::addColumn<QString>("name");
        QTest::newRow("South Caucasus") << 44.0 << 38.0 << 48.0 << 41.0
                                        << QStringLiteral("Lambert conformal conic, 38.5°–40.5° N");
        QTest::newRow("Chile") << -76.0 << -42.0 << -69.0 << -30.0
                               << QStringLiteral("Lambert conformal conic, 40°–32° S");
        QTest::newRow("over the equator") << 28.0 << -4.0 << 35.0 << 4.0 << QStringLiteral("Mercator");
        QTest::newRow("Svalbard to the pole")
            << 0.0 << 76.0 << 40.0 << 89.0 << QStringLiteral("Lambert azimuthal equal-area");
        QTest::newRow("the world") << -180.0 << -90.0 << 180.0 << 90.0 << QStringLiteral("Robinson");
        QTest::newRow("over the antimeridian")
            << 172.0 << -48.0 << 186.0 << -34.0 << QStringLiteral("Lambert conformal conic, 45.7°–36.3° S");
        QTest::newRow("one position") << 46.0 << 40.0 << 46.0 << 40.0
                                      << QStringLiteral("Lambert conformal conic, 40°–40° N");
    }

    void fitsTheBox()
    {
        QFETCH(double, west);
        QFETCH(double, south);
        QFETCH(double, east);
        QFETCH(double, north);
        QFETCH(QString, name);
        const LonLatBox box{west, south, east, north};
        const Projection projection = Projection::fitting(box);
        QCOMPARE(projection.name(), name);
        for (int i = 0; i <= 4; ++i) {
            for (int j = 0; j <= 4; ++j) {
                const LonLat position{std::lerp(west, east, i / 4.0), std::lerp(south, north, j / 4.0) * 0.999};
                const std::optional<QPointF> metres = projection.metresFromLonLat(position);
                QVERIFY(metres.has_value());
                const std::optional<LonLat> back = projection.lonLatFromMetres(*metres);
                QVERIFY(back.has_value());
                // At the end of the world both its sides are the same meridian.
                QVERIFY(std::abs(std::remainder(back->lon - position.lon, 360)) < 1e-6);
                QVERIFY(std::abs(back->lat - position.lat) < 1e-6);
            }
        }
    }

    void projectsManyLikeOne()
    {
        const Projection projection = Projection::fitting({44, 38, 48, 41});
        const std::vector<LonLat> positions{{44, 38}, {46.34, 39.51}, {48, 41}};
        std::vector<QPointF> metres;
        projection.metresFromLonLats(positions, metres);
        QCOMPARE(metres.size(), positions.size());
        for (std::size_t i = 0; i < positions.size(); ++i)
            QCOMPARE(metres[i], *projection.metresFromLonLat(positions[i]));
    }

    void saysWhereItHasNoPoint()
    {
        const Result<Projection> gnomonic = Projection::fromText(QStringLiteral("+proj=gnom +lat_0=40 +lon_0=46"));
        QVERIFY(gnomonic.has_value());
        QVERIFY(!gnomonic->metresFromLonLat({-134, -40}).has_value());
        std::vector<QPointF> metres;
        const std::vector<LonLat> positions{{46, 40}, {-134, -40}};
        gnomonic->metresFromLonLats(positions, metres);
        QVERIFY(!std::isnan(metres[0].x()));
        QVERIFY(std::isnan(metres[1].x()));
    }

    void copiesAgree()
    {
        const Projection first = Projection::fitting({44, 38, 48, 41});
        const Projection second = first;
        QCOMPARE(second.name(), first.name());
        QCOMPARE(second.definition(), first.definition());
        QCOMPARE(*second.metresFromLonLat({46, 40}), *first.metresFromLonLat({46, 40}));
    }

    void refusesWhatNamesNoProjection_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("no such projection") << QStringLiteral("+proj=banana");
        QTest::newRow("no such code") << QStringLiteral("EPSG:999999");
        QTest::newRow("an address") << QStringLiteral("http://example.org/crs");
        QTest::newRow("a grid from elsewhere") << QStringLiteral("+proj=longlat +nadgrids=@http://example.org/a");
    }

    void refusesWhatNamesNoProjection()
    {
        QFETCH(QString, text);
        const Result<Projection> projection = Projection::fromText(text);
        QVERIFY(!projection.has_value());
        QCOMPARE(projection.error().kind, Error::Kind::Malformed);
        QVERIFY(!projection.error().message.endsWith(QLatin1Char('.')));
    }
};

QTEST_APPLESS_MAIN(TestProjection)
#include "tst_projection.moc"
