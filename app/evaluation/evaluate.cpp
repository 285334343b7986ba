#include "evaluation/evaluate.h"

#include "evaluation/incidentscore.h"
#include "evaluation/kindscore.h"
#include "evaluation/placescore.h"
#include "evaluation/quotescore.h"
#include "evaluation/timescore.h"
#include "reading/locations.h"
#include "reading/propose.h"
#include "reading/times.h"

#include <algorithm>
#include <ctime>
#include <sys/resource.h>

namespace dateline
{

namespace
{

/// Tells countries by their names, as most corpora do not say what a place is.
void markCountries(LabelledText &text, const Gazetteer &gazetteer)
{
    if (!text.places)
        return;
    for (LabelledPlace &place : *text.places) {
        const auto meanings = gazetteer.lookUp(place.span.in(text.document.text), 1);
        place.country = !meanings.empty() && isCountry(meanings.front().place);
    }
}

/// The times of @p text where the zone of its place is given besides.
std::vector<FoundTime> timesByPlace(const LabelledText &text)
{
    const Document &document = text.document;
    const Tokens tokens(document.text);
    std::vector<FoundTime> found;
    for (const TimeExpression &time : timesFrom(tokens, sentencesFrom(tokens), document.published)) {
        if (!time.resolved)
            continue;
        const QString zone = document.published ? document.published->zone : QString();
        const ZonedTime zoned = zonedFrom(time, document.text, zone, text.placeZone);
        found.push_back({time.span, zoned.when, zoned.reason});
    }
    return found;
}

struct Scores
{
    PlaceScore places;
    TimeScore times;
    QuoteScore quotes;
    KindScore kinds;
    IncidentScore incidents;
};

/// Of the layers that any text is labelled with.
std::vector<Measure> measuresOf(const Scores &scores, const std::vector<LabelledText> &texts)
{
    std::vector<Measure> measures;
    const auto append = [&](const auto &score, auto layer) {
        if (std::ranges::any_of(texts, [layer](const LabelledText &text) { return (text.*layer).has_value(); }))
            std::ranges::move(score.measures(), std::back_inserter(measures));
    };
    append(scores.places, &LabelledText::places);
    append(scores.times, &LabelledText::times);
    append(scores.quotes, &LabelledText::quotes);
    append(scores.kinds, &LabelledText::kind);
    append(scores.incidents, &LabelledText::incidents);
    return measures;
}

double secondsFrom(std::clock_t ticks)
{
    return static_cast<double>(ticks) / CLOCKS_PER_SEC;
}

} // namespace

Evaluation evaluate(Corpus corpus, const Gazetteer &gazetteer)
{
    Evaluation evaluation{
        .name = corpus.name, .format = corpus.format, .texts = static_cast<qsizetype>(corpus.texts.size())};
    Scores scores;
    for (LabelledText &text : corpus.texts) {
        markCountries(text, gazetteer);
        const std::clock_t before = std::clock();
        Reading reading = propose(text.document, gazetteer);
        evaluation.seconds += secondsFrom(std::clock() - before);
        if (!text.placeZone.isEmpty())
            reading.times = timesByPlace(text);
        evaluation.bytes += text.document.text.toUtf8().size();
        evaluation.misfits += text.misfits;
        scores.places.add(text, reading.places, evaluation.misses);
        scores.times.add(text, reading, evaluation.misses);
        scores.quotes.add(text, reading.quotes, evaluation.misses);
        scores.kinds.add(text, reading.events, evaluation.misses);
        scores.incidents.add(text, reading.proposals, evaluation.misses);
    }
    evaluation.measures = measuresOf(scores, corpus.texts);
    return evaluation;
}

qint64 peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss * qint64{1024};
}

} // namespace dateline
