#include "map/viewport.h"

#include "geo/geodesy.h"

#include <QRectF>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace dateline;

class TestViewport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheWorldIn256PixelsAtZoom0()
    {
        const Viewport view = Viewport::webMercator({0, 0}, 0, {256, 256});
        QVERIFY(view.isWebMercator());
        QCOMPARE(*view.pixelFromLonLat({0, 0}), QPointF(128, 128));
        const QPointF corner = *view.pixelFromLonLat({-179.999999, 85.051128});
        QVERIFY(std::hypot(corner.x(), corner.y()) < 0.01);
    }

    void followsTheMercatorFormula_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {0.0, 2.2, 9.3, 14.0})
            QTest::newRow(qPrintable(QString::number(zoom))) << zoom;
    }

    void followsTheMercatorFormula()
    {
        QFETCH(double, zoom);
        const LonLat centre{46.34, 39.51};
        const Viewport view = Viewport::webMercator(centre, zoom, {1000, 700});
        QVERIFY(std::abs(view.zoom() - zoom) < 1e-9);
        const double world = 256 * std::exp2(zoom);
        const auto pixel = [world](LonLat at) {
            const double lat = at.lat * std::numbers::pi / 180;
            const double y = std::log(std::tan(std::numbers::pi / 4 + lat / 2)) / (2 * std::numbers::pi);
            return QPointF((at.lon / 360 + 0.5) * world, (0.5 - y) * world);
        };
        for (const LonLat position : {LonLat{46.34, 39.51}, LonLat{46.75, 39.82}, LonLat{44.5, 40.2}}) {
            const QPointF expected = pixel(position) - pixel(centre) + QPointF(500, 350);
            const QPointF found = *view.pixelFromLonLat(position);
            QVERIFY(std::hypot(found.x() - expected.x(), found.y() - expected.y()) < 0.01);
            const QPointF back = *view.pixelFromLonLat(*view.lonLatFromPixel(found));
            QVERIFY(std::hypot(found.x() - back.x(), found.y() - back.y()) < 0.01);
        }
    }

    void drawsTheCopyNearestToTheMiddle()
    {
        const Viewport view = Viewport::webMercator({179.5, 0}, 5, {800, 600});
        const QPointF east = *view.pixelFromLonLat({-179.5, 0});
        QVERIFY(east.x() > 400 && east.x() < 800);
        QVERIFY(std::abs(view.lonLatFromPixel(east)->lon + 179.5) < 1e-9);
        const LonLatBox box = view.box();
        QVERIFY(box.west < 180 && box.east > 180);
    }

    void boxHoldsTheCorners()
    {
        const Viewport view = Viewport::webMercator({46, 40}, 7.5, {1000, 700});
        const LonLatBox box = view.box();
        QVERIFY(std::abs(box.west - view.lonLatFromPixel({0, 0})->lon) < 1e-9);
        QVERIFY(std::abs(box.south - view.lonLatFromPixel({1000, 700})->lat) < 1e-9);
        const LonLatBox world = Viewport::webMercator({46, 40}, 0, {1000, 700}).box();
        QCOMPARE(world.east - world.west, 360.0);
    }

    void fittingShowsTheWholeBox_data()
    {
        QTest::addColumn<LonLatBox>("box");
        QTest::newRow("South Caucasus") << LonLatBox{43.5, 38.3, 48.3, 41.5};
        QTest::newRow("wide") << LonLatBox{-10, 35, 60, 60};
        QTest::newRow("over the equator") << LonLatBox{20, -10, 30, 25};
        QTest::newRow("over the antimeridian") << LonLatBox{170, -50, 190, -30};
        QTest::newRow("south") << LonLatBox{-75, -55, -60, -20};
        QTest::newRow("the world") << LonLatBox{-180, -90, 180, 90};
    }

    void fittingShowsTheWholeBox()
    {
        QFETCH(LonLatBox, box);
        const Viewport view = Viewport::fitting(Projection::fitting(box), box, {900, 600}, 20);
        const QRectF frame(19.5, 19.5, 861, 561);
        const LonLatBox shown = view.box();
        double right = 0;
        double bottom = 0;
        for (int i = 0; i <= 40; ++i) {
            for (int j = 0; j <= 40; ++j) {
                const LonLat at{std::lerp(box.west, box.east, i / 40.0), std::lerp(box.south, box.north, j / 40.0)};
                const std::optional<QPointF> pixel = view.pixelFromLonLat(at);
                QVERIFY(pixel.has_value());
                QVERIFY2(frame.contains(*pixel), qPrintable(QStringLiteral("%1 %2").arg(pixel->x()).arg(pixel->y())));
                right = std::max(right, pixel->x());
                bottom = std::max(bottom, pixel->y());
                QVERIFY(shown.contains(at) || shown.contains({at.lon - 360, at.lat})
                        || shown.contains({at.lon + 360, at.lat}));
            }
        }
        QVERIFY(right > 879 || bottom > 579); // And not smaller than it must be.
    }

    void fittingABoxOfOnePositionStillHasAScale()
    {
        const LonLatBox box{46, 40, 46, 40};
        const Viewport view = Viewport::fitting(Projection::fitting(box), box, {900, 600});
        const QPointF middle = *view.pixelFromLonLat({46, 40});
        QVERIFY(std::hypot(middle.x() - 450, middle.y() - 300) < 0.5);
        QVERIFY(std::isfinite(view.zoom()));
    }

    void tellsMetresOnTheGround()
    {
        const Viewport mercator = Viewport::webMercator({46, 40}, 9, {800, 600});
        // 256 · 2⁹ pixels around the parallel of 40° N, whose length on WGS 84 is 30,730 km.
        QVERIFY(std::abs(mercator.metresPerPixelAt({400, 300}) - 234.46) < 0.5);
        const LonLatBox box{44, 38, 48, 41};
        const Viewport conic = Viewport::fitting(Projection::fitting(box), box, {800, 600});
        const LonLat a = *conic.lonLatFromPixel({350, 300});
        const LonLat b = *conic.lonLatFromPixel({450, 300});
        QVERIFY(std::abs(conic.metresPerPixelAt({400, 300}) * 100 / distanceMetres(a, b) - 1) < 0.001);
    }

    void zoomIsThatOfTheSameScale()
    {
        const LonLatBox box{44, 38, 48, 41};
        const Viewport conic = Viewport::fitting(Projection::fitting(box), box, {800, 600});
        const LonLat middle = *conic.lonLatFromPixel({400, 300});
        const Viewport mercator = Viewport::webMercator(middle, conic.zoom(), {800, 600});
        QVERIFY(std::abs(mercator.metresPerPixelAt({400, 300}) / conic.metresPerPixelAt({400, 300}) - 1) < 0.005);
    }

    void hasNoPositionBeyondTheEarthsEdge()
    {
        const LonLatBox world{-180, -90, 180, 90};
        const Viewport view = Viewport::fitting(Projection::fitting(world), world, {900, 600}, 10);
        QVERIFY(!view.lonLatFromPixel({2, 2}).has_value());
        QVERIFY(view.lonLatFromPixel({450, 300}).has_value());
    }
};

QTEST_APPLESS_MAIN(TestViewport)
#include "tst_viewport.moc"
