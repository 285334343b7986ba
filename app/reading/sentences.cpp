#include "reading/sentences.h"

#include "reading/wordtable.h"

#include <algorithm>

namespace dateline
{

namespace
{

bool hasLineEnd(QStringView gap)
{
    return gap.contains(u'\n');
}

bool hasEmptyLine(QStringView gap)
{
    return gap.count(u'\n') > 1;
}

/// True if the lines are broken at a width: none is long, and most of those that another follows are nearly full.
bool isWrapped(QStringView text)
{
    constexpr qsizetype widest = 100;
    constexpr qsizetype narrowest = 40;
    qsizetype longest = 0;
    for (const QStringView line : text.tokenize(u'\n'))
        longest = std::max(longest, line.size());
    if (longest > widest || longest < narrowest)
        return false;
    qsizetype followed = 0;
    qsizetype full = 0;
    QStringView before;
    for (const QStringView line : text.tokenize(u'\n')) {
        if (!line.isEmpty() && !before.isEmpty()) {
            ++followed;
            full += before.size() > longest * 7 / 10 ? 1 : 0;
        }
        before = line;
    }
    return followed > 0 && full * 10 >= followed * 7;
}

bool endsSentence(QStringView mark)
{
    return mark == u"." || mark == u"!" || mark == u"?" || mark == u"\u2026" || mark == u"\u0589" || mark == u"\u061F";
}

bool isCloser(QStringView mark)
{
    static const WordSet set(u"\" ' \u201D \u2019 \u00BB \u00AB ) ] \u201C");
    return set.has(mark);
}

/// True if the full stop at token @p i belongs to a shortened word.
bool isAbbreviation(const Tokens &tokens, int i)
{
    static const WordSet titles(
        u"mr mrs ms dr prof gen lt col maj capt sgt brig adm cmdr gov sen rep rev hon st mt ft no vs approx jan feb mar "
        u"apr jun jul aug sep sept oct nov dec al e.g i.e etc cf pp vol est inc ltd co");
    static const WordSet openers(u"the a an he she it they we in on at but and this these those that there some many");
    if (!tokens.is(i, u".") || !tokens.isWord(i - 1) || !tokens.joined(i))
        return false;
    if (titles.has(tokens.word(i - 1)))
        return true;
    const bool oneLetter = tokens.at(i - 1).end - tokens.at(i - 1).begin == 1;
    if (!oneLetter)
        return false;
    // “p.m.” or “U.S.” may end a sentence; it does when a word follows that opens one.
    const bool last = !tokens.joined(i + 1);
    return !last || !tokens.joined(i - 1) || !openers.has(tokens.word(i + 1)) || !tokens.at(i + 1).capital;
}

bool beginsSentence(const Tokens &tokens, int i)
{
    return !tokens.isWord(i) || tokens.at(i).capital || tokens.at(i).begin == tokens.at(i).end
        || !tokens.written(i).front().isLower();
}

bool pointsElsewhere(const Tokens &tokens, int first)
{
    static const WordSet second(u"read see watch more also in this stories coverage:");
    static const WordSet opening(u"also read see watch more related recommended");
    if (!opening.has(tokens.word(first)))
        return false;
    const int mark = second.has(tokens.word(first + 1)) ? first + 2 : first + 1;
    return tokens.is(mark, u"|") || tokens.is(mark, u":") || tokens.is(mark, u"-") || tokens.is(mark, u">");
}

} // namespace

std::vector<Sentence> sentencesFrom(const Tokens &tokens)
{
    std::vector<Sentence> sentences;
    const bool wrapped = isWrapped(tokens.text());
    int first = 0;
    int paragraph = 0;
    for (int i = 0; i < tokens.size(); ++i) {
        const qsizetype gapEnd = i + 1 < tokens.size() ? tokens.at(i + 1).begin : tokens.text().size();
        const QStringView gap = tokens.text().sliced(tokens.at(i).end, gapEnd - tokens.at(i).end);
        const bool endsParagraph = i + 1 == tokens.size() || (wrapped ? hasEmptyLine(gap) : hasLineEnd(gap));
        bool ends = endsParagraph;
        if (!ends && !gap.isEmpty()) {
            int mark = i;
            while (mark > first && mark > i - 4 && isCloser(tokens.word(mark)))
                --mark;
            ends = endsSentence(tokens.word(mark)) && !isAbbreviation(tokens, mark) && beginsSentence(tokens, i + 1);
        }
        if (!ends)
            continue;
        sentences.push_back({first, i + 1, paragraph, tokens.span(first, i + 1), pointsElsewhere(tokens, first)});
        paragraph += endsParagraph ? 1 : 0;
        first = i + 1;
    }
    return sentences;
}

} // namespace dateline
