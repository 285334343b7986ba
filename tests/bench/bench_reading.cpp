#include "places/gazetteer.h"
#include "reading/kinds.h"
#include "reading/losses.h"
#include "reading/propose.h"
#include "reading/quotes.h"
#include "reading/times.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdlib>

using namespace dateline;

namespace
{

/// The labelled reports one after the other, again and again, until there are @p megabytes of UTF-8.
QString reports(double megabytes)
{
    QStringList all;
    QDirIterator files(QStringLiteral(TEST_DATA_DIR "/reports"), {QStringLiteral("*.json")}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            std::abort();
        const QJsonObject report = QJsonDocument::fromJson(file.readAll()).object();
        for (const auto &paragraph : report.value(QLatin1StringView("paragraphs")).toArray())
            all << paragraph.toString();
    }
    all.sort();
    const QString once = all.join(QStringLiteral("\n\n"));
    if (once.isEmpty())
        std::abort();
    QString text;
    while (static_cast<double>(text.size()) < megabytes * 1e6)
        text += once + QStringLiteral("\n\n");
    return text;
}

const Document &document()
{
    static const Document made = [] {
        Document document;
        document.text = reports(2);
        document.published =
            WrittenTime{*utcFromIso(u"2023-06-15T10:00Z"), TimePrecision::Minute, QStringLiteral("Europe/London")};
        return document;
    }();
    return made;
}

void count(benchmark::State &state)
{
    state.SetBytesProcessed(state.iterations() * document().text.toUtf8().size());
}

void tokens(benchmark::State &state)
{
    for (auto _ : state) {
        const Tokens made(document().text);
        benchmark::DoNotOptimize(sentencesFrom(made));
    }
    count(state);
}
BENCHMARK(tokens)->Unit(benchmark::kMillisecond);

void times(benchmark::State &state)
{
    const Tokens made(document().text);
    const auto sentences = sentencesFrom(made);
    for (auto _ : state)
        benchmark::DoNotOptimize(timesFrom(made, sentences, document().published));
    count(state);
}
BENCHMARK(times)->Unit(benchmark::kMillisecond);

void quotes(benchmark::State &state)
{
    const Tokens made(document().text);
    const auto sentences = sentencesFrom(made);
    for (auto _ : state)
        benchmark::DoNotOptimize(utterancesFrom(made, sentences, quotationsFrom(made, sentences)));
    count(state);
}
BENCHMARK(quotes)->Unit(benchmark::kMillisecond);

void kindsAndLosses(benchmark::State &state)
{
    const Tokens made(document().text);
    const auto sentences = sentencesFrom(made);
    for (auto _ : state) {
        for (const Sentence &sentence : sentences) {
            benchmark::DoNotOptimize(eventIn(made, sentence.first, sentence.last));
            benchmark::DoNotOptimize(lossesIn(made, sentence.first, sentence.last));
        }
    }
    count(state);
}
BENCHMARK(kindsAndLosses)->Unit(benchmark::kMillisecond);

const Gazetteer &gazetteer()
{
    static const Result<Gazetteer> opened = Gazetteer::open(QStringLiteral(SHARE_DIR "/gazetteer.sqlite"));
    if (!opened)
        std::abort();
    return *opened;
}

void places(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(gazetteer().find(document().text));
    count(state);
}
BENCHMARK(places)->Unit(benchmark::kMillisecond);

void everything(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(propose(document(), gazetteer()).proposals.size());
    count(state);
}
BENCHMARK(everything)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
