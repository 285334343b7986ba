#include "figure/mapfurniture.h"

#include "geo/geodesy.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace dateline;

namespace
{

constexpr QSizeF page(1100, 760);

Viewport viewOf(const QString &text, const LonLatBox &box)
{
    return Viewport::fitting(text.isEmpty() ? Projection::fitting(box) : Projection::fromText(text).value(), box, page);
}

void addViews()
{
    QTest::addColumn<QString>("projection");
    QTest::addColumn<LonLatBox>("box");
    const LonLatBox caucasus{43.5, 38.3, 48.3, 41.5};
    QTest::newRow("Lambert conformal conic") << QString() << caucasus;
    QTest::newRow("Web Mercator, far north") << QStringLiteral("EPSG:3857") << LonLatBox{0, 40, 60, 80};
    QTest::newRow("past the antimeridian") << QStringLiteral("EPSG:3857") << LonLatBox{185, -20, 200, -8};
    QTest::newRow("the south pole") << QStringLiteral("EPSG:3031") << LonLatBox{-180, -90, 180, -60};
    QTest::newRow("UTM, far from its zone") << QStringLiteral("EPSG:32633") << LonLatBox{40, 20, 60, 50};
    QTest::newRow("orthographic") << QStringLiteral("+proj=ortho +lat_0=40 +lon_0=20") << LonLatBox{0, 20, 60, 60};
    QTest::newRow("Albers") << QString() << LonLatBox{-130, 24, -60, 60};
    QTest::newRow("a street") << QString() << LonLatBox{44.5, 40.17, 44.51, 40.18};
}

} // namespace

class TestMapFurniture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScaleBarIsAsLongAsItSaysWhereItStands_data() { addViews(); }
    void aScaleBarIsAsLongAsItSaysWhereItStands();
    void aScaleBarSaysWhereItsScaleIsThatOfTheMiddle();
    void aScaleBarKeepsClearOfMarks();
    void anArrowPointsNorthWhereItStands_data() { addViews(); }
    void anArrowPointsNorthWhereItStands();
    void thereIsNoNorthBeyondTheEarthNorAtAPole();
    void thereIsNoArrowWhereThereIsNoRoom();
};

void TestMapFurniture::aScaleBarIsAsLongAsItSaysWhereItStands()
{
    QFETCH(const QString, projection);
    QFETCH(const LonLatBox, box);
    const Viewport view = viewOf(projection, box);
    for (const QPointF begin : {QPointF(20, 20), QPointF(20, 700), QPointF(800, 700), QPointF(800, 20)}) {
        const std::optional<PlacedScaleBar> bar = scaleBarAt(view, begin, 200);
        QVERIFY(bar);
        QCOMPARE(bar->begin, begin);
        QCOMPARE(bar->end.y(), begin.y());
        QVERIFY(bar->end.x() - begin.x() > 60 && bar->end.x() - begin.x() < 250);
        const double metres = distanceMetres(*view.lonLatFromPixel(bar->begin), *view.lonLatFromPixel(bar->end));
        const double told = bar->text.section(u' ', 0, 0).toDouble() * (bar->text.endsWith(u"km") ? 1000 : 1);
        QCOMPARE(bar->metres, told);
        QVERIFY2(std::abs(metres / told - 1) < 1e-4, qPrintable(QStringLiteral("%1 of %2").arg(metres).arg(told)));
    }
}

void TestMapFurniture::aScaleBarSaysWhereItsScaleIsThatOfTheMiddle()
{
    const LonLatBox world{-180, -90, 180, 90};
    const PlacedScaleBar afar = scaleBarFor(viewOf(QStringLiteral("+proj=ortho +lat_0=40 +lon_0=20"), world), {});
    QVERIFY2(afar.text.endsWith(u"in the middle of the map"), qPrintable(afar.text));
    const PlacedScaleBar near = scaleBarFor(viewOf({}, {43.5, 38.3, 48.3, 41.5}), {});
    QVERIFY2(near.text.endsWith(u" km"), qPrintable(near.text));
}

void TestMapFurniture::aScaleBarKeepsClearOfMarks()
{
    const Viewport view = viewOf({}, {43.5, 38.3, 48.3, 41.5});
    std::vector<QRectF> taken;
    for (int corner = 0; corner < 4; ++corner) {
        const PlacedScaleBar bar = scaleBarFor(view, taken);
        for (const QRectF &other : taken)
            QVERIFY(!other.intersects(bar.box));
        QVERIFY(QRectF(QPointF(), page).contains(bar.box));
        taken.push_back(bar.box);
    }
}

void TestMapFurniture::anArrowPointsNorthWhereItStands()
{
    QFETCH(const QString, projection);
    QFETCH(const LonLatBox, box);
    const Viewport view = viewOf(projection, box);
    std::vector<QRectF> taken;
    for (int corner = 0; corner < 4; ++corner) {
        const std::optional<NorthArrow> arrow = northArrowFor(view, taken);
        QVERIFY(arrow);
        QVERIFY(QRectF(QPointF(), page).contains(arrow->box));
        for (const QRectF &other : taken)
            QVERIFY(!other.intersects(arrow->box));
        taken.push_back(arrow->box);
        // The ground to the north lies where the arrow points.
        const LonLat here = *view.lonLatFromPixel(arrow->middle);
        const QPointF there =
            *view.pixelFromLonLat(destination(here, 0, 2 * view.metresPerPixelAt(arrow->middle))) - arrow->middle;
        const double turned = std::atan2(arrow->north.x() * there.y() - arrow->north.y() * there.x(),
                                         QPointF::dotProduct(arrow->north, there));
        QVERIFY2(std::abs(turned) * 180 / std::numbers::pi < 0.5, qPrintable(QString::number(turned)));
    }
}

void TestMapFurniture::thereIsNoNorthBeyondTheEarthNorAtAPole()
{
    const Viewport afar = viewOf(QStringLiteral("+proj=ortho +lat_0=40 +lon_0=20"), {-180, -90, 180, 90});
    QVERIFY(!northAt(afar, {4, 4}));
    QVERIFY(northAt(afar, {550, 380}));
    QVERIFY(!northArrowFor(afar, {}));
    const Viewport pole = viewOf(QStringLiteral("EPSG:3031"), {-180, -90, 180, -60});
    QVERIFY(!northAt(pole, *pole.pixelFromLonLat({0, -90})));
}

void TestMapFurniture::thereIsNoArrowWhereThereIsNoRoom()
{
    const Viewport view = viewOf({}, {43.5, 38.3, 48.3, 41.5});
    QVERIFY(northArrowFor(view, {}));
    QVERIFY(!northArrowFor(view, {QRectF(QPointF(), page)}));
}

QTEST_MAIN(TestMapFurniture)
#include "tst_mapfurniture.moc"
