// What drawing and writing a figure costs, as bytes in memory.
//
// Input: 12 incidents over some 400 km with words (someincidents.h) on A4 at 300 dpi; an atlas of 100 of them, a page
// each, as one PDF; scatter.h's points, uniform and skewed, counted in squares on A4 at 300 dpi. The counter peak_MB is
// the most memory that the program has held until then, the base map included.
#include "figure/atlas.h"
#include "figure/formats.h"
#include "scattercolumns.h"
#include "someincidents.h"

#include <QGuiApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <sys/resource.h>

#include <cstdlib>

namespace dateline
{

namespace
{

std::shared_ptr<const BaseMap> baseMap()
{
    static const Result<std::shared_ptr<const BaseMap>> map = BaseMap::open(QStringLiteral(SHARE_DIR "/base.gpkg"));
    if (!map) {
        qCritical("%s", qUtf8Printable(map.error().message));
        std::exit(EXIT_FAILURE);
    }
    return *map;
}

FigureSpec a4()
{
    FigureSpec spec;
    spec.widthPx = 1123;
    spec.heightPx = 794;
    spec.dpi = 300;
    return spec;
}

void tellMemory(benchmark::State &state)
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void figure(benchmark::State &state, const char *ending)
{
    const FigureContent content = someContent(12, 4, false, baseMap());
    std::size_t callouts = 0;
    std::size_t bytes = 0;
    for (auto _ : state) {
        const Result<Drawn> drawn = drawAs(QString::fromLatin1(ending), a4(), content);
        callouts = drawn ? drawn->report.callouts.size() : 0;
        bytes = drawn ? static_cast<std::size_t>(drawn->bytes.size()) : 0;
    }
    state.counters["callouts"] = static_cast<double>(callouts);
    state.counters["bytes"] = static_cast<double>(bytes);
    tellMemory(state);
}
BENCHMARK_CAPTURE(figure, png, "png")->Name("figure/a4/png")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(figure, pdf, "pdf")->Name("figure/a4/pdf")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(figure, svg, "svg")->Name("figure/a4/svg")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(figure, jpg, "jpg")->Name("figure/a4/jpg")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(figure, html, "html")->Name("figure/a4/html")->Unit(benchmark::kMillisecond);

void atlas(benchmark::State &state)
{
    const QTemporaryDir folder;
    const FigureContent content = someContent(static_cast<int>(state.range(0)), 4, false, baseMap());
    for (auto _ : state) {
        const Result<QStringList> files =
            writeAtlas(folder.filePath(QStringLiteral("atlas.pdf")), a4(), content, {.by = GroupBy::Incident},
                       [](std::size_t, std::size_t) { return true; });
        benchmark::DoNotOptimize(files);
    }
    tellMemory(state);
}
BENCHMARK(atlas)->Name("figure/atlas/pdf")->Arg(100)->Unit(benchmark::kMillisecond)->Iterations(1);

void squares(benchmark::State &state, Scatter kind, const char *ending)
{
    FigureContent content;
    content.baseMap = baseMap();
    content.table =
        std::make_shared<const IncidentTable>(columnsFrom(scatter(kind, static_cast<std::size_t>(state.range(0)))));
    content.asSquares = true;
    std::size_t bytes = 0;
    for (auto _ : state) {
        const Result<Drawn> drawn = drawAs(QString::fromLatin1(ending), a4(), content);
        bytes = drawn ? static_cast<std::size_t>(drawn->bytes.size()) : 0;
    }
    state.counters["bytes"] = static_cast<double>(bytes);
    tellMemory(state);
}
BENCHMARK_CAPTURE(squares, uniform, Scatter::Uniform, "png")
    ->Name("figure/squares/uniform/png")
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(squares, skewed, Scatter::Skewed, "png")
    ->Name("figure/squares/skewed/png")
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(squares, skewed_pdf, Scatter::Skewed, "pdf")
    ->Name("figure/squares/skewed/pdf")
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace dateline

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
