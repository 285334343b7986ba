// What every filter change and every frame cost with many incidents, each as a plain call on one core.
//
// Input: scatter.h's points, uniform and skewed, 1,000,000 and 10,000,000; views of 1280 × 800 pixels around the most
// crowded place, at every zoom of the map.
#include "map/clusters.h"
#include "map/density.h"
#include "map/heatmap.h"
#include "map/histogram.h"
#include "map/points.h"
#include "map/provinceshapes.h"
#include "map/timeaxis.h"
#include "scattercolumns.h"

#include <benchmark/benchmark.h>

#include <map>
#include <memory>

namespace dateline
{

namespace
{

constexpr std::int32_t scatterFirstMinute = 26'824'320; // 1 January 2021.

const char *nameOf(Scatter kind)
{
    return kind == Scatter::Uniform ? "uniform" : "skewed";
}

/// The table of the last input asked for: two of ten million would not be told from it.
IncidentTable &tableOf(Scatter kind, std::size_t count)
{
    static std::pair<Scatter, std::size_t> known;
    static std::unique_ptr<IncidentTable> table;
    if (!table || known != std::pair(kind, count)) {
        table.reset();
        table = std::make_unique<IncidentTable>(columnsFrom(scatter(kind, count)));
        known = {kind, count};
    }
    table->setFilter({});
    return *table;
}

Viewport viewOf(const IncidentTable &table, double zoom)
{
    // Around the mean position of the fullest cluster of the world.
    const Viewport world = Viewport::webMercator({0, 20}, 2, {1280, 800});
    const std::vector<Cluster> clusters = clustersIn(table, world);
    const Cluster &fullest = *std::ranges::max_element(clusters, {}, &Cluster::count);
    return Viewport::webMercator(lonLatFromFixed(fullest.mean), zoom, {1280, 800});
}

IncidentFilter brush(int turn)
{
    constexpr int days = 1440;
    IncidentFilter filter;
    const std::int32_t first = scatterFirstMinute + (turn % 50) * 20 * days;
    filter.begin = UtcMinute(std::chrono::minutes(first));
    filter.end = UtcMinute(std::chrono::minutes(first + 600 * days));
    return filter;
}

TimeBins binsOfAll()
{
    const UtcMinute begin{std::chrono::minutes(scatterFirstMinute)};
    return TimeAxis(begin, begin + std::chrono::days(5 * 365), 900).bins(7);
}

using Work = void (*)(benchmark::State &, Scatter, std::size_t, double);

void clustersAfterFilter(benchmark::State &state, Scatter kind, std::size_t count, double zoom)
{
    IncidentTable &table = tableOf(kind, count);
    const Viewport view = viewOf(table, zoom);
    int turn = 0;
    std::size_t found = 0;
    for (auto _ : state) {
        table.setFilter(brush(++turn));
        found = clustersIn(table, view).size();
        benchmark::DoNotOptimize(found);
    }
    state.counters["clusters"] = static_cast<double>(found);
}

void clustersOfAll(benchmark::State &state, Scatter kind, std::size_t count, double zoom)
{
    const IncidentTable &table = tableOf(kind, count);
    const Viewport view = viewOf(table, zoom);
    for (auto _ : state)
        benchmark::DoNotOptimize(clustersIn(table, view));
}

void filterKind(benchmark::State &state, Scatter kind, std::size_t count, double)
{
    IncidentTable &table = tableOf(kind, count);
    IncidentFilter filter;
    for (auto _ : state) {
        filter.kinds.flip(1);
        table.setFilter(filter);
        benchmark::DoNotOptimize(table.countShown());
    }
}

void filterTime(benchmark::State &state, Scatter kind, std::size_t count, double)
{
    IncidentTable &table = tableOf(kind, count);
    int turn = 0;
    for (auto _ : state) {
        table.setFilter(brush(++turn));
        benchmark::DoNotOptimize(table.countShown());
    }
}

void facets(benchmark::State &state, Scatter kind, std::size_t count, double)
{
    IncidentTable &table = tableOf(kind, count);
    table.setFilter(brush(1));
    for (auto _ : state)
        benchmark::DoNotOptimize(table.countFacets());
}

void histogramAfterFilter(benchmark::State &state, Scatter kind, std::size_t count, double)
{
    IncidentTable &table = tableOf(kind, count);
    IncidentFilter filter;
    const TimeBinning binning(table, Clock::Happened, binsOfAll());
    for (auto _ : state) {
        filter.kinds.flip(1);
        table.setFilter(filter);
        benchmark::DoNotOptimize(binning.histogramOf(table));
    }
}

void histogramAfterZoom(benchmark::State &state, Scatter kind, std::size_t count, double)
{
    const IncidentTable &table = tableOf(kind, count);
    const TimeBins bins = binsOfAll();
    for (auto _ : state)
        benchmark::DoNotOptimize(TimeBinning(table, Clock::Happened, bins).histogramOf(table));
}

void pointsAfterFilter(benchmark::State &state, Scatter kind, std::size_t count, double zoom)
{
    IncidentTable &table = tableOf(kind, count);
    const Viewport view = viewOf(table, zoom);
    QImage image;
    int turn = 0;
    for (auto _ : state) {
        table.setFilter(brush(++turn));
        benchmark::DoNotOptimize(paintPoints(image, table, view, 1, lightTheme()));
    }
}

void pointsOfAll(benchmark::State &state, Scatter kind, std::size_t count, double zoom)
{
    const IncidentTable &table = tableOf(kind, count);
    const Viewport view = viewOf(table, zoom);
    QImage image;
    for (auto _ : state)
        benchmark::DoNotOptimize(paintPoints(image, table, view, 1, lightTheme()));
}

void density(benchmark::State &state, Scatter kind, std::size_t count, double zoom)
{
    const IncidentTable &table = tableOf(kind, count);
    const Viewport view = viewOf(table, zoom);
    for (auto _ : state)
        benchmark::DoNotOptimize(densityIn(table, view));
}

void heat(benchmark::State &state, Scatter kind, std::size_t count, double zoom)
{
    const IncidentTable &table = tableOf(kind, count);
    const Viewport view = viewOf(table, zoom);
    for (auto _ : state)
        benchmark::DoNotOptimize(heatIn(table, view));
}

const Provinces &provinces()
{
    static const auto opened = Provinces::open(QStringLiteral(SHARE_DIR "/base.gpkg"));
    return **opened;
}

void locate(benchmark::State &state, Scatter kind, std::size_t count, double)
{
    const IncidentTable &table = tableOf(kind, count);
    for (auto _ : state)
        benchmark::DoNotOptimize(provinces().of(table.columns()));
}

void countByProvince(benchmark::State &state, Scatter kind, std::size_t count, double)
{
    IncidentTable &table = tableOf(kind, count);
    const std::vector<std::uint16_t> found = provinces().of(table.columns());
    int turn = 0;
    for (auto _ : state) {
        table.setFilter(brush(++turn));
        benchmark::DoNotOptimize(countIn(found, table.hidden(), provinces().all().size()));
    }
}

void pick(benchmark::State &state, Scatter kind, std::size_t count, double zoom)
{
    const IncidentTable &table = tableOf(kind, count);
    const Viewport view = viewOf(table, zoom);
    for (auto _ : state)
        benchmark::DoNotOptimize(nearestTo(table, view, {640, 400}, 5));
}

void registerAll()
{
    struct Row
    {
        const char *name;
        Work work;
        std::vector<int> zooms; ///< Empty: the view does not matter.
    };
    const std::vector<int> all{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
    const std::vector<Row> rows{{"clusters/after-filter", clustersAfterFilter, all},
                                {"clusters/of-all", clustersOfAll, all},
                                {"filter/kind", filterKind, {}},
                                {"filter/time", filterTime, {}},
                                {"facets", facets, {}},
                                {"histogram/after-filter", histogramAfterFilter, {}},
                                {"histogram/after-zoom", histogramAfterZoom, {}},
                                {"points/after-filter", pointsAfterFilter, {2, 5, 8}},
                                {"points/of-all", pointsOfAll, {2, 5, 8}},
                                {"density", density, {2, 5, 8}},
                                {"heat", heat, {1, 5, 8}},
                                {"provinces/locate", locate, {}},
                                {"provinces/count-after-filter", countByProvince, {}},
                                {"pick", pick, {2, 8, 14}}};
    for (const std::size_t count : {std::size_t{1'000'000}, std::size_t{10'000'000}}) {
        for (const Scatter kind : {Scatter::Uniform, Scatter::Skewed}) {
            for (const Row &row : rows) {
                const std::string name = std::string(row.name) + "/" + nameOf(kind) + "/" + std::to_string(count);
                const auto add = [&](const std::string &full, double zoom) {
                    benchmark::RegisterBenchmark(full, row.work, kind, count, zoom)->Unit(benchmark::kMillisecond);
                };
                if (row.zooms.empty())
                    add(name, 0);
                for (const int zoom : row.zooms)
                    add(name + "/zoom:" + std::to_string(zoom), zoom);
            }
        }
    }
}

} // namespace

} // namespace dateline

int main(int argc, char **argv)
{
    dateline::registerAll();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
}
