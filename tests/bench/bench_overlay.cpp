// What a raster file over the map costs: 20,000 × 20,000 pixels of three bands, tiled and deflated, about 1 GB.
//
// “Opened and seen” opens the file, with reductions in it, and makes a picture of 1280 × 800 pixels at three zooms: all
// of it, a tenth of its sides, and its own pixels. “Without reductions” is the same file without these: the time to the
// first picture, which is coarse, and to the finished one; “first seen” is the former alone, with the processor's time. The
// files are made once in BENCH_FOLDER, or each time.
#include "geo/libraries.h"
#include "geo/overlay.h"
#include "geo/projection.h"
#include "measured.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <benchmark/benchmark.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <chrono>
#include <random>

using namespace dateline;

namespace
{

constexpr int side = 20'000;
constexpr double pixelMetres = 10;
constexpr double left = 400'000;
constexpr double top = 4'600'000;

/// Rolling ground with noise, which compresses as aerial pictures do.
void writePixels(GDALDataset &file)
{
    constexpr int rows = 256;
    std::mt19937 random(7);
    std::vector<std::uint8_t> pixels(std::size_t(side) * rows * 3);
    for (int y = 0; y < side; y += rows) {
        const int count = std::min(rows, side - y);
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            const std::size_t x = i % side;
            pixels[i] = std::uint8_t((x / 80 + std::size_t(y) / 80) % 200 + random() % 48);
        }
        if (file.RasterIO(GF_Write, 0, y, side, count, pixels.data(), side, count, GDT_Byte, 3, nullptr, 0, 0, 0,
                          nullptr)
            != CE_None)
            std::abort();
    }
}

QString rasterFile(bool reduced)
{
    const QString path = fileIn(reduced ? "reduced.tif" : "whole.tif");
    if (QFileInfo::exists(path))
        return path;
    addRasterFormats();
    if (reduced) {
        QFile::copy(rasterFile(false), path);
        GDALDatasetUniquePtr file(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_UPDATE));
        std::vector<int> reductions{2, 4, 8, 16, 32, 64};
        CPLSetConfigOption("COMPRESS_OVERVIEW", "DEFLATE");
        if (!file
            || file->BuildOverviews("AVERAGE", int(reductions.size()), reductions.data(), 0, nullptr, nullptr, nullptr,
                                    nullptr)
                != CE_None)
            std::abort();
        return path;
    }
    std::vector<const char *> options{
        "TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "NUM_THREADS=ALL_CPUS", "PHOTOMETRIC=RGB", nullptr};
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDatasetUniquePtr file(
        driver->Create(path.toUtf8().constData(), side, side, 3, GDT_Byte, const_cast<char **>(options.data())));
    OGRSpatialReference system;
    system.importFromEPSG(32638);
    std::array<double, 6> transform{left, pixelMetres, 0, top, 0, -pixelMetres};
    if (!file || file->SetSpatialRef(&system) != CE_None || file->SetGeoTransform(transform.data()) != CE_None)
        std::abort();
    writePixels(*file);
    return path;
}

/// The window's view of the middle of the file, @p share of whose sides it shows.
OverlayView viewOf(double share)
{
    const Projection plane = Projection::webMercator();
    const double half = side * pixelMetres / 2;
    const Projection own = taken(Projection::fromText(QStringLiteral("EPSG:32638")));
    const QPointF middle = *plane.metresFromLonLat(*own.lonLatFromMetres({left + half, top - half}));
    const double height = 2 * half * share * 1.3; // Mercator's metres are that much shorter there.
    const QSizeF size(height * 1280 / 800, height);
    return {plane.definition(), QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size), {1280, 800}, 1};
}

void openedAndSeen(benchmark::State &state)
{
    const QString path = rasterFile(true);
    const OverlayView view = viewOf(double(state.range(0)) / 1000);
    for ([[maybe_unused]] const auto each : state) {
        const std::unique_ptr<Overlay> overlay = taken(openOverlay(path, {}));
        benchmark::DoNotOptimize(taken(overlay->picture(view, {})));
    }
    state.counters["MB"] = double(QFileInfo(path).size()) / 1e6;
}

void withoutReductions(benchmark::State &state)
{
    const QString path = rasterFile(false);
    const OverlayView view = viewOf(1);
    using Clock = std::chrono::steady_clock;
    for ([[maybe_unused]] const auto each : state) {
        const Clock::time_point begin = Clock::now();
        std::optional<double> first;
        const std::unique_ptr<Overlay> overlay = taken(openOverlay(path, {}));
        benchmark::DoNotOptimize(taken(overlay->picture(view, {}, [&](const QImage &) {
            if (!first)
                first = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
        })));
        state.counters["first_ms"] = first.value_or(0);
        const Clock::time_point again = Clock::now();
        benchmark::DoNotOptimize(taken(overlay->picture(viewOf(0.9), {})));
        state.counters["next_ms"] = std::chrono::duration<double, std::milli>(Clock::now() - again).count();
    }
    state.counters["MB"] = double(QFileInfo(path).size()) / 1e6;
}

void firstSeen(benchmark::State &state)
{
    const QString path = rasterFile(false);
    const OverlayView view = viewOf(1);
    for ([[maybe_unused]] const auto each : state) {
        std::stop_source stop;
        const std::unique_ptr<Overlay> overlay = taken(openOverlay(path, {}));
        benchmark::DoNotOptimize(
            taken(overlay->picture(view, stop.get_token(), [&stop](const QImage &) { stop.request_stop(); })));
    }
}

} // namespace

BENCHMARK(openedAndSeen)->Arg(1000)->Arg(100)->Arg(40)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(firstSeen)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);
BENCHMARK(withoutReductions)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
