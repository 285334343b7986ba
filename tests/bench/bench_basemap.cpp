// What a tile of the base map costs with its names: 512 pixels a side, land, water, rivers, borders, names with halos.
//
// Tiles z/x/y as web maps number them, four around a place in the Caucasus and four around one in Europe; zoom 0 is the
// whole world. Each is drawn from blocks that are already in memory. packaging/bench prints Mapnik's time for the same
// tile beside it (peers/mapnik_tiles.py, which says what makes the two equal). BENCH_PICTURES=FOLDER keeps what is drawn.
#include "map/basemap.h"
#include "measured.h"

#include <QGuiApplication>
#include <QPainter>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <numbers>

using namespace dateline;

namespace
{

constexpr int sidePx = 512;

struct TileAt
{
    int x;
    int y;
};

/// The four tiles that meet nearest to @p place.
std::vector<TileAt> tilesAround(LonLat place, int zoom)
{
    const int count = 1 << zoom;
    if (count == 1)
        return {{0, 0}};
    const double lat = place.lat * std::numbers::pi / 180;
    const double x = (place.lon + 180) / 360 * count;
    const double y = (1 - std::asinh(std::tan(lat)) / std::numbers::pi) / 2 * count;
    const int left = static_cast<int>(x - 0.5);
    const int top = static_cast<int>(y - 0.5);
    return {{left, top}, {left + 1, top}, {left, top + 1}, {left + 1, top + 1}};
}

Viewport viewOf(TileAt tile, int zoom)
{
    const double count = 1 << zoom;
    const double lat = std::atan(std::sinh(std::numbers::pi * (1 - 2 * (tile.y + 0.5) / count)));
    const LonLat centre{(tile.x + 0.5) / count * 360 - 180, lat * 180 / std::numbers::pi};
    // Dateline's zoom 0 shows the world in 256 pixels.
    return Viewport::webMercator(centre, zoom + 1, {sidePx, sidePx});
}

std::size_t draw(const BaseMap &map, const Viewport &view, QImage &image)
{
    QPainter painter(&image);
    map.paint(painter, view, lightTheme());
    const std::vector<BaseLabel> labels = map.labels(view, {});
    paintLabels(painter, labels, lightTheme());
    return labels.size();
}

void keep(const QImage &image, const char *region, int zoom, TileAt tile)
{
    const QString folder = qEnvironmentVariable("BENCH_PICTURES");
    if (!folder.isEmpty())
        image.save(QStringLiteral("%1/Dateline, %2, %3-%4-%5.png")
                       .arg(folder, QLatin1StringView(region))
                       .arg(zoom)
                       .arg(tile.x)
                       .arg(tile.y));
}

/// Measures as the peer does: by the time that passes or the processor's, whichever is less, so that on a busy machine
/// both are held to the work alone.
class Moment
{
public:
    [[nodiscard]] double secondsSince() const
    {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - m_clock;
        const double worked = static_cast<double>(std::clock() - m_processor) / CLOCKS_PER_SEC;
        return std::min(passed.count(), worked);
    }

private:
    std::chrono::steady_clock::time_point m_clock = std::chrono::steady_clock::now();
    std::clock_t m_processor = std::clock();
};

/// Milliseconds a tile.
void basemap(benchmark::State &state, const char *region, LonLat place)
{
    static const std::shared_ptr<const BaseMap> map = taken(BaseMap::open(QStringLiteral(SHARE_DIR "/base.gpkg")));
    const int zoom = static_cast<int>(state.range(0));
    std::vector<Viewport> views;
    std::size_t names = 0;
    for (const TileAt tile : tilesAround(place, zoom)) {
        views.push_back(viewOf(tile, zoom));
        QImage image(sidePx, sidePx, QImage::Format_RGB32);
        names += draw(*map, views.back(), image); // Which also brings what it needs into memory.
        keep(image, region, zoom, tile);
    }
    while (state.KeepRunningBatch(std::ssize(views))) {
        const Moment begin;
        for (const Viewport &view : views) {
            QImage image(sidePx, sidePx, QImage::Format_RGB32);
            benchmark::DoNotOptimize(draw(*map, view, image));
        }
        state.SetIterationTime(begin.secondsSince());
    }
    state.counters["names"] = static_cast<double>(names) / static_cast<double>(views.size());
}
void zooms(benchmark::internal::Benchmark *benchmark)
{
    benchmark->ArgName("zoom")->Arg(0)->Arg(4)->Arg(6)->Arg(10)->Unit(benchmark::kMillisecond)->UseManualTime();
}
BENCHMARK_CAPTURE(basemap, caucasus, "caucasus", LonLat{45.5, 40.5})->Apply(zooms);
BENCHMARK_CAPTURE(basemap, europe, "europe", LonLat{10, 50})->Apply(zooms);

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
