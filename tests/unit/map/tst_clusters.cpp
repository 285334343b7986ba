#include "map/clusters.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <set>

using namespace dateline;

namespace
{

IncidentTable randomTable(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(-180, 180);
    std::uniform_real_distribution<double> lat(-84, 84);
    std::normal_distribution<double> near(0, 0.5);
    IncidentColumns columns;
    for (std::size_t i = 0; i < count; ++i) {
        Incident incident;
        incident.id = IncidentId{static_cast<std::int64_t>(i) + 1};
        incident.kind = static_cast<Kind>(random() % kindCount);
        if (random() % 8 != 0) {
            const bool crowded = random() % 2 == 0;
            incident.where = Where{};
            incident.where->geometry = pointGeometry(crowded ? LonLat{46 + near(random), 39 + near(random)}
                                                             : LonLat{lon(random), lat(random)});
        }
        if (random() % 8 != 0) {
            const UtcMinute begin(std::chrono::minutes(random() % 10'000));
            incident.when = When{{begin, begin + std::chrono::minutes(60), TimePrecision::Hour}, {}, {}};
        }
        append(columns, incident);
    }
    return IncidentTable(std::move(columns));
}

IncidentFilter someFilter()
{
    IncidentFilter filter;
    filter.kinds.reset(1);
    filter.begin = UtcMinute(std::chrono::minutes(2'000));
    filter.end = UtcMinute(std::chrono::minutes(9'000));
    return filter;
}

} // namespace

class TestClusters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdWhatAPlainLoopFinds_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        for (const double longitude : {0.0, 46.0, 179.5, -179.9})
            QTest::addRow("around %g°", longitude) << longitude << 39.0;
        QTest::newRow("far north") << 12.0 << 84.0;
    }
    void holdWhatAPlainLoopFinds()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        IncidentTable table = randomTable(3'000, 7);
        const IncidentColumns &columns = table.columns();
        for (const IncidentFilter &filter : {IncidentFilter{}, someFilter()}) {
            table.setFilter(filter);
            for (double zoom = 0; zoom <= 20; zoom += 0.75) {
                const Viewport view = Viewport::webMercator({longitude, latitude}, zoom, {1280, 800});
                const std::vector<Cluster> clusters = clustersIn(table, view);
                std::map<WorldCell, std::array<std::uint32_t, kindCount>> found;
                for (const Cluster &cluster : clusters) {
                    QVERIFY(cluster.count > 0);
                    QCOMPARE(std::accumulate(cluster.kinds.begin(), cluster.kinds.end(), 0U), cluster.count);
                    QVERIFY(found.emplace(cluster.cell, cluster.kinds).second);
                    // In its cell, which may reach beyond the view.
                    QVERIFY(QRectF(-64, -64, 1280 + 128, 800 + 128).contains(cluster.at) || zoom < 3);
                }
                std::map<WorldCell, std::array<std::uint32_t, kindCount>> expected;
                const int shift = clusters.empty() ? 31 : clusters.front().cell.shift;
                for (std::uint32_t row = 0; row < columns.size(); ++row) {
                    if (!table.shows(row) || !columns.has(row, IncidentColumns::HasPlace))
                        continue;
                    const WorldCell cell{shift, columns.x[row] >> shift, columns.y[row] >> shift};
                    if (found.contains(cell))
                        ++expected[cell].at(columns.kind[row]);
                    // The nearest copy of each position: what the map itself would draw. On the edge a rounding decides.
                    const std::optional<QPointF> at =
                        view.pixelFromLonLat(lonLatFromFixed({columns.x[row], columns.y[row]}));
                    QVERIFY(at);
                    if (QRectF(0, 0, 1280, 800).adjusted(0.01, 0.01, -0.01, -0.01).contains(*at))
                        QVERIFY(found.contains(cell));
                }
                QVERIFY(found == expected);
            }
        }
    }

    void stayTheSameWhileTheMapIsPanned()
    {
        const IncidentTable table = randomTable(3'000, 11);
        const auto inMiddle = [&](double longitude) {
            const Viewport view = Viewport::webMercator({longitude, 39}, 8, {1280, 800});
            std::map<WorldCell, std::uint32_t> counts;
            for (const Cluster &cluster : clustersIn(table, view)) {
                if (std::abs(cluster.at.x() - 640) < 300 && std::abs(cluster.at.y() - 400) < 300)
                    counts.emplace(cluster.cell, cluster.count);
            }
            return counts;
        };
        const auto before = inMiddle(46);
        QVERIFY(before.size() > 5);
        // Some leave the middle and others come: those that are in both are the same.
        int kept = 0;
        for (const auto &[cell, count] : inMiddle(46.1)) {
            if (const auto found = before.find(cell); found != before.end()) {
                QCOMPARE(count, found->second);
                ++kept;
            }
        }
        QVERIFY(kept > 3);
    }

    void rowsOfTheViewAreFoundUnlessTheyAreTooMany()
    {
        const IncidentTable table = randomTable(500, 3);
        const Viewport view = Viewport::webMercator({46, 39}, 9, {1280, 800});
        const auto rows = rowsIn(table, view, 1'000);
        QVERIFY(rows);
        std::size_t expected = 0;
        for (const Cluster &cluster : clustersIn(table, view)) {
            expected += cluster.count;
            QCOMPARE(rowsIn(table, cluster.cell).size(), cluster.count);
        }
        // Clusters at the edge count what lies beyond it as well.
        QVERIFY(rows->size() <= expected && rows->size() > 10);
        for (const std::uint32_t row : *rows) {
            const std::optional<QPointF> at =
                view.pixelFromLonLat(lonLatFromFixed({table.columns().x[row], table.columns().y[row]}));
            QVERIFY(at && QRectF(-1, -1, 1282, 802).contains(*at));
        }
        QVERIFY(!rowsIn(table, view, rows->size() - 1));
    }

    void areasReachIntoTheViewFromOutside_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("radiusKm");
        QTest::addColumn<bool>("isFound");
        // The view's western edge is at 43.2°, 85 km to the degree; what reaches further may be told by up to twice.
        QTest::newRow("near enough") << 42.0 << 105.0 << true;
        QTest::newRow("too far") << 40.0 << 105.0 << false;
        QTest::newRow("large") << 20.0 << 2'200.0 << true;
        QTest::newRow("round the world") << -170.0 << 12'000.0 << true;
        QTest::newRow("a town") << 42.9 << 5.0 << false;
    }
    void areasReachIntoTheViewFromOutside()
    {
        QFETCH(double, longitude);
        QFETCH(double, radiusKm);
        QFETCH(bool, isFound);
        const Viewport view = Viewport::webMercator({46, 39}, 8, {1020, 800});
        Incident incident;
        incident.where = Where{.geometry = pointGeometry({longitude, 39}),
                               .precision = LocationPrecision::District,
                               .radiusMetres = radiusKm * 1000};
        IncidentColumns circle;
        append(circle, incident);
        QCOMPARE(rowsIn(IncidentTable(circle), view, 10)->size(), isFound ? 1U : 0U);
        // The same box as an outline.
        const double half = radiusKm / 86;
        if (longitude - half < -180)
            return;
        incident.where->geometry = {Geometry::Type::Polygon,
                                    {{{longitude - half, 38.99},
                                      {longitude + half, 38.99},
                                      {longitude + half, 39.01},
                                      {longitude - half, 38.99}}}};
        incident.where->radiusMetres = 0;
        IncidentColumns outline;
        append(outline, incident);
        QCOMPARE(rowsIn(IncidentTable(outline), view, 10)->size(), isFound ? 1U : 0U);
    }

    void aNearerViewPartsThem()
    {
        const IncidentTable table = randomTable(2'000, 4);
        for (const Cluster &cluster : clustersIn(table, Viewport::webMercator({46, 39}, 4, {1280, 800}))) {
            const std::vector<std::uint32_t> rows = rowsIn(table, cluster.cell);
            const std::optional<double> zoom = zoomThatSplits(table.columns(), rows);
            QCOMPARE(zoom.has_value(), rows.size() > 1);
            if (!zoom || *zoom > 20)
                continue;
            const auto largestAt = [&](double nearness) {
                std::uint32_t largest = 0;
                const Viewport near = Viewport::webMercator(lonLatFromFixed(cluster.mean), nearness, {4000, 4000});
                for (const Cluster &part : clustersIn(table, near)) {
                    const int by = cluster.cell.shift - part.cell.shift;
                    if (part.cell.column >> by == cluster.cell.column && part.cell.row >> by == cluster.cell.row)
                        largest = std::max(largest, part.count);
                }
                return largest;
            };
            QVERIFY(largestAt(*zoom) < cluster.count);
            QCOMPARE(largestAt(std::max(4.0, *zoom - 0.01)), cluster.count);
        }
    }
};

QTEST_APPLESS_MAIN(TestClusters)
#include "tst_clusters.moc"
