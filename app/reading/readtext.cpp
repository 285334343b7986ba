#include "reading/readtext.h"

#include "reading/joining.h"
#include "reading/reports.h"

#include <QHash>

#include <algorithm>
#include <cstdlib>

namespace dateline
{

namespace
{

/// The capitalised words that open “Armenian soldiers”.
QString peopleOf(const QString &whom)
{
    QStringList words;
    for (const QString &word : whom.split(u' ', Qt::SkipEmptyParts)) {
        if (!word.front().isUpper())
            break;
        words << word;
    }
    return words.join(u' ');
}

std::vector<FoundLoss> foundLosses(const Tokens &tokens, const std::vector<Sentence> &sentences)
{
    std::vector<FoundLoss> found;
    for (const Sentence &sentence : sentences) {
        for (LossWords &words : lossesIn(tokens, sentence.first, sentence.last))
            found.push_back({words.span, std::move(words.loss)});
    }
    return found;
}

std::vector<FoundEvent> foundEvents(const Tokens &tokens, const std::vector<Report> &reports)
{
    std::vector<FoundEvent> found;
    for (const Report &report : reports) {
        if (!report.lossOnly)
            found.push_back({tokens.span(report.event.trigger, report.event.trigger + 1), report.event.subKind,
                             report.event.weight});
    }
    return found;
}

/// Where one sentence says whose 49 were killed and another only that 49 were, both mean the same 49.
void completeLosses(const std::vector<FoundLoss> &found, std::vector<Report> &reports)
{
    std::vector<Loss> told;
    for (const FoundLoss &words : found) {
        if (!peopleOf(words.loss.ofWhom).isEmpty())
            told.push_back(words.loss);
    }
    for (Report &report : reports) {
        for (Loss &loss : report.losses) {
            if (loss.ofWhom.isEmpty() || !peopleOf(loss.ofWhom).isEmpty())
                continue;
            const auto same = std::ranges::find_if(told, [&loss](const Loss &other) {
                return other.kind == loss.kind && other.low == loss.low && other.high == loss.high;
            });
            if (same != told.end())
                loss.ofWhom = peopleOf(same->ofWhom) + u' ' + loss.ofWhom;
        }
    }
}

/// The zone by which most places of the text go, if at least half of those that have one do.
QString commonZone(const std::vector<PlaceMatch> &places)
{
    QHash<QString, int> counts;
    int all = 0;
    QString best;
    for (const PlaceMatch &match : places) {
        if (match.candidates.empty() || match.candidates.front().place.timeZone.isEmpty())
            continue;
        const QString &zone = match.candidates.front().place.timeZone;
        ++all;
        if (++counts[zone] > counts.value(best))
            best = zone;
    }
    return counts.value(best) * 2 >= all ? best : QString();
}

/// The zone of the place that stands nearest to @p time in @p sentence; empty if none does.
QString nearestZone(const TimeExpression &time, const Sentence &sentence, const std::vector<PlaceMatch> &places)
{
    QString nearest;
    qsizetype least = sentence.span.size();
    auto at =
        std::ranges::lower_bound(places, sentence.span.begin, {}, [](const PlaceMatch &m) { return m.span.begin; });
    for (; at != places.end() && at->span.begin < sentence.span.end; ++at) {
        if (at->candidates.empty() || at->candidates.front().place.timeZone.isEmpty())
            continue;
        const qsizetype distance = std::abs(at->span.begin - time.span.begin);
        if (distance <= least) {
            least = distance;
            nearest = at->candidates.front().place.timeZone;
        }
    }
    return nearest;
}

std::vector<FoundTime> foundTimes(const std::vector<TimeExpression> &times, const std::vector<Sentence> &sentences,
                                  const std::vector<PlaceMatch> &places, const Document &document)
{
    const QString zone = document.published ? document.published->zone : QString();
    const QString common = commonZone(places);
    std::vector<FoundTime> found;
    for (const TimeExpression &time : times) {
        if (!time.resolved)
            continue;
        QString placeZone;
        if (time.clock)
            placeZone = nearestZone(time, sentences[static_cast<std::size_t>(time.sentence)], places);
        ZonedTime zoned = zonedFrom(time, document.text, zone, placeZone.isEmpty() ? common : placeZone);
        found.push_back({time.span, std::move(zoned.when), std::move(zoned.reason)});
    }
    return found;
}

} // namespace

Reading readText(const Document &document, std::vector<PlaceMatch> places, const WhereFrom &whereFrom,
                 const std::stop_token &stop)
{
    if (stop.stop_requested())
        return {};
    const Tokens tokens(document.text);
    const std::vector<Sentence> sentences = sentencesFrom(tokens);
    if (stop.stop_requested())
        return {};
    TextTimes times = textTimesFrom(tokens, sentences, document.published);
    if (stop.stop_requested())
        return {};
    const std::vector<Utterance> utterances = utterancesFrom(tokens, sentences, quotationsFrom(tokens, sentences));
    if (stop.stop_requested())
        return {};
    std::optional<QDate> published;
    if (document.published)
        published = localDateOf(*document.published);
    const Findings findings{document.text, tokens, sentences, times.dated, utterances, places, published};
    std::vector<Report> reports = reportsFrom(findings);
    Reading reading;
    reading.losses = foundLosses(tokens, sentences);
    completeLosses(reading.losses, reports);
    if (stop.stop_requested())
        return {};
    reading.proposals = proposalsFrom(findings, document, reports, whereFrom);
    reading.events = foundEvents(tokens, reports);
    reading.times = foundTimes(times.dated, sentences, places, document);
    reading.timeWords = std::move(times.words);
    for (const Utterance &utterance : utterances)
        reading.quotes.push_back(utterance.quote);
    reading.places = std::move(places);
    return reading;
}

} // namespace dateline
