// What it takes to bring in a million rows of the ACLED shape, beside GDAL's own tool on the same file. Makes its input
// itself, in a folder that goes in the end (TMPDIR says where).

#include "acledrows.h"
#include "casefile/case.h"
#include "measured.h"
#include "tables/importtable.h"
#include "tables/tablerows.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

#include <benchmark/benchmark.h>

using namespace dateline;

namespace
{

constexpr int rowCount = 1'000'000;

QString acledCsv()
{
    static const QString path = [] {
        QFile file(fileIn("acled.csv"));
        if (!file.exists()) {
            if (!file.open(QIODevice::WriteOnly))
                std::exit(EXIT_FAILURE);
            writeAcledShape(file, rowCount);
            file.close();
        }
        std::printf("input: %d rows of 31 columns, %.0f MB of CSV\n", rowCount, static_cast<double>(file.size()) / 1e6);
        return file.fileName();
    }();
    return path;
}

void removeCase(const QString &path)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal", "-lock"})
        QFile::remove(path + QLatin1StringView(ending));
}

double &ogrSeconds()
{
    static double seconds = 0;
    return seconds;
}

// CSV to GeoPackage by GDAL's own tool, as its users would.
void ogr2ogr(benchmark::State &state)
{
    const QString csv = acledCsv();
    const QString out = fileIn("ogr.gpkg");
    for (auto _ : state) {
        QFile::remove(out);
        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.start(QStringLiteral("ogr2ogr"),
                      {QStringLiteral("-f"), QStringLiteral("GPKG"), out, csv, QStringLiteral("-oo"),
                       QStringLiteral("X_POSSIBLE_NAMES=longitude"), QStringLiteral("-oo"),
                       QStringLiteral("Y_POSSIBLE_NAMES=latitude"), QStringLiteral("-oo"),
                       QStringLiteral("AUTODETECT_TYPE=YES"), QStringLiteral("-oo"),
                       QStringLiteral("KEEP_GEOM_COLUMNS=NO"), QStringLiteral("-a_srs"), QStringLiteral("EPSG:4326")});
        if (!process.waitForFinished(-1) || process.exitCode() != 0)
            state.SkipWithError("ogr2ogr failed");
        ogrSeconds() = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    }
    QFile::remove(out);
}

void import(benchmark::State &state, bool withSources)
{
    const QString csv = acledCsv();
    const QString out = fileIn("imported.gpkg");
    QElapsedTimer timer;
    for (auto _ : state) {
        state.PauseTiming();
        removeCase(out);
        resetPeak();
        state.ResumeTiming();
        timer.start();
        const std::unique_ptr<Case> made = taken(createCase(out, QStringLiteral("Imported")));
        const TableImport done = taken(importTable(*made, csv, {.withSources = withSources}));
        if (done.loaded.accepted != rowCount)
            state.SkipWithError("rows were refused");
        state.counters["documents"] = static_cast<double>(done.loaded.documents);
    }
    // Where ogr2ogr was run before, as it is unless a filter says otherwise.
    if (ogrSeconds() > 0)
        state.counters["times_as_fast"] = ogrSeconds() * 1e9 / static_cast<double>(timer.nsecsElapsed());
    state.counters["file_MB"] = static_cast<double>(QFileInfo(out).size()) / 1e6;
    state.counters["peak_MB"] = megabytes("VmHWM");
    removeCase(out);
}

/// Cells to incidents and documents, without a case.
void rowsOnly(benchmark::State &state)
{
    const QString csv = acledCsv();
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
