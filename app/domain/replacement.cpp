#include "domain/replacement.h"

#include <QCoreApplication>

#include <map>
#include <set>
#include <utility>

namespace dateline
{

namespace
{

constexpr DocumentId newDocument{-1};

bool wordsStand(const Refound &refound)
{
    return refound.outcome == Refound::Outcome::Exact || refound.outcome == Refound::Outcome::Moved;
}

/// Lets no two stretches of the older text become one of the newer unasked.
void partRivals(std::vector<ReplacedQuote> &plan)
{
    const auto place = [](const ReplacedQuote &quote) {
        return std::pair(quote.refound.span.begin, quote.refound.span.end);
    };
    std::map<std::pair<qsizetype, qsizetype>, std::set<std::pair<qint64, qint64>>> stretches;
    for (const ReplacedQuote &quote : plan) {
        if (wordsStand(quote.refound))
            stretches[place(quote)].emplace(quote.quote.begin, quote.quote.end);
    }
    for (ReplacedQuote &quote : plan) {
        if (quote.refound.outcome == Refound::Outcome::Moved && stretches[place(quote)].size() > 1)
            quote.refound.ambiguous = true;
    }
}

template<typename T>
void fill(T &empty, const T &value)
{
    if (empty == T{})
        empty = value;
}

QString labelOf(const Document &capture)
{
    return capture.id > DocumentId{}
        ? QCoreApplication::translate("Change", "Decide on quotes of “%1”").arg(nameOf(capture))
        : QCoreApplication::translate("Change", "Replace “%1” by a newer capture").arg(nameOf(capture));
}

} // namespace

std::vector<ReplacedQuote> planReplacement(const std::vector<Quote> &quotes, QStringView text)
{
    QuoteSearch search(text);
    std::vector<ReplacedQuote> plan;
    plan.reserve(quotes.size());
    for (const Quote &quote : quotes)
        plan.push_back({quote, search.find(quote)});
    partRivals(plan);
    for (ReplacedQuote &quote : plan)
        quote.follows = wordsStand(quote.refound) && !quote.refound.ambiguous;
    return plan;
}

bool needsDecision(const ReplacedQuote &quote)
{
    return quote.refound.ambiguous || quote.refound.outcome == Refound::Outcome::Changed;
}

ReplacementCounts countsOf(const std::vector<ReplacedQuote> &quotes)
{
    ReplacementCounts counts;
    for (const ReplacedQuote &quote : quotes) {
        counts.following += quote.follows ? 1 : 0;
        if (quote.refound.ambiguous) {
            ++counts.ambiguous;
            continue;
        }
        switch (quote.refound.outcome) {
        case Refound::Outcome::Exact: ++counts.exact; break;
        case Refound::Outcome::Moved: ++counts.moved; break;
        case Refound::Outcome::Changed: ++counts.changed; break;
        case Refound::Outcome::Lost: ++counts.lost; break;
        }
    }
    return counts;
}

Document newerCapture(Document capture, const Document &older)
{
    fill(capture.title, older.title);
    fill(capture.publisher, older.publisher);
    fill(capture.author, older.author);
    fill(capture.address, older.address);
    fill(capture.published, older.published);
    fill(capture.language, older.language);
    fill(capture.grade, older.grade);
    fill(capture.origin, older.origin);
    capture.graphic = capture.graphic || older.graphic;
    return capture;
}

Change replaceChange(DocumentId older, Document capture, const std::vector<ReplacedQuote> &plan,
                     const std::vector<Decision> &decided)
{
    Change change{labelOf(capture), {}};
    if (capture.id <= DocumentId{}) {
        capture.id = newDocument;
        capture.replaces = older;
        change.edits.emplace_back(capture);
        for (const Decision &decision : decided)
            change.edits.emplace_back(Decision{capture.id, decision.proposalKey, decision.accepted});
    }
    for (const ReplacedQuote &replaced : plan) {
        if (!replaced.follows)
            continue;
        Result<Quote> quote = quoteFrom(capture.id, capture.text, replaced.refound.span, replaced.quote.speaker);
        if (!quote)
            continue;
        quote->id = replaced.quote.id;
        change.edits.emplace_back(*std::move(quote));
    }
    return change;
}

} // namespace dateline
