#include "domain/origins.h"

#include <benchmark/benchmark.h>

#include <cstdlib>

using namespace dateline;

namespace
{

constexpr int wordsOfStory = 400;
constexpr int copiesOfStory = 5;

QString words(const QString &name, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QStringLiteral("%1%2 ").arg(name).arg(i * 7 % 1000);
    return text;
}

/// Stories of an agency, each with copies that were cut and worked on, all on pages with the same footer.
std::vector<Sourced> documents(int count)
{
    const QString footer = words(QStringLiteral("footer"), 40);
    std::vector<Sourced> documents;
    for (int i = 0; i < count; ++i) {
        const int story = i / copiesOfStory;
        const int copy = i % copiesOfStory;
        const QString own = words(QStringLiteral("own%1x").arg(i), 10 + 15 * copy);
        const QString text = QStringLiteral("KYIV (AFP) - ")
            + words(QStringLiteral("story%1x").arg(story), wordsOfStory - 40 * copy) + own + footer;
        WrittenTime published{*utcFromIso(u"2022-05-03T06:00Z"), TimePrecision::Minute, QString()};
        published.instant += std::chrono::minutes(i);
        documents.push_back({.id = DocumentId{i + 1},
                             .fingerprint = fingerprintOf(text),
                             .publisher = QStringLiteral("Publisher %1").arg(i % 300),
                             .published = published});
    }
    return documents;
}

void group(benchmark::State &state)
{
    const auto count = static_cast<int>(state.range(0));
    const std::vector<Sourced> sources = documents(count);
    std::size_t origins = 0;
    for (auto _ : state)
        origins = originsOf(sources).size();
    if (origins != static_cast<std::size_t>(count / copiesOfStory))
        std::abort();
    state.counters["origins"] = static_cast<double>(origins);
}
BENCHMARK(group)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

// What a taken-in document costs: its fingerprint with its attributions.
void fingerprint(benchmark::State &state)
{
    const QString text = words(QStringLiteral("word"), static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(fingerprintOf(text));
    state.SetBytesProcessed(state.iterations() * text.toUtf8().size());
}
BENCHMARK(fingerprint)->Arg(400)->Arg(20'000)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
