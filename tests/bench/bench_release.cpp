// What it takes to compare a newer download of a million rows with a case of a million incidents, and to take it. Makes
// its input itself, in a folder that goes in the end (TMPDIR says where).

#include "casefile/case.h"
#include "ogr2ogr.h"
#include "tables/release.h"

#include <QCoreApplication>

using namespace dateline;

namespace
{

constexpr int rowCount = 1'000'000;

const QString &caseWithRows()
{
    static const QString path = [] {
        const QString out = fileIn("released.gpkg");
        if (!QFile::exists(out))
            taken(importTables(*taken(createCase(out, QStringLiteral("Released"))), acledCsv(rowCount), {}));
        return out;
    }();
    return path;
}

/// The same rows, of which each @p every-th has other numbers, and one in a thousand is new.
QString newerCsv(int every)
{
    const QString path = fileIn("newer.csv");
    QFile from(acledCsv(rowCount));
    QFile to(path);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
        std::exit(EXIT_FAILURE);
    to.write(from.readLine());
    QByteArray lines;
    for (int i = 0; i < rowCount; ++i) {
        QByteArray line = from.readLine();
        if (i % 1000 == 999)
            line.replace("AZE", "ARM");
        else if (i % every == 0)
            line.replace(",Agency B,", ",Agency C,").replace("Town ", "City ");
        lines += line;
        if (lines.size() > 4'000'000 || i + 1 == rowCount) {
            to.write(lines);
            lines.clear();
        }
    }
    return path;
}

void compare(benchmark::State &state)
{
    const QString csv = newerCsv(static_cast<int>(state.range(0)));
    const std::unique_ptr<Case> file = taken(openCase(caseWithRows()));
    for (auto _ : state) {
        state.PauseTiming();
        resetPeak();
        state.ResumeTiming();
        const ReleaseComparison found = taken(compareRelease(*file, csv));
        state.counters["differ"] = static_cast<double>(found.rows.size());
        state.counters["same"] = static_cast<double>(found.sets.front().same);
    }
    state.counters["peak_MB"] = megabytes("VmHWM");
}

void accept(benchmark::State &state)
{
    const QString csv = newerCsv(static_cast<int>(state.range(0)));
    const std::unique_ptr<Case> file = taken(openCase(caseWithRows()));
    for (auto _ : state) {
        state.PauseTiming();
        const ReleaseComparison found = taken(compareRelease(*file, csv));
        resetPeak();
        state.ResumeTiming();
        const Loaded loaded = taken(acceptRelease(*file, found, ReleaseTicks::usual()));
        state.counters["updated"] = static_cast<double>(loaded.updated);
        state.counters["added"] = static_cast<double>(loaded.accepted);
        state.PauseTiming();
        state.counters["peak_MB"] = megabytes("VmHWM");
        static_cast<void>(file->undo());
        state.ResumeTiming();
    }
}

} // namespace

BENCHMARK(compare)->Arg(1'000'000)->Arg(20)->Arg(1)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK(accept)->Arg(100)->Arg(1)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
