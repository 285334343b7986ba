#include "reading/quotations.h"

#include "reading/wordtable.h"

#include <array>
#include <optional>

namespace dateline
{

namespace
{

struct Marks
{
    char16_t open;
    std::u16string_view close;
    bool single; ///< An apostrophe too, so it must look like a quotation mark.
};

constexpr std::array<Marks, 9> allMarks{{{u'\u201C', u"\u201D\"", false},
                                         {u'\u201E', u"\u201C\u201D\"", false},
                                         {u'\u00AB', u"\u00BB", false},
                                         {u'\u00BB', u"\u00AB", false},
                                         {u'"', u"\"\u201D", false},
                                         {u'\u201D', u"\u201D", false},
                                         {u'\u2018', u"\u2019", true},
                                         {u'\u201A', u"\u2018\u2019", true},
                                         {u'\'', u"'", true}}};

const Marks *marksFrom(QStringView mark)
{
    if (mark.size() != 1)
        return nullptr;
    for (const Marks &marks : allMarks) {
        if (mark.front() == marks.open)
            return &marks;
    }
    return nullptr;
}

class Finder
{
public:
    Finder(const Tokens &tokens, const std::vector<Sentence> &sentences)
        : m_tokens(tokens)
    {
        // The first token of every paragraph, and the end.
        int paragraph = -1;
        for (const Sentence &sentence : sentences) {
            if (sentence.paragraph != paragraph)
                m_paragraphs.push_back(sentence.first);
            paragraph = sentence.paragraph;
        }
        m_paragraphs.push_back(tokens.size());
    }

    std::vector<Quotation> find()
    {
        std::vector<Quotation> found;
        for (std::size_t p = 0; p + 1 < m_paragraphs.size();) {
            std::size_t end = p;
            for (int i = m_paragraphs[p]; i < m_paragraphs[end + 1];) {
                const auto close = opensAt(i) ? closeOf(i, end) : std::nullopt;
                if (!close) {
                    ++i;
                    continue;
                }
                for (std::size_t a = p; a < end; ++a)
                    take(found, a == p ? i : m_paragraphs[a], m_paragraphs[a + 1], a > p, false);
                take(found, end == p ? i : m_paragraphs[end], *close, end > p, true);
                i = *close + 1;
            }
            p = end + 1;
        }
        return found;
    }

private:
    const Marks *opensAt(int i) const
    {
        if (!m_tokens.isMark(i))
            return nullptr;
        const Marks *marks = marksFrom(m_tokens.written(i));
        const bool atEdge = !m_tokens.joined(i) || m_tokens.is(i - 1, u"(") || m_tokens.is(i - 1, u"-")
            || m_tokens.is(i - 1, u"[") || m_tokens.is(i - 1, u":") || m_tokens.is(i - 1, u",");
        if (!marks || (!atEdge && marks->open != u'\u201C' && marks->open != u'\u201E'))
            return nullptr;
        const bool french = marks->open == u'\u00AB';
        if (!m_tokens.joined(i + 1) && !french && !m_tokens.is(i + 1, u"\u2026"))
            return nullptr;
        return !marks->single || m_tokens.isWord(i + 1) ? marks : nullptr;
    }

    bool closes(const Marks &marks, int i) const
    {
        const QStringView mark = m_tokens.written(i);
        if (mark.size() != 1 || !marks.close.contains(mark.front().unicode()))
            return false;
        const bool beforeWord = m_tokens.joined(i + 1) && (m_tokens.isWord(i + 1) || m_tokens.isNumber(i + 1));
        return !marks.single || !beforeWord;
    }

    /// The token that closes the mark at @p i, searched to the end of paragraph @p p, which moves on where a paragraph
    /// opens the same quotation again.
    std::optional<int> closeOf(int i, std::size_t &p)
    {
        const Marks &marks = *opensAt(i);
        // A mark that nothing closes is not searched for again, so that the time stays in step with the text.
        int &searched = m_searched.at(static_cast<std::size_t>(&marks - allMarks.data()));
        if (i < searched)
            return std::nullopt;
        std::optional<int> loose;
        for (std::size_t at = p; at + 1 < m_paragraphs.size(); ++at) {
            const int end = m_paragraphs[at + 1];
            for (int k = at == p ? i + 2 : m_paragraphs[at] + 1; k < end; ++k) {
                if (!closes(marks, k))
                    continue;
                // “the soldiers’ homes’” : a single mark closes best behind punctuation.
                const bool firm = !marks.single || (m_tokens.isMark(k - 1) && m_tokens.joined(k));
                if (firm) {
                    p = at;
                    return k;
                }
                if (!loose)
                    loose = k;
            }
            if (loose)
                return loose;
            searched = end;
            if (at + 2 >= m_paragraphs.size() || marks.single || opensAt(end) != &marks)
                return std::nullopt;
        }
        return loose;
    }

    /// Takes what stands between the marks at @p open and @p close, which is the paragraph's end if it is not @p closed.
    void take(std::vector<Quotation> &found, int open, int close, bool goesOn, bool closed) const
    {
        static const WordSet stops(u". ! ? \u2026 ; :");
        int last = close;
        const Word mark = m_tokens.word(last - 1);
        Quotation quotation{.span = {}, .marked = m_tokens.span(open, closed ? close + 1 : close), .goesOn = goesOn};
        quotation.whole = m_tokens.at(open + 1).capital && (stops.has(mark) || mark == u",");
        quotation.partial = closed && !stops.has(mark) && mark != u"," && !stops.has(m_tokens.word(close + 1));
        if (mark == u"," && last - 1 > open + 1)
            --last;
        if (last <= open + 1)
            return;
        quotation.span = m_tokens.span(open + 1, last);
        found.push_back(quotation);
    }

    const Tokens &m_tokens;
    std::vector<int> m_paragraphs;
    std::array<int, allMarks.size()> m_searched{};
};

} // namespace

std::vector<Quotation> quotationsFrom(const Tokens &tokens, const std::vector<Sentence> &sentences)
{
    return Finder(tokens, sentences).find();
}

} // namespace dateline
