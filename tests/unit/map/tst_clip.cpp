#include "geo/clip.h"

#include "map/boxgrid.h"

#include <QPolygonF>
#include <QTest>

using namespace dateline;

namespace
{

double areaOf(const std::vector<QPointF> &ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i];
        const QPointF b = ring[(i + 1) % ring.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2;
}

} // namespace

class TestClip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsRings_data()
    {
        QTest::addColumn<QPolygonF>("ring");
        QTest::addColumn<double>("area");
        QTest::newRow("inside") << QPolygonF(QRectF(1, 1, 2, 2)) << 4.0;
        QTest::newRow("outside") << QPolygonF(QRectF(20, 1, 2, 2)) << 0.0;
        QTest::newRow("over a corner") << QPolygonF(QRectF(-1, -1, 2, 2)) << 1.0;
        QTest::newRow("around") << QPolygonF(QRectF(-50, -50, 200, 200)) << 100.0;
        QTest::newRow("a triangle over an edge") << QPolygonF({{-5, 0}, {5, 0}, {5, 10}}) << 37.5;
        QTest::newRow("empty") << QPolygonF() << 0.0;
    }

    void cutsRings()
    {
        QFETCH(QPolygonF, ring);
        QFETCH(double, area);
        std::vector<QPointF> clipped;
        clipRing(std::vector<QPointF>(ring.begin(), ring.end()), QRectF(0, 0, 10, 10), clipped);
        QVERIFY2(std::abs(areaOf(clipped) - area) < 1e-9, qPrintable(QString::number(areaOf(clipped))));
        for (const QPointF corner : clipped)
            QVERIFY(QRectF(0, 0, 10, 10).contains(corner));
    }

    void givesNeighboursTheSameCorners()
    {
        const QPointF a(-3.1, 2.7);
        const QPointF b(7.9, 13.3);
        std::vector<QPointF> first;
        std::vector<QPointF> second;
        clipRing(std::vector<QPointF>{a, b, {-3, 20}}, QRectF(0, 0, 10, 10), first);
        clipRing(std::vector<QPointF>{b, a, {7, -5}}, QRectF(0, 0, 10, 10), second);
        int shared = 0;
        for (const QPointF corner : first)
            shared +=
                std::ranges::count_if(
                    second, [corner](QPointF other) { return corner.x() == other.x() && corner.y() == other.y(); })
                    > 0
                ? 1
                : 0;
        QCOMPARE(shared, 2);
    }

    void cutsLinesAndKeepsTheLengthBefore()
    {
        const std::vector<QPointF> line{{-5, 5}, {15, 5}, {15, 8}, {-5, 8}};
        std::vector<std::pair<double, double>> found; // Length before; length.
        clipLine(line, QRectF(0, 0, 10, 10), [&](std::span<const QPointF> stretch, double before) {
            QCOMPARE(stretch.size(), std::size_t{2});
            found.emplace_back(before, std::abs(stretch[1].x() - stretch[0].x()));
        });
        QCOMPARE(found, (std::vector<std::pair<double, double>>{{5, 10}, {28, 10}}));
    }

    void findsWhatMeetsABox()
    {
        BoxGrid grid(QRectF(0, 0, 1000, 700));
        QVERIFY(!grid.meets({0, 0, 1000, 700}));
        grid.add({100, 100, 300, 20});
        grid.add({-50, -50, 60, 60}); // Reaches beyond the grid.
        QVERIFY(grid.meets({390, 110, 50, 50}));
        QVERIFY(!grid.meets({401, 110, 50, 50}));
        QVERIFY(grid.meets({-40, -40, 5, 5}));
        QVERIFY(!grid.meets({990, 690, 500, 500}));
    }
};

QTEST_APPLESS_MAIN(TestClip)
#include "tst_clip.moc"
