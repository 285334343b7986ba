#include "evaluation/timescore.h"

#include "evaluation/evaluationtext.h"
#include "evaluation/spans.h"

#include <algorithm>

namespace dateline
{

namespace
{

QString written(const TimeSpan &span)
{
    return isoFromUtc(span.begin) + QStringLiteral(" – ") + isoFromUtc(span.end) + QStringLiteral(", ")
        + keyOf(span.precision);
}

} // namespace

std::vector<TimeScore::Found> TimeScore::foundIn(const Reading &reading, bool dated)
{
    std::vector<Found> found;
    if (dated) {
        for (const FoundTime &time : reading.times)
            found.push_back({time.span, {}, time.when.span});
    } else {
        for (const TimeWords &words : reading.timeWords)
            found.push_back({words.span, words.value, {}});
    }
    return found;
}

void TimeScore::add(const LabelledText &text, const Reading &reading, std::vector<Miss> &misses)
{
    if (!text.times)
        return;
    const bool dated = std::ranges::any_of(*text.times, [](const LabelledTime &time) { return time.utc.has_value(); });
    const std::vector<Found> found = foundIn(reading, dated);
    for (const LabelledTime &gold : *text.times)
        addLabelled(text, gold, found, misses);
    for (const Found &each : found)
        addFound(text, each, misses);
}

void TimeScore::addLabelled(const LabelledText &text, const LabelledTime &gold, const std::vector<Found> &found,
                            std::vector<Miss> &misses)
{
    const QStringView content = text.document.text;
    const Found *match = nullptr;
    bool sameValue = false;
    for (const Found &each : found) {
        if (!overlap(each.span, gold.span))
            continue;
        sameValue = sameValue || each.value == gold.value;
        if (!match || overlapOf(each.span, gold.span) > overlapOf(match->span, gold.span))
            match = &each;
    }
    const bool sameSpan = std::ranges::any_of(
        found, [&](const Found &each) { return trimmed(content, each.span) == trimmed(content, gold.span); });
    const auto miss = [&](const QString &what, const QString &wanted, const QString &got) {
        misses.push_back({FoundLayer::Times, what, text.name, wanted, got, contextOf(content, gold.span)});
    };
    m_strict.recall.add(sameSpan);
    m_relaxed.recall.add(match != nullptr);
    if (!match)
        miss(EvaluationText::tr("missed"),
             wordsAt(content, gold.span) + (gold.value.isEmpty() ? QString() : u' ' + gold.value), {});
    else if (!sameSpan)
        miss(EvaluationText::tr("span"), wordsAt(content, gold.span), wordsAt(content, match->span));
    if (gold.utc) {
        const bool same =
            match && match->utc && match->utc->begin == gold.utc->begin && match->utc->end == gold.utc->end;
        m_utc.add(same);
        m_precision.add(match && match->utc && match->utc->precision == gold.utc->precision);
        if (match && !(same && match->utc->precision == gold.utc->precision))
            miss(EvaluationText::tr("to UTC"), written(*gold.utc), match->utc ? written(*match->utc) : QString());
    } else {
        m_value.recall.add(sameValue);
        if (match && !sameValue)
            miss(EvaluationText::tr("value"), gold.value, match->value);
    }
}

void TimeScore::addFound(const LabelledText &text, const Found &found, std::vector<Miss> &misses)
{
    const QStringView content = text.document.text;
    bool sameSpan = false;
    bool touched = false;
    bool sameValue = false;
    for (const LabelledTime &gold : *text.times) {
        const bool touches = overlap(found.span, gold.span);
        touched = touched || touches;
        sameValue = sameValue || (touches && gold.value == found.value);
        sameSpan = sameSpan || trimmed(content, found.span) == trimmed(content, gold.span);
    }
    m_strict.precision.add(sameSpan);
    m_relaxed.precision.add(touched);
    m_value.precision.add(sameValue);
    if (!touched) {
        misses.push_back({FoundLayer::Times,
                          EvaluationText::tr("not labelled"),
                          text.name,
                          {},
                          wordsAt(content, found.span) + u' ' + found.value,
                          contextOf(content, found.span)});
    }
}

std::vector<Measure> TimeScore::measures() const
{
    Measures measures(FoundLayer::Times);
    measures.count(QStringLiteral("labelled"), EvaluationText::tr("labelled"), m_strict.recall.of);
    measures.count(QStringLiteral("found"), EvaluationText::tr("found"), m_strict.precision.of);
    measures.agreement(QStringLiteral("strict"), EvaluationText::tr("strict"), m_strict);
    measures.agreement(QStringLiteral("relaxed"), EvaluationText::tr("relaxed"), m_relaxed);
    if (m_value.recall.of > 0)
        measures.agreement(QStringLiteral("value"), EvaluationText::tr("value"), m_value);
    if (m_utc.of > 0) {
        measures.share(QStringLiteral("toUtc"), EvaluationText::tr("to UTC, begin and end exact"), m_utc.share());
        measures.share(QStringLiteral("samePrecision"), EvaluationText::tr("same precision"), m_precision.share());
    }
    return measures.take();
}

} // namespace dateline
