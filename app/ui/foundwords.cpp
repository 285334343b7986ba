#include "ui/foundwords.h"

#include "base/zone.h"
#include "ui/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace dateline
{

namespace
{

struct FoundWordsText
{
    Q_DECLARE_TR_FUNCTIONS(FoundWords)
};

QString placeReason(const PlaceMatch &match)
{
    const PlaceMatch::Candidate &best = match.candidates.front();
    const Place &place = best.place;
    QStringList where{place.name};
    for (const QString &part : {place.province, place.country}) {
        if (!part.isEmpty() && part != place.name)
            where.append(part);
    }
    QString text = where.join(FoundWordsText::tr(", "));
    if (!best.reason.isEmpty())
        text = FoundWordsText::tr("%1: %2").arg(text, best.reason);
    if (match.candidates.size() > 1)
        text += u'\n' + FoundWordsText::tr("%1 places may be meant").arg(match.candidates.size());
    return text;
}

QString timeReason(const FoundTime &time)
{
    const bool hasClock = time.when.span.precision <= TimePrecision::PartOfDay;
    const QString text = textFromSpan(time.when.span, hasClock ? QTimeZone::utc() : zoneOrUtc(time.when.zone));
    return time.reason.isEmpty() ? text : text + u'\n' + time.reason;
}

// The speaker's name stands in the sentence and outside of the words themselves.
std::optional<TextSpan> speakerSpan(const FoundQuote &quote, const QString &text)
{
    if (quote.speaker.isEmpty())
        return std::nullopt;
    const QStringView all = text;
    for (qsizetype from = quote.sentence.begin; from < quote.sentence.end;) {
        const qsizetype at = all.sliced(from, quote.sentence.end - from).indexOf(quote.speaker);
        if (at < 0)
            return std::nullopt;
        const TextSpan span{from + at, from + at + quote.speaker.size()};
        if (span.end <= quote.span.begin || span.begin >= quote.span.end)
            return span;
        from = span.end;
    }
    return std::nullopt;
}

QString quoteReason(const FoundQuote &quote)
{
    if (quote.speaker.isEmpty())
        return quote.direct ? FoundWordsText::tr("Words in quotation marks; nobody is named")
                            : FoundWordsText::tr("Reported words; nobody is named");
    return quote.direct ? FoundWordsText::tr("Words of %1").arg(quote.speaker)
                        : FoundWordsText::tr("What %1 says, in the source's words").arg(quote.speaker);
}

} // namespace

std::vector<FoundWords> findingsFrom(const Reading &reading, const Document &document)
{
    std::vector<FoundWords> found;
    found.reserve(reading.places.size() + reading.times.size() + 2 * reading.quotes.size() + reading.events.size()
                  + reading.losses.size());
    for (const PlaceMatch &match : reading.places)
        found.push_back({match.span, Found::Place, placeReason(match)});
    for (const FoundTime &time : reading.times)
        found.push_back({time.span, Found::Time, timeReason(time)});
    for (const FoundQuote &quote : reading.quotes) {
        found.push_back({quote.span, Found::Quote, quoteReason(quote), quote.speaker});
        if (const std::optional<TextSpan> speaker = speakerSpan(quote, document.text))
            found.push_back({*speaker, Found::Speaker, FoundWordsText::tr("Speaker: %1").arg(quote.speaker)});
    }
    for (const FoundLoss &loss : reading.losses)
        found.push_back({loss.span, Found::Loss, lossText(loss.loss)});
    for (const FoundEvent &event : reading.events)
        found.push_back({event.span, Found::Event, termOf(event.subKind)});
    std::ranges::sort(found, [](const FoundWords &a, const FoundWords &b) {
        if (a.span.begin != b.span.begin)
            return a.span.begin < b.span.begin;
        return a.span.end != b.span.end ? a.span.end > b.span.end : a.found < b.found;
    });
    const auto same = std::ranges::unique(
        found, [](const FoundWords &a, const FoundWords &b) { return a.span == b.span && a.found == b.found; });
    found.erase(same.begin(), same.end());
    return found;
}

QString foundName(Found found)
{
    switch (found) {
    case Found::Place: return FoundWordsText::tr("Places");
    case Found::Time: return FoundWordsText::tr("Times");
    case Found::Quote: return FoundWordsText::tr("Quotes");
    case Found::Speaker: return FoundWordsText::tr("Speakers");
    case Found::Loss: return FoundWordsText::tr("Losses");
    case Found::Event: return FoundWordsText::tr("Events");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace dateline
