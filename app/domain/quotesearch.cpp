#include "domain/quotesearch.h"

#include "domain/keys.h"
#include "domain/nearmatch.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

namespace dateline
{

namespace
{

constexpr std::size_t mostPlaces = 1024; // That are compared by their neighbours.
constexpr qsizetype fullContext = 32; // Code points before and after, if the text has as many.
constexpr qsizetype fewLetters = 20; // No more than these say little without their neighbours.
constexpr double standing = 0.5; // Neighbours at least this much alike are the same ones.
constexpr double tellingApart = 0.1; // A smaller difference in likeness is none.
constexpr char16_t textEdge = 0x2; // Stands for the beginning or end of a text; no text has it.

constexpr std::array<QLatin1StringView, 4> outcomeKeys{QLatin1StringView("exact"), QLatin1StringView("moved"),
                                                       QLatin1StringView("changed"), QLatin1StringView("lost")};

/// Every place where @p words stand in @p text, also overlapping ones: Knuth, Morris and Pratt's search, whose time
/// does not depend on what the two hold.
std::vector<qsizetype> occurrences(QStringView words, QStringView text)
{
    std::vector<qsizetype> back(static_cast<std::size_t>(words.size()) + 1, 0); // Longest beginning that is an end too.
    const auto backFrom = [&back](qsizetype matched) { return back[static_cast<std::size_t>(matched)]; };
    for (qsizetype i = 1, matched = 0; i < words.size(); ++i) {
        while (matched > 0 && words[i] != words[matched])
            matched = backFrom(matched);
        matched += words[i] == words[matched] ? 1 : 0;
        back[static_cast<std::size_t>(i) + 1] = matched;
    }
    std::vector<qsizetype> found;
    for (qsizetype i = 0, matched = 0; i < text.size(); ++i) {
        while (matched > 0 && text[i] != words[matched])
            matched = backFrom(matched);
        matched += text[i] == words[matched] ? 1 : 0;
        if (matched == words.size()) {
            found.push_back(i + 1 - matched);
            matched = backFrom(matched);
        }
    }
    return found;
}

bool cutsPair(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate();
}

/// The fewest edits that make @p wanted of a beginning of @p given.
int editsToBeginning(QStringView wanted, QStringView given)
{
    std::vector<int> row(static_cast<std::size_t>(given.size()) + 1);
    std::ranges::iota(row, 0);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int replaced = diagonal + (wanted[i] == given[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return *std::ranges::min_element(row);
}

/// A quote's neighbours, read outwards from it.
class Neighbours
{
public:
    explicit Neighbours(const Quote &quote)
        : m_before(reversed(quote.prefix))
        , m_after(quote.suffix)
    {
        // A quote that came without its neighbours says nothing of where the text begins or ends.
        if (quote.prefix.isEmpty() && quote.suffix.isEmpty() && quote.begin > 0)
            return;
        if (quote.prefix.size() < fullContext && quote.begin <= quote.prefix.size())
            m_before.append(QChar(textEdge));
        if (quote.suffix.size() < fullContext)
            m_after.append(QChar(textEdge));
    }

    [[nodiscard]] bool areKnown() const { return !m_before.isEmpty() || !m_after.isEmpty(); }

    /// How much alike those of @p span of @p text are, 0 to 1.
    [[nodiscard]] double likeness(QStringView text, TextSpan span) const
    {
        if (!areKnown())
            return 0;
        constexpr qsizetype more = 8; // For what was inserted among them.
        const qsizetype begin = std::max(qsizetype{0}, span.begin - m_before.size() - more);
        QString before = reversed(text.sliced(begin, span.begin - begin));
        QString after = text.sliced(span.end).left(m_after.size() + more).toString();
        if (begin == 0)
            before.append(QChar(textEdge));
        if (span.end + after.size() == text.size())
            after.append(QChar(textEdge));
        const int edits = (before.startsWith(m_before) ? 0 : editsToBeginning(m_before, before))
            + (after.startsWith(m_after) ? 0 : editsToBeginning(m_after, after));
        return 1.0 - static_cast<double>(edits) / static_cast<double>(m_before.size() + m_after.size());
    }

private:
    static QString reversed(QStringView text)
    {
        QString turned(text.size(), Qt::Uninitialized);
        std::reverse_copy(text.begin(), text.end(), turned.begin());
        return turned;
    }

    QString m_before;
    QString m_after;
};

/// Where exact words stand, and how good a place for the quote that is.
struct Place
{
    TextSpan span;
    double likeness; ///< Of the neighbours.
    qsizetype distance; ///< From the quote's position.
};

/// Whether @p words can be known without their neighbours.
bool sayEnough(const QString &words)
{
    qsizetype letters = 0;
    for (const QChar c : words)
        letters += c.isLetterOrNumber() ? (isUnspaced(c.unicode()) ? 3 : 1) : 0;
    return letters > fewLetters;
}

class ExactSearch
{
public:
    ExactSearch(const Quote &quote, QStringView text)
        : m_quote(quote)
        , m_text(text)
        , m_neighbours(quote)
        , m_there(spanOf(quote, text))
        , m_expected(std::clamp(quote.begin, qint64{0}, qint64{text.size()}))
    {
        const QString around = quote.prefix + quote.exact + quote.suffix;
        m_beginsInside = isInsideWord(around, quote.prefix.size());
        m_endsInside = isInsideWord(around, quote.prefix.size() + quote.exact.size());
    }

    /// What is found of the exact words; none if they stand nowhere.
    [[nodiscard]] std::optional<Refound> find() const
    {
        if (m_there && standsAsItDid(*m_there) && m_neighbours.likeness(m_text, *m_there) == 1.0)
            return refound({*m_there, 1, 0}, false);
        std::vector<TextSpan> spans;
        for (const qsizetype begin : occurrences(m_quote.exact, m_text)) {
            if (const TextSpan span{begin, begin + m_quote.exact.size()}; standsAsItDid(span))
                spans.push_back(span);
        }
        if (spans.empty())
            return std::nullopt;
        const bool tooMany = spans.size() > mostPlaces;
        const auto distance = [this](TextSpan span) { return std::abs(span.begin - m_expected); };
        if (tooMany) {
            std::ranges::nth_element(spans, spans.begin() + mostPlaces, {}, distance);
            spans.resize(mostPlaces);
        }
        std::vector<Place> places;
        places.reserve(spans.size());
        for (const TextSpan span : spans)
            places.push_back({span, m_neighbours.likeness(m_text, span), m_there == span ? -1 : distance(span)});
        const auto isBetter = [](const Place &a, const Place &b) {
            return std::tie(b.likeness, a.distance) < std::tie(a.likeness, b.distance);
        };
        std::ranges::partial_sort(places, places.begin() + std::min<std::ptrdiff_t>(2, std::ssize(places)), isBetter);
        return refound(places[0], tooMany || !isKnownBy(places));
    }

private:
    /// A part of a word or number is other words: “49 killed” does not stand in “149 killed”.
    [[nodiscard]] bool standsAsItDid(TextSpan span) const
    {
        return !cutsPair(m_text, span.begin) && !cutsPair(m_text, span.end)
            && (m_beginsInside || !isInsideWord(m_text, span.begin))
            && (m_endsInside || !isInsideWord(m_text, span.end));
    }

    /// Whether the first of @p places, best first, is the quote's and no other.
    [[nodiscard]] bool isKnownBy(const std::vector<Place> &places) const
    {
        const Place &best = places[0];
        if (places.size() == 1)
            return best.likeness >= standing || best.span == m_there || sayEnough(m_quote.exact);
        const double second = places[1].likeness;
        return best.likeness >= standing
            && (best.likeness - second >= tellingApart || (best.likeness == 1.0 && second < 1.0));
    }

    [[nodiscard]] Refound refound(const Place &place, bool ambiguous) const
    {
        using enum Refound::Outcome;
        return {place.span == m_there ? Exact : Moved, place.span, 1, ambiguous};
    }

    const Quote &m_quote;
    QStringView m_text;
    Neighbours m_neighbours;
    std::optional<TextSpan> m_there; ///< The words at the quote's position.
    qsizetype m_expected; ///< Its position, more or less.
    bool m_beginsInside = false; ///< The quote begins inside a word.
    bool m_endsInside = false;
};

} // namespace

QString keyOf(Refound::Outcome outcome)
{
    return outcomeKeys.at(static_cast<std::size_t>(outcome));
}

Refound QuoteSearch::find(const Quote &quote)
{
    if (quote.exact.isEmpty() || m_text.isEmpty())
        return {};
    if (const std::optional<Refound> exact = ExactSearch(quote, m_text).find())
        return *exact;
    if (!m_folded)
        m_folded.emplace(m_text);
    const std::optional<NearMatch> near = nearMatch(quote, m_text, *m_folded);
    return near ? Refound{Refound::Outcome::Changed, near->span, near->likeness, false} : Refound{};
}

Refound refind(const Quote &quote, QStringView text)
{
    return QuoteSearch(text).find(quote);
}

} // namespace dateline
