#include "domain/worddiff.h"

#include "domain/foldedtext.h"

#include <algorithm>
#include <span>

namespace dateline
{

namespace
{

constexpr std::size_t mostCells = 4'000'000;

/// The words, single marks and stretches of white space that @p text is made of.
std::vector<TextSpan> tokensOf(QStringView text)
{
    std::vector<TextSpan> tokens;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin + 1;
        const bool space = text[begin].isSpace();
        while (end < text.size()
               && (space ? text[end].isSpace() : text[end].isLowSurrogate() || isInsideWord(text, end)))
            ++end;
        tokens.push_back({begin, end});
        begin = end;
    }
    return tokens;
}

using Tokens = std::span<const TextSpan>;

class Differ
{
public:
    Differ(QStringView was, QStringView is)
        : m_was(was)
        , m_is(is)
    {
    }

    [[nodiscard]] WordDiff diff()
    {
        const std::vector<TextSpan> wasTokens = tokensOf(m_was);
        const std::vector<TextSpan> isTokens = tokensOf(m_is);
        Tokens was = wasTokens;
        Tokens is = isTokens;
        while (!was.empty() && !is.empty() && same(was.front(), is.front())) {
            was = was.subspan(1);
            is = is.subspan(1);
        }
        while (!was.empty() && !is.empty() && same(was.back(), is.back())) {
            was = was.first(was.size() - 1);
            is = is.first(is.size() - 1);
        }
        if (was.empty() || is.empty() || was.size() * is.size() > mostCells)
            markAll(was, is);
        else
            markByTable(was, is);
        return std::move(m_diff);
    }

private:
    [[nodiscard]] bool same(TextSpan was, TextSpan is) const { return was.in(m_was) == is.in(m_is); }

    void markAll(Tokens was, Tokens is)
    {
        for (const TextSpan token : was)
            mark(m_diff.removed, token, m_was);
        for (const TextSpan token : is)
            mark(m_diff.added, token, m_is);
    }

    /// By the longest sequence of tokens that both have; its lengths from each pair of tokens on are tabled.
    void markByTable(Tokens was, Tokens is)
    {
        const std::size_t columns = is.size() + 1;
        std::vector<std::uint32_t> lengths((was.size() + 1) * columns, 0);
        const auto length = [&](std::size_t i, std::size_t j) -> std::uint32_t & { return lengths[i * columns + j]; };
        for (std::size_t i = was.size(); i-- > 0;) {
            for (std::size_t j = is.size(); j-- > 0;) {
                length(i, j) =
                    same(was[i], is[j]) ? length(i + 1, j + 1) + 1 : std::max(length(i + 1, j), length(i, j + 1));
            }
        }
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && same(was[i], is[j])) {
                ++i;
                ++j;
            } else if (j == is.size() || (i < was.size() && length(i + 1, j) >= length(i, j + 1))) {
                mark(m_diff.removed, was[i++], m_was);
            } else {
                mark(m_diff.added, is[j++], m_is);
            }
        }
    }

    // Words beside one another are marked as one, with the white space between them.
    static void mark(std::vector<TextSpan> &marks, TextSpan token, QStringView text)
    {
        if (!marks.empty() && TextSpan{marks.back().end, token.begin}.in(text).trimmed().isEmpty())
            marks.back().end = token.end;
        else
            marks.push_back(token);
    }

    QStringView m_was;
    QStringView m_is;
    WordDiff m_diff;
};

/// Without the white space at the ends of marks that hold more than that.
void trim(std::vector<TextSpan> &marks, QStringView text)
{
    for (TextSpan &mark : marks) {
        if (mark.in(text).trimmed().isEmpty())
            continue;
        while (text[mark.begin].isSpace())
            ++mark.begin;
        while (text[mark.end - 1].isSpace())
            --mark.end;
    }
}

/// Without the marks that hold white space alone, unless there are no others.
void dropSpaces(WordDiff &diff, QStringView was, QStringView is)
{
    const auto isSpace = [](QStringView text) {
        return [text](TextSpan mark) { return mark.in(text).trimmed().isEmpty(); };
    };
    if (std::ranges::all_of(diff.removed, isSpace(was)) && std::ranges::all_of(diff.added, isSpace(is)))
        return;
    std::erase_if(diff.removed, isSpace(was));
    std::erase_if(diff.added, isSpace(is));
}

} // namespace

WordDiff diffWords(QStringView was, QStringView is)
{
    WordDiff diff = Differ(was, is).diff();
    trim(diff.removed, was);
    trim(diff.added, is);
    dropSpaces(diff, was, is);
    return diff;
}

} // namespace dateline
