#include "domain/alignment.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iterator>
#include <tuple>

namespace dateline
{

namespace
{

constexpr std::size_t mostDiagonals = 6;
constexpr std::size_t mostSteps = std::size_t{1} << 23; // Of 64 letters each: some tens of milliseconds.

/// The stretches of @p length letters of a piece, to be looked up by those letters.
class Seeds
{
public:
    Seeds(std::span<const char16_t> piece, std::size_t length)
        : m_piece(piece)
        , m_length(length)
    {
        m_positions.fill(-1);
        for (std::size_t i = 0; i + length <= piece.size(); ++i) {
            std::int16_t &slot = m_positions[slotOf(hashOf(piece.subspan(i, length)))];
            // A stretch that comes again counts at its first place only: “aaaa” must not make hits by the square.
            if (slot < 0)
                slot = static_cast<std::int16_t>(i);
        }
    }

    /// Calls @p found with the position in the piece and in @p text for each stretch of @p text that the piece has.
    template<typename Found>
    void scan(std::span<const char16_t> text, const Found &found) const
    {
        if (text.size() < m_length)
            return;
        std::uint32_t leaving = 1;
        for (std::size_t i = 1; i < m_length; ++i)
            leaving *= factor;
        std::uint32_t hash = hashOf(text.first(m_length));
        for (std::size_t i = 0;; ++i) {
            const std::int16_t position = m_positions[slotOf(hash)];
            if (position >= 0
                && std::ranges::equal(m_piece.subspan(static_cast<std::size_t>(position), m_length),
                                      text.subspan(i, m_length)))
                found(qsizetype{position}, static_cast<qsizetype>(i));
            if (i + m_length == text.size())
                return;
            hash = (hash - text[i] * leaving) * factor + text[i + m_length];
        }
    }

private:
    static constexpr std::uint32_t factor = 0x01000193;

    static std::uint32_t hashOf(std::span<const char16_t> letters)
    {
        std::uint32_t hash = 0;
        for (const char16_t letter : letters)
            hash = hash * factor + letter;
        return hash;
    }
    static std::size_t slotOf(std::uint32_t hash) { return (hash * 0x9e3779b1U) >> 20; }

    std::span<const char16_t> m_piece;
    std::size_t m_length;
    std::array<std::int16_t, 4096> m_positions{};
};

/// What of an alignment's edits fell on the words and what on their neighbours, and where the words were met.
struct Trace
{
    TextSpan words{-1, -1};
    qsizetype wordEdits = 0;
    qsizetype neighbourEdits = 0;

    void edit(bool inWords) { ++(inWords ? wordEdits : neighbourEdits); }
    void meet(qsizetype at)
    {
        words.begin = at;
        if (words.end < 0)
            words.end = at + 1;
    }
};

enum class Move : std::uint8_t { Replace, Remove, Insert };

/// The table of the fewest edits from each beginning of a piece to each stretch of a window.
class EditTable
{
public:
    EditTable(const Piece &piece, std::span<const char16_t> window)
        : m_piece(piece)
        , m_window(window)
        , m_edits((piece.units.size() + 1) * (window.size() + 1), Move::Remove)
    {
        const std::size_t columns = window.size() + 1;
        std::vector<int> above(columns, 0); // The piece may begin anywhere in the window.
        std::vector<int> row(columns);
        for (std::size_t i = 1; i <= piece.units.size(); ++i) {
            row[0] = static_cast<int>(i);
            for (std::size_t j = 1; j < columns; ++j) {
                const int replaced = above[j - 1] + (piece.units[i - 1] == window[j - 1] ? 0 : 1);
                const int removed = above[j] + 1;
                const int inserted = row[j - 1] + 1;
                row[j] = std::min({replaced, removed, inserted});
                m_edits[i * columns + j] = row[j] == replaced ? Move::Replace
                    : row[j] == removed                       ? Move::Remove
                                                              : Move::Insert;
            }
            std::swap(above, row);
        }
        m_end = static_cast<std::size_t>(std::distance(above.begin(), std::ranges::min_element(above)));
    }

    [[nodiscard]] Trace trace() const
    {
        Trace trace;
        auto i = static_cast<qsizetype>(m_piece.units.size());
        auto j = static_cast<qsizetype>(m_end);
        const TextSpan words = m_piece.words;
        while (i > 0) {
            const Move edit = j == 0 ? Move::Remove : at(i, j);
            if (edit == Move::Insert) {
                --j;
                trace.edit(i > words.begin && i < words.end);
                continue;
            }
            --i;
            const bool inWords = i >= words.begin && i < words.end;
            if (edit == Move::Remove) {
                trace.edit(inWords);
                continue;
            }
            --j;
            if (inWords)
                trace.meet(j);
            if (m_piece.units[static_cast<std::size_t>(i)] != m_window[static_cast<std::size_t>(j)])
                trace.edit(inWords);
        }
        return trace;
    }

private:
    [[nodiscard]] Move at(qsizetype i, qsizetype j) const
    {
        return m_edits[static_cast<std::size_t>(i) * (m_window.size() + 1) + static_cast<std::size_t>(j)];
    }

    Piece m_piece;
    std::span<const char16_t> m_window;
    std::vector<Move> m_edits;
    std::size_t m_end = 0;
};

double likenessFrom(qsizetype edits, qsizetype length)
{
    return length == 0 ? 0 : std::max(0.0, 1.0 - static_cast<double>(edits) / static_cast<double>(length));
}

/// Myers' algorithm in Hyyrö's form: a column of the edit table in words of 64 bits, one step of the text at a time.
qsizetype editsByColumns(std::span<const char16_t> pattern, std::span<const char16_t> text)
{
    const std::size_t blocks = (pattern.size() + 63) / 64;
    std::vector<std::uint16_t> letterOf(0x10000, 0); // 0: not in the pattern.
    std::vector<std::uint64_t> masks(blocks, 0);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        std::uint16_t &letter = letterOf[pattern[i]];
        if (letter == 0) {
            letter = static_cast<std::uint16_t>(masks.size() / blocks);
            masks.resize(masks.size() + blocks, 0);
        }
        masks[letter * blocks + i / 64] |= std::uint64_t{1} << (i % 64);
    }
    std::vector<std::uint64_t> rises(blocks, ~std::uint64_t{0});
    std::vector<std::uint64_t> falls(blocks, 0);
    const std::uint64_t last = std::uint64_t{1} << ((pattern.size() - 1) % 64);
    auto edits = static_cast<qsizetype>(pattern.size());
    for (const char16_t unit : text) {
        std::uint64_t risesIn = 1;
        std::uint64_t fallsIn = 0;
        for (std::size_t b = 0; b < blocks; ++b) {
            const std::uint64_t equal = masks[letterOf[unit] * blocks + b];
            const std::uint64_t vertical = equal | falls[b];
            const std::uint64_t same = equal | fallsIn;
            const std::uint64_t diagonal = (((same & rises[b]) + rises[b]) ^ rises[b]) | same;
            std::uint64_t risesOut = falls[b] | ~(diagonal | rises[b]);
            std::uint64_t fallsOut = rises[b] & diagonal;
            const std::uint64_t top = b + 1 == blocks ? last : std::uint64_t{1} << 63;
            const bool up = (risesOut & top) != 0;
            const bool down = (fallsOut & top) != 0;
            risesOut = (risesOut << 1) | risesIn;
            fallsOut = (fallsOut << 1) | fallsIn;
            rises[b] = fallsOut | ~(vertical | risesOut);
            falls[b] = risesOut & vertical;
            risesIn = up ? 1 : 0;
            fallsIn = down ? 1 : 0;
        }
        edits += static_cast<qsizetype>(risesIn) - static_cast<qsizetype>(fallsIn);
    }
    return edits;
}

/// A guess by the stretches of five letters that only one of the two has.
qsizetype editsByStretches(std::span<const char16_t> a, std::span<const char16_t> b)
{
    constexpr std::size_t length = 5;
    const auto stretches = [](std::span<const char16_t> text) {
        std::vector<std::uint64_t> hashes;
        for (std::size_t i = 0; i + length <= text.size(); ++i) {
            std::uint64_t hash = 0;
            for (const char16_t letter : text.subspan(i, length))
                hash = hash * 0x100000001b3 + letter;
            hashes.push_back(hash);
        }
        std::ranges::sort(hashes);
        return hashes;
    };
    const std::vector<std::uint64_t> ofA = stretches(a);
    const std::vector<std::uint64_t> ofB = stretches(b);
    std::vector<std::uint64_t> shared;
    std::ranges::set_intersection(ofA, ofB, std::back_inserter(shared));
    const std::size_t longer = std::max(a.size(), b.size());
    const std::size_t unshared = std::max(ofA.size(), ofB.size()) - shared.size();
    // One letter that changes takes all the stretches with it that it is in.
    return static_cast<qsizetype>(std::min(longer, longer - std::min(a.size(), b.size()) + unshared / length));
}

} // namespace

std::vector<TextSpan> likelyPlaces(const Piece &piece, std::span<const char16_t> text, qsizetype expected)
{
    const auto length = static_cast<qsizetype>(piece.units.size());
    const auto textLength = static_cast<qsizetype>(text.size());
    // Hits on about the same diagonal are of the same place; each is counted with its neighbours.
    const int shift = std::bit_width(static_cast<std::size_t>(std::max(qsizetype{32}, length / 4))) - 1;
    const qsizetype width = qsizetype{1} << shift;
    std::vector<std::uint32_t> hits(static_cast<std::size_t>((textLength + length) / width + 2));
    Seeds(piece.units, length >= 16 ? 5 : 3).scan(text, [&](qsizetype inPiece, qsizetype inText) {
        ++hits[static_cast<std::size_t>(inText - inPiece + length) >> shift];
    });
    struct Diagonal
    {
        std::uint32_t hits;
        qsizetype distance;
        qsizetype first;
    };
    std::vector<Diagonal> diagonals;
    for (std::size_t i = 0; i + 1 < hits.size(); ++i) {
        const std::uint32_t sum = hits[i] + hits[i + 1];
        const qsizetype first = static_cast<qsizetype>(i) * width - length;
        if (sum > 0)
            diagonals.push_back({sum, std::abs(first + width - expected), first});
    }
    const auto most = diagonals.begin() + static_cast<qsizetype>(std::min(mostDiagonals, diagonals.size()));
    std::ranges::partial_sort(diagonals, most, [](const Diagonal &a, const Diagonal &b) {
        return std::tie(b.hits, a.distance) < std::tie(a.hits, b.distance);
    });
    std::vector<TextSpan> places;
    const qsizetype slack = length / 4 + 16;
    for (const Diagonal &diagonal : std::span(diagonals.begin(), most)) {
        places.push_back({std::max(qsizetype{0}, diagonal.first - slack),
                          std::min(textLength, diagonal.first + 2 * width + length + slack)});
    }
    return places;
}

Alignment aligned(const Piece &piece, std::span<const char16_t> text, TextSpan place)
{
    const auto window = text.subspan(static_cast<std::size_t>(place.begin), static_cast<std::size_t>(place.size()));
    const Trace trace = EditTable(piece, window).trace();
    Alignment alignment;
    if (trace.words.begin >= 0)
        alignment.words = {place.begin + trace.words.begin, place.begin + trace.words.end};
    const qsizetype words = piece.words.size();
    alignment.wordLikeness = likenessFrom(trace.wordEdits, words);
    alignment.neighbourLikeness =
        likenessFrom(trace.neighbourEdits, static_cast<qsizetype>(piece.units.size()) - words);
    return alignment;
}

qsizetype editsBetween(std::span<const char16_t> a, std::span<const char16_t> b)
{
    const auto [beginA, beginB] = std::ranges::mismatch(a, b);
    a = {beginA, a.end()};
    b = {beginB, b.end()};
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a = a.first(a.size() - 1);
        b = b.first(b.size() - 1);
    }
    if (a.empty() || b.empty())
        return static_cast<qsizetype>(std::max(a.size(), b.size()));
    if ((a.size() + 63) / 64 * b.size() > mostSteps)
        return editsByStretches(a, b);
    return editsByColumns(a, b);
}

} // namespace dateline
