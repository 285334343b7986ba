// What it takes to bring in a million rows of the ACLED shape, beside GDAL's own tool on the same file. Makes its input
// itself, in a folder that goes in the end (TMPDIR says where).

#include "casefile/case.h"
#include "ogr2ogr.h"
#include "tables/importtable.h"
#include "tables/tablerows.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace dateline;

namespace
{

constexpr int rowCount = 1'000'000;
const QString geoPackage = QStringLiteral("GPKG");

// CSV to GeoPackage.
void ogr2ogr(benchmark::State &state)
{
    const QString out = fileIn("ogr.gpkg");
    for (auto _ : state)
        runOgr2ogr(state, geoPackage, out, acledCsv(rowCount), acledToGeoPackage());
    QFile::remove(out);
}

void import(benchmark::State &state, bool withSources)
{
    const QString csv = acledCsv(rowCount);
    const QString out = fileIn("imported.gpkg");
    QElapsedTimer timer;
    for (auto _ : state) {
        state.PauseTiming();
        removeCase(out);
        resetPeak();
        state.ResumeTiming();
        timer.start();
        const std::unique_ptr<Case> made = taken(createCase(out, QStringLiteral("Imported")));
        const FileImport all = taken(importTables(*made, csv, {.withSources = withSources}));
        const TableImport &done = all.tables.front();
        if (done.loaded.accepted != rowCount)
            state.SkipWithError("rows were refused");
        state.counters["documents"] = static_cast<double>(done.loaded.documents);
    }
    // Where ogr2ogr was run before, as it is unless a filter says otherwise.
    if (const double times = timesAsFast(geoPackage, timer.nsecsElapsed()); times > 0)
        state.counters["times_as_fast"] = times;
    state.counters["file_MB"] = static_cast<double>(QFileInfo(out).size()) / 1e6;
    state.counters["peak_MB"] = megabytes("VmHWM");
    removeCase(out);
}

/// Cells to incidents and documents, without a case.
void rowsOnly(benchmark::State &state)
{
    const QString csv = acledCsv(rowCount);
    for (auto _ : state) {
        const std::unique_ptr<TableFile> file = taken(TableFile::open(csv));
        FailureLog failures({}, file->plan());
        TableRows rows(*file, failures, true);
        while (std::optional<Result<IncidentRow>> row = rows.next()) {
            benchmark::DoNotOptimize(row);
            while (rows.takeDocument()) {
            }
        }
    }
}

} // namespace

BENCHMARK(ogr2ogr)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(import, without_sources, false)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(import, with_sources, true)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK(rowsOnly)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
