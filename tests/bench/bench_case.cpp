// What a million incidents cost. Makes its input itself, in a folder that goes in the end (TMPDIR says where):
// a CSV of the ACLED shape, and a case of 1,000,000 incidents with 2,000,000 quotes of 20,000 documents.

#include "bigcase.h"
#include "casefile/case.h"
#include "ogr2ogr.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <memory>

#include <sys/resource.h>

using namespace dateline;

namespace
{

const QString geoPackage = QStringLiteral("GPKG");

// CSV to GeoPackage.
void ogr2ogr(benchmark::State &state)
{
    const QString out = fileIn("ogr.gpkg");
    for (auto _ : state)
        runOgr2ogr(state, geoPackage, geoPackage, out, acledCsv(rowCount), acledToGeoPackage());
    state.counters["file_MB"] = static_cast<double>(QFileInfo(out).size()) / 1e6;
    QFile::remove(out);
}

void load(benchmark::State &state)
{
    const QString csv = acledCsv(rowCount);
    const QString out = fileIn("loaded.gpkg");
    QElapsedTimer timer;
    for (auto _ : state) {
        state.PauseTiming();
        removeCase(out);
        resetPeak();
        state.ResumeTiming();
        timer.start();
        const std::unique_ptr<Case> made = taken(createCase(out, QStringLiteral("Loaded")));
        QFile file(csv);
        if (!file.open(QIODevice::ReadOnly))
            state.SkipWithError("no CSV");
        AcledRows rows(file);
        const Loaded loaded = taken(made->load(QStringLiteral("Load"), rows));
        if (loaded.accepted != rowCount)
            state.SkipWithError("rows were refused");
    }
    // Where ogr2ogr was run before, as it is unless a filter says otherwise.
    if (const double times = timesAsFast(geoPackage, timer.nsecsElapsed()); times > 0)
        state.counters["times_as_fast"] = times;
    state.counters["file_MB"] = static_cast<double>(QFileInfo(out).size()) / 1e6;
    state.counters["peak_MB"] = megabytes("VmHWM");
    removeCase(out);
}

/// Reading the CSV and making rows of it, without a case.
void readCsv(benchmark::State &state)
{
    const QString csv = acledCsv(rowCount);
    for (auto _ : state) {
        QFile file(csv);
        if (!file.open(QIODevice::ReadOnly))
            state.SkipWithError("no CSV");
        AcledRows rows(file);
        while (std::optional<Result<IncidentRow>> row = rows.next())
            benchmark::DoNotOptimize(row);
    }
}

QString bigCase()
{
    static const QString path = [] {
        const QString out = fileIn("big.gpkg");
        if (QFile::exists(out))
            return out;
        QElapsedTimer timer;
        timer.start();
        const std::unique_ptr<Case> made = taken(createCase(out, QStringLiteral("A million incidents")));
        Change change{QStringLiteral("Read documents"), {}};
        std::vector<Document> documents;
        for (int i = 0; i < documentCount; ++i)
            documents.push_back(documentOf(i));
        change.edits.assign(documents.begin(), documents.end());
        const Changed changed = taken(made->apply(change));
        for (std::size_t i = 0; i < documents.size(); ++i) {
            documents[i].id = changed.documents[i];
            documents[i].bytes.clear();
        }
        const qint64 read = timer.restart();
        BigCaseRows rows(std::move(documents));
        taken(made->load(QStringLiteral("Load"), rows));
        std::printf("big case: %d incidents, %d quotes, %d documents; documents %.1f s, load %.1f s, %.0f MB\n",
                    rowCount, quotesPerIncident * rowCount, documentCount, static_cast<double>(read) / 1e3,
                    static_cast<double>(timer.elapsed()) / 1e3, static_cast<double>(QFileInfo(out).size()) / 1e6);
        return out;
    }();
    return path;
}

Case &openBigCase()
{
    static const std::unique_ptr<Case> open = taken(openCase(bigCase()));
    return *open;
}

// What stands between the file and the first marks, but for the drawing.
void openAndColumns(benchmark::State &state)
{
    const QString path = bigCase();
    for (auto _ : state) {
        const std::unique_ptr<Case> opened = taken(openCase(path));
        const IncidentColumns columns = taken(opened->columns());
        if (columns.size() != rowCount)
            state.SkipWithError("incidents are missing");
        state.counters["resident_MB"] = megabytes("VmRSS");
    }
}

/// All that the window asks of a case before it shows it.
void openContents(benchmark::State &state)
{
    const QString path = bigCase();
    resetPeak();
    for (auto _ : state) {
        const std::unique_ptr<Case> opened = taken(openCase(path));
        const IncidentColumns columns = taken(opened->columns());
        benchmark::DoNotOptimize(orderByDay(columns));
        benchmark::DoNotOptimize(taken(opened->documents()));
    }
    state.counters["peak_MB"] = megabytes("VmHWM");
}

void order(benchmark::State &state)
{
    const IncidentColumns columns = taken(openBigCase().columns());
    for (auto _ : state)
        benchmark::DoNotOptimize(orderByDay(columns));
}

void openAlone(benchmark::State &state)
{
    const QString path = bigCase();
    for (auto _ : state)
        benchmark::DoNotOptimize(taken(openCase(path)));
}

/// Each time another incident, so that nothing of it is at hand.
IncidentId someIncident()
{
    static std::mt19937 random(11);
    return IncidentId{1 + static_cast<std::int64_t>(random() % rowCount)};
}

void select(benchmark::State &state)
{
    const Case &open = openBigCase();
    for (auto _ : state) {
        const IncidentId id = someIncident();
        benchmark::DoNotOptimize(taken(open.incident(id)));
        if (taken(open.evidence(id)).size() != quotesPerIncident)
            state.SkipWithError("quotes are missing");
    }
}

/// What the window works out beside itself when a case is opened: the origins of all documents.
void origins(benchmark::State &state)
{
    const Case &open = openBigCase();
    for (auto _ : state)
        benchmark::DoNotOptimize(originsOf(taken(open.sourced())));
}

/// Beside the window as well: what each incident rests on.
void supports(benchmark::State &state)
{
    const Case &open = openBigCase();
    const OriginIndex origins(originsOf(taken(open.sourced())));
    resetPeak();
    const double before = megabytes("VmRSS");
    for (auto _ : state)
        benchmark::DoNotOptimize(taken(open.supports(origins)));
    state.counters["peak_MB"] = megabytes("VmHWM") - before;
}

/// What of it holds the window up.
void sourced(benchmark::State &state)
{
    const Case &open = openBigCase();
    for (auto _ : state)
        benchmark::DoNotOptimize(taken(open.sourced()));
}

void support(benchmark::State &state)
{
    const Case &open = openBigCase();
    const OriginIndex origins(originsOf(taken(open.sourced())));
    for (auto _ : state)
        benchmark::DoNotOptimize(taken(open.support(someIncident(), origins)));
}

void edit(benchmark::State &state)
{
    Case &open = openBigCase();
    for (auto _ : state) {
        Incident incident = taken(open.incident(someIncident()));
        incident.title += QStringLiteral(", corrected");
        if (incident.where)
            incident.where->geometry = pointGeometry({44.5, 40.2});
        benchmark::DoNotOptimize(taken(open.apply({QStringLiteral("Correct"), {incident}})));
    }
}

void undoAndRedo(benchmark::State &state)
{
    Case &open = openBigCase();
    for (auto _ : state) {
        benchmark::DoNotOptimize(taken(open.undo()));
        benchmark::DoNotOptimize(taken(open.redo()));
        benchmark::DoNotOptimize(open.undoLabel());
    }
}

/// As one step: another status for incidents all over the case, so that no two of them lie beside each other.
Change changeOfMany(const Case &file)
{
    constexpr int many = 10'000;
    Change change{QStringLiteral("Grade many"), {}};
    for (int i = 0; i < many; ++i) {
        Incident incident = taken(file.incident(IncidentId{1 + std::int64_t{i} * (rowCount / many)}));
        incident.status = static_cast<Status>((static_cast<int>(incident.status) + 1) % statusCount);
        change.edits.emplace_back(std::move(incident));
    }
    return change;
}

void readMany(benchmark::State &state)
{
    const Case &open = openBigCase();
    for (auto _ : state)
        benchmark::DoNotOptimize(changeOfMany(open));
}

void editMany(benchmark::State &state)
{
    Case &open = openBigCase();
    for (auto _ : state) {
        state.PauseTiming();
        const Change change = changeOfMany(open);
        state.ResumeTiming();
        benchmark::DoNotOptimize(taken(open.apply(change)));
    }
}

/// Of the step above.
void undoMany(benchmark::State &state)
{
    Case &open = openBigCase();
    for (auto _ : state) {
        state.PauseTiming();
        taken(open.apply(changeOfMany(open)));
        state.ResumeTiming();
        benchmark::DoNotOptimize(taken(open.undo()));
    }
}

void search(benchmark::State &state, const char *words)
{
    const Case &open = openBigCase();
    std::size_t hits = 0;
    for (auto _ : state)
        hits = taken(open.search(QString::fromLatin1(words), 200)).size();
    state.counters["hits"] = static_cast<double>(hits);
    if (hits == 0)
        state.SkipWithError("nothing was found");
}

void searchIncidents(benchmark::State &state)
{
    const Case &open = openBigCase();
    for (auto _ : state)
        benchmark::DoNotOptimize(taken(open.incidentsNamed(QStringLiteral("incident 99999"), 20)));
}

void documents(benchmark::State &state)
{
    const Case &open = openBigCase();
    for (auto _ : state)
        benchmark::DoNotOptimize(taken(open.documents()));
}

void quotesInDocument(benchmark::State &state)
{
    const Case &open = openBigCase();
    std::int64_t id = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(taken(open.quotesIn(DocumentId{++id % documentCount + 1})));
}

void history(benchmark::State &state)
{
    const Case &open = openBigCase();
    for (auto _ : state)
        benchmark::DoNotOptimize(taken(open.history(0)));
}

BENCHMARK(readCsv)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(ogr2ogr)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(5)->UseRealTime();
BENCHMARK(load)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(5)->UseRealTime();
BENCHMARK(openAlone)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(openAndColumns)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(openContents)->Unit(benchmark::kMillisecond);
BENCHMARK(order)->Unit(benchmark::kMillisecond);
BENCHMARK(select)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sourced)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(origins)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(supports)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(support)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(edit)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(undoAndRedo)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(readMany)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(3);
BENCHMARK(editMany)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(3);
BENCHMARK(undoMany)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(3);
BENCHMARK_CAPTURE(search, rareWord, "place1234")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(search, commonWord, "document")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(search, beginning, "plac")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(searchIncidents)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(documents)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(quotesInDocument)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(history)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
