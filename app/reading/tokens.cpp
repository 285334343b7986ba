#include "reading/tokens.h"

#include "reading/wordtable.h"

#include <algorithm>

namespace dateline
{

namespace
{

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Surrogates count as letters, so that no token ends inside a pair.
bool isLetter(QChar c)
{
    return c.isLetter() || c.isMark() || c.isSurrogate();
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == QChar(0x2019) || c == QChar(0x02BC);
}

QChar foldedFrom(QChar c)
{
    if (c.unicode() < 0x80)
        return c >= u'A' && c <= u'Z' ? QChar(c.unicode() + 32) : c;
    if (isApostrophe(c))
        return u'\'';
    if (c.unicode() >= 0x2010 && c.unicode() <= 0x2015)
        return u'-';
    return c.toLower();
}

const WordTable<int> &smallNumbers()
{
    static const WordTable<int> table{
        {u"one", 1},       {u"two", 2},       {u"three", 3},    {u"four", 4},     {u"five", 5},       {u"six", 6},
        {u"seven", 7},     {u"eight", 8},     {u"nine", 9},     {u"ten", 10},     {u"eleven", 11},    {u"twelve", 12},
        {u"thirteen", 13}, {u"fourteen", 14}, {u"fifteen", 15}, {u"sixteen", 16}, {u"seventeen", 17}, {u"eighteen", 18},
        {u"nineteen", 19}, {u"twenty", 20},   {u"thirty", 30},  {u"forty", 40},   {u"fifty", 50},     {u"sixty", 60},
        {u"seventy", 70},  {u"eighty", 80},   {u"ninety", 90},
    };
    return table;
}

const WordTable<qint64> &multipliers()
{
    static const WordTable<qint64> table{
        {u"dozen", 12}, {u"hundred", 100}, {u"thousand", 1000}, {u"million", 1'000'000}};
    return table;
}

Count digitsAt(const Tokens &tokens, int i)
{
    Count count{tokens.number(i), i + 1};
    if (count.value < 0)
        return {0, i};
    while (tokens.digits(i) <= 3 && tokens.is(count.next, u",") && tokens.joined(count.next)
           && tokens.digits(count.next + 1) == 3 && tokens.joined(count.next + 1) && count.value < 1'000'000'000) {
        count.value = count.value * 1000 + tokens.number(count.next + 1);
        count.next += 2;
    }
    return count;
}

} // namespace

Tokens::Tokens(QStringView text)
    : m_text(text)
    , m_folded(text.size(), Qt::Uninitialized)
{
    std::ranges::transform(text, m_folded.begin(), foldedFrom);
    m_tokens.reserve(static_cast<std::size_t>(text.size() / 5 + 1));
    bool spaced = true;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (c.isSpace() || c.isNull()) {
            spaced = true;
            ++i;
            continue;
        }
        const qsizetype begin = i++;
        Token::Type type = Token::Type::Mark;
        if (isDigit(c)) {
            type = Token::Type::Number;
            while (i < text.size() && isDigit(text[i]))
                ++i;
        } else if (isLetter(c)) {
            type = Token::Type::Word;
            while (i < text.size()
                   && (isLetter(text[i]) || (isApostrophe(text[i]) && i + 1 < text.size() && isLetter(text[i + 1]))))
                ++i;
        }
        const quint32 hash = hashOfWord(QStringView(m_folded).sliced(begin, i - begin));
        m_tokens.push_back({static_cast<qint32>(begin), static_cast<qint32>(i), type, spaced, c.isUpper(), hash});
        spaced = false;
    }
}

QStringView Tokens::written(int i) const
{
    const Token &token = at(i);
    return m_text.sliced(token.begin, token.end - token.begin);
}

int Tokens::number(int i) const
{
    if (digits(i) == 0 || digits(i) > 9)
        return -1;
    int value = 0;
    for (const QChar c : word(i))
        value = value * 10 + (c.unicode() - u'0');
    return value;
}

TextSpan Tokens::span(int first, int last) const
{
    return {at(first).begin, at(std::max(first, last - 1)).end};
}

int Tokens::indexFrom(qsizetype position) const
{
    const auto found = std::ranges::lower_bound(m_tokens, position, {}, &Token::begin);
    return static_cast<int>(found - m_tokens.begin());
}

Count countAt(const Tokens &tokens, int i)
{
    Count count{0, i};
    if (tokens.isNumber(i)) {
        count = digitsAt(tokens, i);
    } else if (const int *word = smallNumbers().find(tokens.word(i))) {
        count = {*word, i + 1};
        const int *unit = smallNumbers().find(tokens.word(i + 2));
        if (*word >= 20 && tokens.is(i + 1, u"-") && unit && *unit < 10)
            count = {*word + *unit, i + 3};
    } else if (tokens.is(i, u"a") && multipliers().has(tokens.word(i + 1))) {
        count = {1, i + 1};
    }
    while (count.next > i) {
        const qint64 *factor = multipliers().find(tokens.word(count.next));
        if (!factor || count.value > 1'000'000)
            break;
        count = {count.value * *factor, count.next + 1};
    }
    return count;
}

} // namespace dateline
