#include "map/clusterpainter.h"
#include "map/density.h"
#include "map/heatmap.h"
#include "map/points.h"

#include <QTest>

#include <map>
#include <numeric>
#include <random>

using namespace dateline;

namespace
{

IncidentTable tableAround(LonLat middle, std::size_t count)
{
    std::mt19937 random(21);
    std::normal_distribution<double> near(0, 1);
    IncidentColumns columns;
    for (std::size_t i = 0; i < count; ++i) {
        Incident incident;
        incident.id = IncidentId{static_cast<std::int64_t>(i) + 1};
        incident.kind = static_cast<Kind>(random() % kindCount);
        incident.where = Where{};
        incident.where->geometry =
            pointGeometry({std::remainder(middle.lon + near(random), 360), middle.lat + near(random)});
        append(columns, incident);
    }
    IncidentTable table(std::move(columns));
    IncidentFilter filter;
    filter.kinds.reset(3);
    table.setFilter(filter);
    return table;
}

const QSizeF viewSize(640, 400);

} // namespace

class TestDensity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatAPlainLoopCounts_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("zoom");
        for (const double longitude : {46.0, 180.0}) {
            for (const double zoom : {1.0, 6.3, 9.0})
                QTest::addRow("%g°, zoom %g", longitude, zoom) << longitude << zoom;
        }
    }
    void countsWhatAPlainLoopCounts()
    {
        QFETCH(double, longitude);
        QFETCH(double, zoom);
        const IncidentTable table = tableAround({longitude, 39}, 2'000);
        const Viewport view = Viewport::webMercator({longitude, 39}, zoom, viewSize);
        const DensityGrid grid = densityIn(table, view);
        QCOMPARE(std::reduce(grid.counts.begin(), grid.counts.end()), grid.total);
        QVERIFY(QRectF(grid.box).adjusted(-1, -1, 1, 1).contains(QRectF(QPointF(), viewSize)) || zoom < 2);
        const double side = grid.box.width() / grid.across;
        QVERIFY(side > 7.9 && side < 16.1);
        std::vector<std::uint32_t> expected(grid.counts.size());
        for (std::size_t row = 0; row < table.size(); ++row) {
            const LonLat at = lonLatFromFixed({table.columns().x[row], table.columns().y[row]});
            const std::optional<QPointF> pixel = view.pixelFromLonLat(at);
            if (!table.shows(row) || !pixel)
                continue;
            const QPointF inGrid = (*pixel - grid.box.topLeft()) / side;
            // Where a rounding decides between two squares, the square's own count is taken.
            if (inGrid.x() >= 0 && inGrid.y() >= 0 && inGrid.x() < grid.across && inGrid.y() < grid.down)
                ++expected[static_cast<std::size_t>(inGrid.y()) * static_cast<std::size_t>(grid.across)
                           + static_cast<std::size_t>(inGrid.x())];
        }
        std::uint32_t differing = 0;
        for (std::size_t i = 0; i < expected.size(); ++i)
            differing += expected[i] == grid.counts[i] ? 0U : 1U;
        QVERIFY(differing <= 2);
        QVERIFY(grid.total > 100);
    }

    void evensOutAsThreeMeansOfNeighboursDo()
    {
        // The bell that three means over 17 pixels make of one.
        std::vector<double> bell{1};
        for (int mean = 0; mean < 3; ++mean) {
            std::vector<double> wider(bell.size() + 16);
            for (std::size_t i = 0; i < bell.size(); ++i) {
                for (std::size_t j = 0; j < 17; ++j)
                    wider[i + j] += bell[i] / 17;
            }
            bell = wider;
        }
        const auto weight = [&bell](int away) {
            return std::abs(away) > 24 ? 0.0 : bell.at(static_cast<std::size_t>(24 + away));
        };
        const IncidentTable table = tableAround({46, 39}, 400);
        const Viewport view = Viewport::webMercator({46, 39}, 8, viewSize);
        const HeatMap heat = heatIn(table, view);
        QCOMPARE(QSizeF(heat.across, heat.down), viewSize);
        std::vector<QPoint> pixels; // Also of what lies outside the view.
        for (std::size_t row = 0; row < table.size(); ++row) {
            const QPointF at = *view.pixelFromLonLat(lonLatFromFixed({table.columns().x[row], table.columns().y[row]}));
            if (table.shows(row))
                pixels.emplace_back(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
        }
        const QRect inside(0, 0, heat.across, heat.down);
        QCOMPARE(heat.total, std::ranges::count_if(pixels, [&](QPoint at) { return inside.contains(at); }));
        QVERIFY(heat.total > 50 && heat.total < pixels.size());
        for (int y = 0; y < heat.down; y += 7) {
            for (int x = 0; x < heat.across; x += 11) {
                double sum = 0;
                for (const QPoint pixel : pixels)
                    sum += weight(pixel.x() - x) * weight(pixel.y() - y);
                const double side = view.metresPerPixelAt({x + 0.5, y + 0.5}) / 1000;
                const double found =
                    static_cast<double>(heat.perSquareKm[static_cast<std::size_t>(y * heat.across + x)]);
                QVERIFY(std::abs(found * side * side - sum) < 1e-5);
            }
        }
        QVERIFY(heatIn(IncidentTable(), view).total == 0);
    }

    void drawsADotForEachIncidentShown()
    {
        const IncidentTable table = tableAround({46, 39}, 300);
        const Viewport view = Viewport::webMercator({46, 39}, 7, viewSize);
        for (const double ratio : {1.0, 2.0}) {
            QImage image;
            const std::uint32_t count = paintPoints(image, table, view, ratio, lightTheme());
            QCOMPARE(image.size(), (viewSize * ratio).toSize());
            std::uint32_t expected = 0;
            QImage known(image.size(), QImage::Format_Grayscale8);
            known.fill(0);
            for (std::size_t row = 0; row < table.size(); ++row) {
                const QPointF at =
                    *view.pixelFromLonLat(lonLatFromFixed({table.columns().x[row], table.columns().y[row]}));
                if (!table.shows(row) || !QRectF(QPointF(), viewSize).contains(at))
                    continue;
                ++expected;
                const QPoint middle = (at * ratio).toPoint();
                for (int y = -3; y <= 3; ++y) {
                    for (int x = -3; x <= 3; ++x) {
                        if (known.rect().contains(middle + QPoint(x, y)))
                            known.setPixel(middle + QPoint(x, y), qRgb(255, 255, 255));
                    }
                }
                QVERIFY(qAlpha(image.pixel(std::clamp(middle.x() - 1, 0, image.width() - 1),
                                           std::clamp(middle.y() - 1, 0, image.height() - 1)))
                        == 255);
            }
            QCOMPARE(count, expected);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    QVERIFY(qAlpha(image.pixel(x, y)) == 0 || qRed(known.pixel(x, y)) == 255);
            }
        }
    }

    void findsTheDotUnderThePointer_data()
    {
        QTest::addColumn<std::size_t>("count");
        QTest::addColumn<double>("zoom");
        QTest::newRow("a few, apart") << std::size_t{500} << 8.0;
        QTest::newRow("thousands within reach") << std::size_t{20'000} << 2.0;
        QTest::newRow("some of thousands within reach") << std::size_t{20'000} << 7.0;
    }
    void findsTheDotUnderThePointer()
    {
        QFETCH(std::size_t, count);
        QFETCH(double, zoom);
        const IncidentTable table = tableAround({46, 39}, count);
        const Viewport view = Viewport::webMercator({46, 39}, zoom, viewSize);
        for (const QPointF pointer : {QPointF(320, 200), QPointF(100, 50), QPointF(639, 399)}) {
            std::optional<std::size_t> nearest;
            double best = 20;
            for (std::size_t row = 0; row < table.size(); ++row) {
                const QPointF away =
                    *view.pixelFromLonLat(lonLatFromFixed({table.columns().x[row], table.columns().y[row]})) - pointer;
                const double by = std::hypot(away.x(), away.y());
                if (table.shows(row) && by <= best) {
                    best = by;
                    nearest = row;
                }
            }
            const std::optional<std::uint32_t> found = nearestTo(table, view, pointer, 20);
            QCOMPARE(found.has_value(), nearest.has_value());
            if (found)
                QCOMPARE(std::size_t{*found}, *nearest);
        }
    }

    void findsNoDotOutOfReach()
    {
        const IncidentTable table = tableAround({46, 39}, 500);
        QVERIFY(!nearestTo(table, Viewport::webMercator({46, 39}, 8, viewSize), {320, 200}, 0.0001));
    }

    void findsTheLastOfDotsInOnePlace()
    {
        IncidentColumns columns;
        Incident incident;
        incident.where = Where{};
        incident.where->geometry = pointGeometry({46, 39});
        for (std::int64_t id = 1; id <= 10'000; ++id) {
            incident.id = IncidentId{id};
            append(columns, incident);
        }
        const IncidentTable table(std::move(columns));
        const Viewport view = Viewport::webMercator({46, 39}, 3, viewSize);
        for (const QPointF pointer : {QPointF(320, 200), QPointF(324, 197)})
            QCOMPARE(nearestTo(table, view, pointer, 5), std::optional(9'999U));
    }

    void ringsShowTheSharesOfKinds()
    {
        ClusterPainter painter;
        painter.reset(lightTheme(), 1);
        Cluster cluster;
        cluster.kinds = {600, 0, 300, 0, 0, 100};
        cluster.count = 1'000;
        const int side = painter.sideOf(cluster);
        QImage image(side, side, QImage::Format_RGBA8888_Premultiplied);
        image.fill(Qt::transparent);
        painter.paint(image, {0, 0}, cluster, false);
        std::map<QRgb, int> pixels;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                ++pixels[image.pixel(x, y)];
        }
        const auto share = [&](std::size_t kind) {
            const QColor colour = colourOf(static_cast<Kind>(kind), lightTheme());
            int all = 0;
            for (const std::size_t one : {0U, 2U, 5U})
                all += pixels[colourOf(static_cast<Kind>(one), lightTheme()).rgb()];
            return static_cast<double>(pixels[colour.rgb()]) / all;
        };
        QVERIFY(std::abs(share(0) - 0.6) < 0.04);
        QVERIFY(std::abs(share(2) - 0.3) < 0.04);
        QVERIFY(std::abs(share(5) - 0.1) < 0.04);
        // From the top, clockwise.
        const QRgb first = colourOf(static_cast<Kind>(0), lightTheme()).rgb();
        QCOMPARE(image.pixel(side / 2 + 1, 4), first);
        QVERIFY(image.pixel(side / 2 - 2, 4) != first);
        QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
        QImage again(side, side, QImage::Format_RGBA8888_Premultiplied);
        again.fill(Qt::transparent);
        painter.paint(again, {0, 0}, cluster, false);
        QCOMPARE(again, image);
        painter.paint(again, {0, 0}, cluster, true);
        QVERIFY(again != image);
    }
};

QTEST_MAIN(TestDensity)
#include "tst_density.moc"
