#include "geo/projection.h"

#include "geo/geodesy.h"
#include "geo/projectionchoice.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace dateline;

namespace
{

/// How unevenly a map of a box shows lengths and areas: the greatest scale over the least, less 1.
struct Unevenness
{
    double lengths = 0;
    double areas = 0;
};

Unevenness unevennessOf(const QString &text, const LonLatBox &box)
{
    const Result<Projection> projection = Projection::fromText(text);
    if (!projection)
        return {1e9, 1e9};
    double shortest = 1e9;
    double longest = 0;
    double least = 1e9;
    double most = 0;
    constexpr double step = 500; // metres
    for (int i = 0; i <= 20; ++i) {
        for (int j = 0; j <= 20; ++j) {
            const LonLat here{std::lerp(box.west, box.east, i / 20.0), std::lerp(box.south, box.north, j / 20.0)};
            const QPointF at = *projection->metresFromLonLat(here);
            for (const double azimuth : {0.0, 30.0, 60.0, 90.0, 120.0, 150.0}) {
                const QPointF way = *projection->metresFromLonLat(destination(here, azimuth, step)) - at;
                const QPointF aside = *projection->metresFromLonLat(destination(here, azimuth + 90, step)) - at;
                const double length = std::hypot(way.x(), way.y()) / step;
                const double area = std::abs(way.x() * aside.y() - way.y() * aside.x()) / (step * step);
                shortest = std::min(shortest, length);
                longest = std::max(longest, length);
                least = std::min(least, area);
                most = std::max(most, area);
            }
        }
    }
    return {longest / shortest - 1, most / least - 1};
}

} // namespace

class TestProjection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesWebMercatorLikeEpsg3857()
    {
        const Projection ours = Projection::webMercator();
        const Result<Projection> proj = Projection::fromText(QStringLiteral("+proj=webmerc +datum=WGS84"));
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
        QTest::newRow("the whole of Chile")
            << -76.0 << -56.0 << -67.0 << -17.0 << QStringLiteral("Transverse Mercator around 71.5° W");
        QTest::newRow("tall over the equator")
            << 28.0 << -14.0 << 36.0 << 14.0 << QStringLiteral("Transverse Mercator around 32° E");
        QTest::newRow("the contiguous United States and Canada")
            << -130.0 << 24.0 << -60.0 << 60.0 << QStringLiteral("Lambert conformal conic, 30°–54° N");
        QTest::newRow("most of Eurasia") << 20.0 << 15.0 << 140.0 << 75.0
                                         << QStringLiteral("Lambert conformal conic, 25°–65° N");
        QTest::newRow("Africa") << -20.0 << -36.0 << 54.0 << 38.0 << QStringLiteral("Lambert azimuthal equal-area");
        QTest::newRow("wide over the equator") << -60.0 << -20.0 << 60.0 << 20.0 << QStringLiteral("Mercator");
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
        // A saved figure names it alike.
        const Result<Projection> again = Projection::fromText(projection.definition());
        QVERIFY(again);
        QCOMPARE(again->name(), name);
        QCOMPARE(again->centralMeridian(), projection.centralMeridian());
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

    void choosesWhatShowsLengthsAndAreasMoreEvenly_data()
    {
        QTest::addColumn<LonLatBox>("box");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("byArea");
        // Boxes just inside each rule, and the projection that would be taken without it.
        QTest::newRow("tall and narrow at 40° N")
            << LonLatBox{20, 32, 33.5, 48} << QStringLiteral("tmerc")
            << QStringLiteral("+proj=lcc +lat_1=34.67 +lat_2=45.33 +lat_0=40 +lon_0=26.75") << false;
        QTest::newRow("tall and narrow over the equator")
            << LonLatBox{28, -8, 38, 8} << QStringLiteral("tmerc") << QStringLiteral("+proj=merc +lon_0=33") << false;
        QTest::newRow("large over the equator")
            << LonLatBox{-16, -17, 17, 17} << QStringLiteral("laea") << QStringLiteral("+proj=merc +lon_0=0.5") << true;
    }

    void choosesWhatShowsLengthsAndAreasMoreEvenly()
    {
        QFETCH(const LonLatBox, box);
        QFETCH(const QString, chosen);
        QFETCH(const QString, other);
        QFETCH(const bool, byArea);
        const QString text = fittingText(box);
        QVERIFY2(text.startsWith(QStringLiteral("+proj=%1 ").arg(chosen)), qPrintable(text));
        const Unevenness ours = unevennessOf(text, box);
        const Unevenness theirs = unevennessOf(other, box);
        const QString said = QStringLiteral("lengths %1 % against %2 %, areas %3 % against %4 %")
                                 .arg(100 * ours.lengths, 0, 'f', 2)
                                 .arg(100 * theirs.lengths, 0, 'f', 2)
                                 .arg(100 * ours.areas, 0, 'f', 2)
                                 .arg(100 * theirs.areas, 0, 'f', 2);
        qInfo("%s", qPrintable(said));
        if (byArea) {
            QVERIFY2(ours.areas < 0.002 && theirs.areas > 0.04, qPrintable(said));
            QVERIFY2(ours.lengths < theirs.lengths, qPrintable(said));
        } else {
            QVERIFY2(ours.lengths < 0.8 * theirs.lengths && ours.areas < theirs.areas, qPrintable(said));
        }
    }

    void offersCommonProjectionsForAnyPlace_data()
    {
        QTest::addColumn<LonLatBox>("box");
        QTest::newRow("South Caucasus") << LonLatBox{44, 38, 48, 41};
        QTest::newRow("the world") << LonLatBox{-180, -58, 180, 80};
        QTest::newRow("over the equator") << LonLatBox{20, -10, 40, 10};
        QTest::newRow("mostly south of it") << LonLatBox{20, -30, 40, 4};
        QTest::newRow("over the antimeridian") << LonLatBox{172, -48, 186, -34};
        QTest::newRow("the south pole") << LonLatBox{-180, -90, 180, -60};
        QTest::newRow("one position") << LonLatBox{46, 0, 46, 0};
    }

    void offersCommonProjectionsForAnyPlace()
    {
        QFETCH(const LonLatBox, box);
        const std::vector<CommonProjection> common = commonProjections(box);
        QCOMPARE(common.size(), std::size_t{9});
        QVERIFY(common.front().text.isEmpty());
        for (const CommonProjection &one : std::span(common).subspan(1)) {
            const Result<Projection> projection = Projection::fromText(one.text);
            QVERIFY2(projection, qPrintable(one.text));
            const LonLat middle = box.centre();
            QVERIFY2(projection->metresFromLonLat(middle), qPrintable(one.text));
            QCOMPARE(one.name, commonProjections({0, 0, 1, 1}).at(static_cast<std::size_t>(&one - common.data())).name);
        }
    }

    void namesWhatIsAskedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("meridian");
        QTest::newRow("Web Mercator") << QStringLiteral("epsg:3857") << QStringLiteral("Web Mercator") << 0.0;
        QTest::newRow("a code") << QStringLiteral(" EPSG:3035 ")
                                << QStringLiteral("ETRS89-extended / LAEA Europe (EPSG:3035)") << 10.0;
        QTest::newRow("a zone by its code")
            << QStringLiteral("EPSG:32638") << QStringLiteral("WGS 84 / UTM zone 38N (EPSG:32638)") << 45.0;
        QTest::newRow("a zone in the south")
            << QStringLiteral("+proj=utm +zone=19 +south") << QStringLiteral("UTM zone 19 S") << -69.0;
        QTest::newRow("Robinson") << QStringLiteral("+proj=robin +lon_0=11") << QStringLiteral("Robinson") << 11.0;
        QTest::newRow("Equal Earth") << QStringLiteral("+proj=eqearth") << QStringLiteral("Equal Earth") << 0.0;
        QTest::newRow("Natural Earth") << QStringLiteral("+proj=natearth") << QStringLiteral("Natural Earth") << 0.0;
        QTest::newRow("orthographic") << QStringLiteral("+proj=ortho +lat_0=-20 +lon_0=-46.5")
                                      << QStringLiteral("Orthographic around 20° S, 46.5° W") << -46.5;
        QTest::newRow("a sphere") << QStringLiteral("+proj=moll +R=6371000") << QStringLiteral("Mollweide") << 0.0;
    }

    void namesWhatIsAskedFor()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, name);
        QFETCH(const double, meridian);
        const Result<Projection> projection = Projection::fromText(text);
        QVERIFY2(projection, qPrintable(text));
        QCOMPARE(projection->name(), name);
        QCOMPARE(projection->centralMeridian(), meridian);
    }

    void knowsHowFarAnAzimuthalProjectionReaches()
    {
        const LonLat middle{46, 40};
        const Result<Projection> afar = Projection::fromText(QStringLiteral("+proj=ortho +lat_0=40 +lon_0=46"));
        QVERIFY(afar);
        QVERIFY(afar->rim().size() >= 90);
        for (const LonLat position : afar->rim()) {
            QVERIFY(afar->metresFromLonLat(position));
            const double metres = distanceMetres(middle, position);
            QVERIFY2(metres > 9.95e6 && metres < 10.05e6, qPrintable(QString::number(metres)));
        }
        QVERIFY(Projection::webMercator().rim().empty());
        QVERIFY(Projection::fitting({-180, -58, 180, 80}).rim().empty());
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
        QTest::newRow("degrees") << QStringLiteral("EPSG:4326");
        QTest::newRow("degrees as a PROJ string") << QStringLiteral("+proj=longlat +datum=WGS84");
        QTest::newRow("the middle of the earth") << QStringLiteral("EPSG:4978");
        QTest::newRow("feet") << QStringLiteral("EPSG:2263");
        QTest::newRow("kilometres") << QStringLiteral("+proj=robin +units=km");
        QTest::newRow("the moon") << QStringLiteral("+proj=robin +R=1737400");
        QTest::newRow("west and south") << QStringLiteral("EPSG:2048");
        QTest::newRow("a height") << QStringLiteral("EPSG:5773");
        QTest::newRow("a broken cone") << QStringLiteral("+proj=lcc +lat_1=20 +lat_2=-20");
        QTest::newRow("an endless text") << QStringLiteral("+proj=robin +x_0=") + QString(500, u'1');
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
