#include "domain/nearmatch.h"

#include "domain/alignment.h"

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qsizetype longestPiece = 640; // Of words; longer quotes are found by pieces of half of that.
constexpr qsizetype fewestUnits = 8; // Less is like everything.
constexpr qsizetype shortQuote = 12; // Too short to be known without its neighbours.
constexpr qsizetype longestWord = 40;

/// A quote with its neighbours, folded.
class Needle
{
public:
    explicit Needle(const Quote &quote)
        : m_text(quote.prefix + quote.exact + quote.suffix)
        , m_folded(m_text)
        , m_words{m_folded.indexOf(quote.prefix.size()), m_folded.indexOf(quote.prefix.size() + quote.exact.size())}
        , m_beginsInside(isInsideWord(m_text, quote.prefix.size()))
        , m_endsInside(isInsideWord(m_text, quote.prefix.size() + quote.exact.size()))
    {
    }

    [[nodiscard]] bool isTooShort() const { return m_folded.size() < fewestUnits || m_words.size() == 0; }
    [[nodiscard]] qsizetype length() const { return m_words.size(); }
    [[nodiscard]] bool hasBothNeighbours() const
    {
        return m_words.begin >= fewestUnits && m_folded.size() - m_words.end >= fewestUnits;
    }
    [[nodiscard]] std::span<const char16_t> words() const
    {
        return m_folded.units().subspan(static_cast<std::size_t>(m_words.begin),
                                        static_cast<std::size_t>(m_words.size()));
    }

    /// The words from number @p begin to number @p end, with the neighbours of the quote where they reach its edges.
    [[nodiscard]] Piece piece(qsizetype begin, qsizetype end) const
    {
        const TextSpan words{m_words.begin + begin, m_words.begin + end};
        const qsizetype from = begin == 0 ? 0 : words.begin;
        const qsizetype to = end == m_words.size() ? m_folded.size() : words.end;
        return {m_folded.units().subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)),
                {words.begin - from, words.end - from}};
    }

    /// @p span, widened to whole words of @p text on the sides where the quote had whole words.
    [[nodiscard]] TextSpan wholeWords(TextSpan span, QStringView text) const
    {
        const TextSpan most{std::max(qsizetype{0}, span.begin - longestWord),
                            std::min(text.size(), span.end + longestWord)};
        while (!m_beginsInside && span.begin > most.begin && isInsideWord(text, span.begin))
            --span.begin;
        while (!m_endsInside && span.end < most.end && isInsideWord(text, span.end))
            ++span.end;
        return span;
    }

private:
    QString m_text;
    FoldedText m_folded;
    TextSpan m_words;
    bool m_beginsInside;
    bool m_endsInside;
};

std::optional<Alignment> bestAlignment(const Piece &piece, const FoldedText &text, qsizetype expected)
{
    const auto worth = [](const Alignment &a) { return a.wordLikeness + a.neighbourLikeness / 2; };
    std::optional<Alignment> best;
    for (const TextSpan place : likelyPlaces(piece, text.units(), expected)) {
        const Alignment alignment = aligned(piece, text.units(), place);
        if (alignment.words.size() > 0 && (!best || worth(alignment) > worth(*best)))
            best = alignment;
    }
    return best;
}

/// A long quote, found by its beginning and its end, or by its middle where they are gone.
std::optional<Alignment> bestOfLong(const Needle &needle, const FoldedText &text, qsizetype expected)
{
    constexpr qsizetype half = longestPiece / 2;
    const qsizetype length = needle.length();
    const auto found = [&](qsizetype at) {
        std::optional<Alignment> best = bestAlignment(needle.piece(at, at + half), text, expected + at);
        return best && best->wordLikeness >= 0.5 ? best : std::nullopt;
    };
    const std::optional<Alignment> head = found(0);
    const std::optional<Alignment> tail = found(length - half);
    const auto longest = [&](qsizetype size) { return size <= 2 * length + longestPiece; };
    if (head && tail && tail->words.end > head->words.begin && longest(tail->words.end - head->words.begin)) {
        return Alignment{{head->words.begin, tail->words.end},
                         (head->wordLikeness + tail->wordLikeness) / 2,
                         (head->neighbourLikeness + tail->neighbourLikeness) / 2};
    }
    const auto whole = [&](Alignment part, qsizetype begin) {
        part.words = {std::max(qsizetype{0}, begin), std::min(text.size(), begin + length)};
        return part;
    };
    if (head)
        return whole(*head, head->words.begin);
    if (tail)
        return whole(*tail, tail->words.end - length);
    const qsizetype middle = (length - half) / 2;
    if (const std::optional<Alignment> part = found(middle))
        return whole(*part, part->words.begin - middle);
    return std::nullopt;
}

double likenessOf(std::span<const char16_t> was, std::span<const char16_t> is)
{
    const auto longer = static_cast<double>(std::max(was.size(), is.size()));
    return 1.0 - static_cast<double>(editsBetween(was, is)) / longer;
}

/// Whether what was found is like the quote, or stands where it stood.
bool isLike(const Needle &needle, double words, double neighbours, qsizetype size)
{
    if (needle.length() < shortQuote && neighbours < 0.5)
        return false;
    const bool inPlace = neighbours >= 0.8 && needle.hasBothNeighbours() && size <= 3 * needle.length() + longestWord;
    return words >= 0.6 || (words >= 0.5 && neighbours >= 0.5) || inPlace;
}

} // namespace

std::optional<NearMatch> nearMatch(const Quote &quote, QStringView text, const FoldedText &folded)
{
    const Needle needle(quote);
    if (needle.isTooShort())
        return std::nullopt;
    const qsizetype expected = folded.indexOf(quote.begin);
    const std::optional<Alignment> best = needle.length() <= longestPiece
        ? bestAlignment(needle.piece(0, needle.length()), folded, expected)
        : bestOfLong(needle, folded, expected);
    if (!best)
        return std::nullopt;
    const TextSpan span = needle.wholeWords(folded.sourceOf(best->words.begin, best->words.end), text);
    const qsizetype begin = folded.indexOf(span.begin);
    const qsizetype size = std::max(qsizetype{1}, folded.indexOf(span.end) - begin);
    const double words = likenessOf(
        needle.words(), folded.units().subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(size)));
    if (!isLike(needle, words, best->neighbourLikeness, size))
        return std::nullopt;
    // Case and accents are folded away, yet make other words of them.
    constexpr double mostOfOthers = 0.999;
    return NearMatch{span, readsTheSame(quote.exact, span.in(text)) ? 1.0 : std::min(words, mostOfOthers)};
}

} // namespace dateline
