// What it takes to bring in a million rows of the ACLED shape, and a million points of GeoJSON, beside GDAL's own tool on
// the same files. Makes its input itself, in a folder that goes in the end (TMPDIR says where).

#include "casefile/case.h"
#include "ogr2ogr.h"
#include "tables/importtable.h"
#include "tables/tablerows.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileInfo>

#include <random>

using namespace dateline;

namespace
{

constexpr int rowCount = 1'000'000;
/// A GeoJSON of as many points, as GDAL writes it: a name, a day and what was seen.
QString geoJson()
{
    static const QString path = [] {
        QFile file(fileIn("points.geojson"));
        if (!file.open(QIODevice::WriteOnly))
            std::exit(EXIT_FAILURE);
        file.write("{\n\"type\": \"FeatureCollection\",\n\"name\": \"points\",\n\"features\": [\n");
        std::mt19937 random(2022);
        for (int i = 0; i < rowCount; ++i) {
            const QDate day = QDate(2018, 1, 1).addDays(i / 400 % 1800);
            const auto degrees = [&](double begin) {
                return QByteArray::number(begin + static_cast<double>(random() % 40000) * 1e-4, 'f', 4);
            };
            file.write("{ \"type\": \"Feature\", \"properties\": { \"id\": \"P" + QByteArray::number(i)
                       + "\", \"name\": \"Town " + QByteArray::number(i % 300) + "\", \"date\": \""
                       + day.toString(Qt::ISODate).toLatin1()
                       + "\", \"notes\": \"Shells fell near the town, as both sides said\", \"count\": "
                       + QByteArray::number(random() % 9)
                       + " }, \"geometry\": { \"type\": \"Point\", \"coordinates\": [ " + degrees(44) + ", "
                       + degrees(38) + " ] } }" + (i + 1 < rowCount ? ",\n" : "\n"));
        }
        file.write("]\n}\n");
        file.close();
        std::printf("input: %d points, %.0f MB of GeoJSON\n", rowCount, static_cast<double>(file.size()) / 1e6);
        return file.fileName();
    }();
    return path;
}

struct Input
{
    const char *name;
    QString (*path)();
    QStringList ogrOptions;
};
const Input csvInput{"CSV", [] { return acledCsv(rowCount); }, acledToGeoPackage()};
const Input geoJsonInput{"GeoJSON", geoJson, {}};

// To GeoPackage.
void ogr2ogr(benchmark::State &state, const Input &input)
{
    const QString from = input.path();
    const QString out = fileIn("ogr.gpkg");
    for (auto _ : state)
        runOgr2ogr(state, QString::fromLatin1(input.name), QStringLiteral("GPKG"), out, from, input.ogrOptions);
    QFile::remove(out);
}

void import(benchmark::State &state, const Input &input, bool withSources)
{
    const QString from = input.path();
    const QString out = fileIn("imported.gpkg");
    QElapsedTimer timer;
    for (auto _ : state) {
        state.PauseTiming();
        removeCase(out);
        resetPeak();
        state.ResumeTiming();
        timer.start();
        const std::unique_ptr<Case> made = taken(createCase(out, QStringLiteral("Imported")));
        const FileImport all = taken(importTables(*made, from, {.withSources = withSources}));
        const TableImport &done = all.tables.front();
        if (done.loaded.accepted != rowCount)
            state.SkipWithError("rows were refused");
        state.counters["documents"] = static_cast<double>(done.loaded.documents);
    }
    // Where ogr2ogr was run before, as it is unless a filter says otherwise.
    if (const double times = timesAsFast(QString::fromLatin1(input.name), timer.nsecsElapsed()); times > 0)
        state.counters["times_as_fast"] = times;
    state.counters["file_MB"] = static_cast<double>(QFileInfo(out).size()) / 1e6;
    state.counters["peak_MB"] = megabytes("VmHWM");
    removeCase(out);
}

/// Cells to incidents and documents, without a case.
void rowsOnly(benchmark::State &state)
{
    const QString csv = acledCsv(rowCount);
    const KnownTables tables = taken(tablesIn(csv));
    for (auto _ : state) {
        const std::unique_ptr<TableFile> file = taken(TableFile::open(csv, taken(tablesIn(csv)).known.front()));
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

BENCHMARK_CAPTURE(ogr2ogr, csv, csvInput)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(import, without_sources, csvInput, false)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->UseRealTime();
BENCHMARK_CAPTURE(import, with_sources, csvInput, true)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(ogr2ogr, geojson, geoJsonInput)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(import, geojson, geoJsonInput, true)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK(rowsOnly)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
