#include "map/basemap.h"
#include "map/scene.h"

#include <QGuiApplication>
#include <QPainter>

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <numbers>
#include <thread>

using namespace dateline;

namespace
{

std::shared_ptr<const BaseMap> openedMap()
{
    Result<std::shared_ptr<const BaseMap>> map = BaseMap::open(QStringLiteral(SHARE_DIR "/base.gpkg"));
    if (!map) {
        qCritical("%s", qUtf8Printable(map.error().message));
        std::exit(EXIT_FAILURE);
    }
    return *map;
}

struct TileAt
{
    int x;
    int y;
};

TileAt tileAround(LonLat position, int zoom)
{
    const double count = std::exp2(zoom);
    const double lat = position.lat * std::numbers::pi / 180;
    return {static_cast<int>((position.lon + 180) / 360 * count),
            static_cast<int>((1 - std::asinh(std::tan(lat)) / std::numbers::pi) / 2 * count)};
}

// Norway's fjords are the most work at any zoom; the South Caucasus is what the sample shows.
void tile(benchmark::State &state, LonLat position)
{
    static const std::shared_ptr<const BaseMap> map = openedMap();
    const int zoom = static_cast<int>(state.range(0));
    const auto [x, y] = tileAround(position, zoom);
    benchmark::DoNotOptimize(map->tile(zoom, x, y, 1, lightTheme()));
    for (auto _ : state)
        benchmark::DoNotOptimize(map->tile(zoom, x, y, 1, lightTheme()));
}
BENCHMARK_CAPTURE(tile, fjords, LonLat{6, 61.5})->DenseRange(0, 14, 1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tile, caucasus, LonLat{46, 40})->DenseRange(0, 14, 1)->Unit(benchmark::kMillisecond);

// From nothing: open the file, paint 30 tiles on two threads, place the names.
void firstView(benchmark::State &state)
{
    const int zoom = static_cast<int>(state.range(0));
    const auto [x, y] = tileAround({45.9, 39.9}, zoom);
    for (auto _ : state) {
        const std::shared_ptr<const BaseMap> map = openedMap();
        std::atomic<int> next = 0;
        const auto paint = [&map, &next, zoom, left = x - 3, top = y - 2] {
            for (int i = next++; i < 30; i = next++)
                benchmark::DoNotOptimize(map->tile(zoom, left + i % 6, top + i / 6, 1, lightTheme()));
        };
        {
            const std::jthread first(paint);
            const std::jthread second(paint);
        }
        benchmark::DoNotOptimize(map->labels(Viewport::webMercator({45.9, 39.9}, zoom, {1000, 800}), {}));
    }
}
BENCHMARK(firstView)->Arg(7)->Arg(8)->Unit(benchmark::kMillisecond)->UseRealTime();

void labels(benchmark::State &state)
{
    static const std::shared_ptr<const BaseMap> map = openedMap();
    const Viewport view = Viewport::webMercator({45.9, 39.9}, static_cast<double>(state.range(0)), {1440, 900});
    for (auto _ : state)
        benchmark::DoNotOptimize(map->labels(view, {}));
}
BENCHMARK(labels)->DenseRange(2, 12, 2)->Unit(benchmark::kMillisecond);

void figureMap(benchmark::State &state)
{
    static const std::shared_ptr<const BaseMap> map = openedMap();
    const LonLatBox box{43.5, 38.3, 48.3, 41.5};
    const Viewport view = Viewport::fitting(Projection::fitting(box), box, {1090, 733}, 20);
    QImage image(1090, 733, QImage::Format_RGB32);
    for (auto _ : state) {
        QPainter painter(&image);
        map->paint(painter, view, lightTheme());
    }
}
BENCHMARK(figureMap)->Unit(benchmark::kMillisecond);

// 10,000 incidents at 500 places, each with its circle of precision.
void scene(benchmark::State &state)
{
    std::vector<SceneIncident> rows;
    for (int i = 0; i < 10000; ++i) {
        const int place = i % 500;
        const LonLat at{44 + std::fmod(place * 0.6180339887, 1) * 4, 38.5 + std::fmod(place * 0.7548776662, 1) * 2.6};
        Incident incident;
        incident.id = IncidentId{i + 1};
        incident.kind = static_cast<Kind>(i % kindCount);
        incident.where =
            Where{QStringLiteral("Place %1").arg(place), {}, {}, pointGeometry(at), LocationPrecision::Near, 10000, {}};
        rows.push_back({std::move(incident), 1});
    }
    const Viewport view = Viewport::webMercator({45.9, 39.8}, static_cast<double>(state.range(0)), {1440, 900});
    for (auto _ : state)
        benchmark::DoNotOptimize(makeScene(rows, view, {}, true));
}
BENCHMARK(scene)->Arg(6)->Arg(8)->Arg(10)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
