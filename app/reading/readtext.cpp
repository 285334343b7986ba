#include "reading/readtext.h"

#include "reading/joining.h"
#include "reading/reports.h"

#include <algorithm>

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

/// Where one sentence says whose 49 were killed and another only that 49 were, both mean the same 49.
void completeLosses(const Tokens &tokens, const std::vector<Sentence> &sentences, std::vector<Report> &reports)
{
    std::vector<Loss> told;
    for (const Sentence &sentence : sentences) {
        for (const LossWords &words : lossesIn(tokens, sentence.first, sentence.last)) {
            if (!peopleOf(words.loss.ofWhom).isEmpty())
                told.push_back(words.loss);
        }
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

std::vector<FoundTime> foundTimes(const std::vector<TimeExpression> &times, const Document &document)
{
    const QString zone = document.published ? document.published->zone : QString();
    std::vector<FoundTime> found;
    for (const TimeExpression &time : times) {
        if (!time.resolved)
            continue;
        ZonedTime zoned = zonedFrom(time, document.text, zone, {});
        found.push_back({time.span, std::move(zoned.when), std::move(zoned.reason)});
    }
    return found;
}

} // namespace

Reading readText(const Document &document, std::vector<PlaceMatch> places, const WhereFrom &whereFrom)
{
    const Tokens tokens(document.text);
    const std::vector<Sentence> sentences = sentencesFrom(tokens);
    TextTimes times = timesFrom(tokens, sentences, document.published);
    const std::vector<Utterance> utterances = utterancesFrom(tokens, sentences, quotationsFrom(tokens, sentences));
    std::optional<QDate> published;
    if (document.published)
        published = localDateOf(*document.published);
    const Findings findings{document.text, tokens, sentences, times.dated, utterances, places, published};
    std::vector<Report> reports = reportsFrom(findings);
    completeLosses(tokens, sentences, reports);
    Reading reading;
    for (const Report &report : reports) {
        const int trigger = report.event.trigger;
        reading.events.push_back({tokens.span(trigger, trigger + 1), report.event.subKind, report.event.weight});
    }
    reading.proposals = proposalsFrom(findings, document, reports, whereFrom);
    reading.times = foundTimes(times.dated, document);
    reading.timeWords = std::move(times.words);
    for (const Utterance &utterance : utterances)
        reading.quotes.push_back(utterance.quote);
    reading.places = std::move(places);
    return reading;
}

} // namespace dateline
