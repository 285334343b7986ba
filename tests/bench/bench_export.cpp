// What it takes to hand a million incidents on, beside GDAL's own tool on the same rows. Makes its input itself, in a
// folder that goes in the end (TMPDIR says where): a CSV of the ACLED shape, the case that it becomes, and the GeoPackage
// that ogr2ogr makes of it.

#include "exchange/exchange.h"
#include "ogr2ogr.h"
#include "tables/importtable.h"

#include <QFileInfo>
#include <QGuiApplication>

using namespace dateline;

namespace
{

constexpr int exportedRows = 1'000'000;

QString importedCase(bool withSources)
{
    const QString path = fileIn(withSources ? "quoted.gpkg" : "exported.gpkg");
    if (!QFile::exists(path)) {
        const std::unique_ptr<Case> made = taken(createCase(path, QStringLiteral("Imported")));
        taken(importTables(*made, acledCsv(exportedRows), {.withSources = withSources}));
    }
    return path;
}

void ogr2ogr(benchmark::State &state, const char *format, const char *ending)
{
    const QString from = fileIn("rows.gpkg");
    if (!QFile::exists(from))
        runOgr2ogr(state, {}, QStringLiteral("GPKG"), from, acledCsv(exportedRows), acledToGeoPackage());
    const QString to = fileIn("ogr.") + QLatin1StringView(ending);
    for (auto _ : state)
        runOgr2ogr(state, QString::fromLatin1(format), QString::fromLatin1(format), to, from);
    state.counters["file_MB"] = static_cast<double>(QFileInfo(to).size()) / 1e6;
    QFile::remove(to);
}

/// @param peer what GDAL calls the format.
void exported(benchmark::State &state, const char *ending, bool withSources, const char *peer)
{
    const std::unique_ptr<Case> open = taken(openCase(importedCase(withSources)));
    const QString to = fileIn("out.") + QLatin1StringView(ending);
    QElapsedTimer timer;
    for (auto _ : state) {
        state.PauseTiming();
        QFile::remove(to);
        resetPeak();
        state.ResumeTiming();
        timer.start();
        const ExportReport report = taken(exportIncidents(*open, to, {}));
        if (report.written < exportedRows)
            state.SkipWithError("incidents are missing");
    }
    if (const double times = timesAsFast(QString::fromLatin1(peer), timer.nsecsElapsed()); times > 0)
        state.counters["times_as_fast"] = times;
    state.counters["file_MB"] = static_cast<double>(QFileInfo(to).size()) / 1e6;
    state.counters["peak_MB"] = megabytes("VmHWM");
    QFile::remove(to);
}

} // namespace

#define DATELINE_ONCE ->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime()

BENCHMARK_CAPTURE(ogr2ogr, csv, "CSV", "csv") DATELINE_ONCE;
BENCHMARK_CAPTURE(exported, csv, "csv", false, "CSV") DATELINE_ONCE;
BENCHMARK_CAPTURE(exported, csv_with_words, "csv", true, "CSV") DATELINE_ONCE;
BENCHMARK_CAPTURE(ogr2ogr, geojson, "GeoJSON", "geojson") DATELINE_ONCE;
BENCHMARK_CAPTURE(exported, geojson, "geojson", false, "GeoJSON") DATELINE_ONCE;
BENCHMARK_CAPTURE(exported, geojson_with_words, "geojson", true, "GeoJSON") DATELINE_ONCE;
BENCHMARK_CAPTURE(ogr2ogr, kml, "KML", "kml") DATELINE_ONCE;
BENCHMARK_CAPTURE(exported, kml, "kml", false, "KML") DATELINE_ONCE;
BENCHMARK_CAPTURE(exported, kml_with_words, "kml", true, "KML") DATELINE_ONCE;
BENCHMARK_CAPTURE(ogr2ogr, flatgeobuf, "FlatGeobuf", "fgb") DATELINE_ONCE;
BENCHMARK_CAPTURE(exported, flatgeobuf, "fgb", false, "FlatGeobuf") DATELINE_ONCE;
BENCHMARK_CAPTURE(exported, gpx, "gpx", false, "GPX") DATELINE_ONCE;
BENCHMARK_CAPTURE(exported, xlsx, "xlsx", false, "XLSX") DATELINE_ONCE;

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
