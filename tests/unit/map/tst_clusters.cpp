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

IncidentColumns randomColumns(std::size_t count, unsigned seed)
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
    return columns;
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
        const IncidentColumns columns = randomColumns(3'000, 7);
        for (const IncidentFilter &filter : {IncidentFilter{}, someFilter()}) {
            for (double zoom = 0; zoom <= 20; zoom += 0.75) {
                const Viewport view = Viewport::webMercator({longitude, latitude}, zoom, {1280, 800});
                const ColumnFilter asked(filter, columns);
                const std::vector<Cluster> clusters = clustersIn(columns, asked, view);
                // The nearest copy of each position: what the map itself would draw.
                std::array<std::uint32_t, kindCount> expected{};
                std::uint32_t doubtful = 0;
                for (std::size_t row = 0; row < columns.size(); ++row) {
                    if (!asked.shows(row) || !columns.has(row, IncidentColumns::HasPlace))
                        continue;
                    const std::optional<QPointF> at =
                        view.pixelFromLonLat(lonLatFromFixed({columns.x[row], columns.y[row]}));
                    QVERIFY(at);
                    // On the very edge a rounding decides.
                    const double inside = std::min({at->x(), 1280 - at->x(), at->y(), 800 - at->y()});
                    if (std::abs(inside) < 0.01)
                        ++doubtful;
                    else if (inside > 0)
                        ++expected.at(columns.kind[row]);
                }
                std::array<std::uint32_t, kindCount> found{};
                for (const Cluster &cluster : clusters) {
                    QVERIFY(cluster.count > 0);
                    QCOMPARE(std::accumulate(cluster.kinds.begin(), cluster.kinds.end(), 0U), cluster.count);
                    QVERIFY(QRectF(-0.5, -0.5, 1281, 801).contains(cluster.at));
                    for (std::size_t kind = 0; kind < kindCount; ++kind)
                        found.at(kind) += cluster.kinds.at(kind);
                }
                if (doubtful == 0)
                    QCOMPARE(found, expected);
            }
        }
    }

    void stayTheSameWhileTheMapIsPanned()
    {
        const IncidentColumns columns = randomColumns(3'000, 11);
        const ColumnFilter all({}, columns);
        const auto inMiddle = [&](double longitude) {
            const Viewport view = Viewport::webMercator({longitude, 39}, 8, {1280, 800});
            std::map<std::uint32_t, std::uint32_t> counts;
            for (const Cluster &cluster : clustersIn(columns, all, view)) {
                if (std::abs(cluster.at.x() - 640) < 300 && std::abs(cluster.at.y() - 400) < 300)
                    counts.emplace(cluster.first, cluster.count);
            }
            return counts;
        };
        const auto before = inMiddle(46);
        QVERIFY(before.size() > 5);
        // Some leave the middle and others come: those that are in both are the same.
        int kept = 0;
        for (const auto &[first, count] : inMiddle(46.1)) {
            if (const auto found = before.find(first); found != before.end()) {
                QCOMPARE(count, found->second);
                ++kept;
            }
        }
        QVERIFY(kept > 3);
    }

    void rowsOfTheViewAreFoundUnlessTheyAreTooMany()
    {
        IncidentColumns columns = randomColumns(500, 3);
        const ColumnFilter all({}, columns);
        const Viewport view = Viewport::webMercator({46, 39}, 9, {1280, 800});
        const auto rows = rowsIn(columns, all, view, 1'000);
        QVERIFY(rows);
        std::size_t expected = 0;
        for (const Cluster &cluster : clustersIn(columns, all, view))
            expected += cluster.count;
        QCOMPARE(rows->size(), expected);
        QVERIFY(rows->size() > 10);
        QVERIFY(!rowsIn(columns, all, view, rows->size() - 1));
        // An area may reach into the view from anywhere.
        columns.flags.front() = IncidentColumns::HasPlace | IncidentColumns::IsArea;
        columns.x.front() = 0;
        const auto withArea = rowsIn(columns, ColumnFilter({}, columns), view, 1'000);
        QVERIFY(withArea && withArea->front() == 0);
    }
};

QTEST_APPLESS_MAIN(TestClusters)
#include "tst_clusters.moc"
