#include "geo/wellknowntext.h"

#include "geo/geodesy.h"
#include "geo/projection.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestWellKnownText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThePlane_data();
    void namesThePlane();
    void tellsDegreesOfThePlanesOwnDatum();
    void hasNoPointOffTheEarth();
    void namesNothingForNothing();
};

void TestWellKnownText::namesThePlane_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<LonLat>("near");
    const LonLat caucasus{46, 40};
    for (const char *text :
         {"+proj=lcc +lat_1=38.5 +lat_2=40.5 +lat_0=39.5 +lon_0=46", "EPSG:3857", "EPSG:32638", "+proj=robin +lon_0=11",
          "+proj=eqearth +lon_0=46", "+proj=natearth", "+proj=ortho +lat_0=40 +lon_0=46", "+proj=moll +R=6371000",
          "+proj=tmerc +lon_0=45", "+proj=laea +lat_0=40 +lon_0=46", "+proj=merc +lon_0=33", "EPSG:28408"})
        QTest::newRow(text) << QString::fromLatin1(text) << caucasus;
    QTest::newRow("axes northward first") << u"EPSG:3035"_s << LonLat{10, 50};
    QTest::newRow("axes southward and westward") << u"EPSG:5514"_s << LonLat{15, 50};
    QTest::newRow("a datum of its own") << u"EPSG:28992"_s << LonLat{5.4, 52.1};
}

void TestWellKnownText::namesThePlane()
{
    QFETCH(const QString, definition);
    QFETCH(const LonLat, near);
    const Result<Projection> projection = Projection::fromText(definition);
    QVERIFY(projection);
    const std::optional<QPointF> metres = projection->metresFromLonLat(near);
    QVERIFY(metres);
    const NamedPlane plane(projection->definition());
    const QByteArray text = plane.wellKnownText({*metres - QPointF(20'000, 20'000), QSizeF(40'000, 40'000)});
    QVERIFY2(text.startsWith("PROJCS[") || text.startsWith("PROJCRS["), text);
    const NamedPlane again(QString::fromUtf8(text));
    for (const QPointF step : {QPointF(), QPointF(20'000, 0), QPointF(-5000, 30'000)}) {
        const std::optional<LonLat> here = plane.ownDegrees(*metres + step);
        const std::optional<LonLat> there = again.ownDegrees(*metres + step);
        QVERIFY(here && there);
        QVERIFY(distanceMetres(*here, *there) < 0.01);
        // A shift of datum is never far.
        QVERIFY(distanceMetres(*here, *projection->lonLatFromMetres(*metres + step)) < 500);
    }
}

void TestWellKnownText::tellsDegreesOfThePlanesOwnDatum()
{
    const Result<Projection> dutch = Projection::fromText(u"EPSG:28992"_s);
    QVERIFY(dutch);
    // The tower of Amersfoort, in the datum of that name.
    const std::optional<LonLat> tower = NamedPlane(dutch->definition()).ownDegrees({155'000, 463'000});
    QVERIFY(tower);
    QVERIFY(std::abs(tower->lon - 5.38763889) < 1e-7);
    QVERIFY(std::abs(tower->lat - 52.15616056) < 1e-7);
    QVERIFY(distanceMetres(*tower, *dutch->lonLatFromMetres({155'000, 463'000})) > 50);
}

void TestWellKnownText::hasNoPointOffTheEarth()
{
    const NamedPlane globe(u"+proj=ortho +lat_0=40 +lon_0=46"_s);
    QVERIFY(globe.ownDegrees({0, 0}));
    QVERIFY(!globe.ownDegrees({6'400'000, 6'400'000}));
    const NamedPlane world(u"+proj=robin"_s);
    QVERIFY(!world.ownDegrees({30'000'000, 0}));
}

void TestWellKnownText::namesNothingForNothing()
{
    QVERIFY(NamedPlane(u"nothing"_s).wellKnownText({0, 0, 9, 9}).isEmpty());
    QVERIFY(!NamedPlane(QString()).ownDegrees({0, 0}));
}

QTEST_MAIN(TestWellKnownText)
#include "tst_wellknowntext.moc"
