// What the picture of a vector file over the map costs: a GeoPackage of 1,000,000 areas of 5 corners, some 180 MB, all over
// a square of 20°, in a window of 1280 × 800 pixels. The file is made once; BENCH_FOLDER keeps it.
//
// “all” shows every feature, most as a dot; “province” and “district” a tenth and a hundredth of its width, with outlines and fills.
// “first_ms” is the time until the first pixels of “all” are handed over.
#include "geo/featureoverlay.h"
#include "geo/libraries.h"
#include "geo/projection.h"
#include "measured.h"

#include <QElapsedTimer>
#include <QGuiApplication>

#include <benchmark/benchmark.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

using namespace dateline;

namespace
{

constexpr int side = 1000; // Areas along each side of the square.
constexpr double step = 20.0 / side; // degrees
constexpr LonLat corner{35, 32};

QString madeFile()
{
    const QString path = fileIn("areas.gpkg");
    if (QFile::exists(path))
        return path;
    addVectorFormats();
    const GDALDatasetUniquePtr file(GetGDALDriverManager()->GetDriverByName("GPKG")->Create(
        QFile::encodeName(path).constData(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference crs;
    crs.SetWellKnownGeogCS("WGS84");
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer *layer = file->CreateLayer("areas", &crs, wkbPolygon);
    OGRFieldDefn name("name", OFTString);
    layer->CreateField(&name);
    file->StartTransaction();
    for (int i = 0; i < side * side; ++i) {
        const double x = corner.lon + step * (i % side);
        const double y = corner.lat + step * (i / side);
        OGRLinearRing ring;
        for (const QPointF at : {QPointF(0.1, 0.1), QPointF(0.8, 0.2), QPointF(0.9, 0.8), QPointF(0.4, 0.9),
                                 QPointF(0.2, 0.6), QPointF(0.1, 0.1)})
            ring.addPoint(x + at.x() * step, y + at.y() * step);
        OGRPolygon polygon;
        polygon.addRing(&ring);
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetGeometry(&polygon);
        feature.SetField("name", i);
        if (layer->CreateFeature(&feature) != OGRERR_NONE)
            qFatal("cannot write %s", qPrintable(path));
    }
    file->CommitTransaction();
    return path;
}

OverlayView viewOf(double degreesWide)
{
    const Projection plane = Projection::webMercator();
    const double width = degreesWide * 111319.49;
    QRectF metres(0, 0, width, width * 800 / 1280);
    metres.moveCenter(plane.metresFromLonLat({corner.lon + 10, corner.lat + 10}).value());
    return {plane.definition(), metres, {1280, 800}, 1};
}

void paint(benchmark::State &state, double degreesWide)
{
    const std::unique_ptr<Overlay> overlay = taken(openFeatureOverlay(madeFile(), {}));
    const OverlayView view = viewOf(degreesWide);
    double firstMs = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        firstMs = 0;
        const QImage picture = taken(overlay->picture(
            view, {}, [&](const QImage &) { firstMs = firstMs > 0 ? firstMs : static_cast<double>(timer.elapsed()); }));
        benchmark::DoNotOptimize(picture.constBits());
        if (const QString folder = qEnvironmentVariable("BENCH_PICTURES"); !folder.isEmpty())
            picture.save(QStringLiteral("%1/features, %2 degrees.png").arg(folder).arg(degreesWide));
    }
    state.counters["first_ms"] = firstMs;
    state.counters["peak_MB"] = megabytes("VmHWM");
}

} // namespace

BENCHMARK_CAPTURE(paint, all, 32.0)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(paint, province, 3.0)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(paint, district, 0.3)->Unit(benchmark::kMillisecond);

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
