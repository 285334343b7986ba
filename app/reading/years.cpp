#include "reading/years.h"

#include "reading/calendar.h"
#include "reading/wordtable.h"

namespace dateline
{

namespace
{

bool isPluralNoun(const Tokens &tokens, int i)
{
    static const WordSet not_(u"as was has is its this us");
    const Word word = tokens.word(i);
    return tokens.isWord(i) && !tokens.at(i).capital && word.endsWith(u's') && !not_.has(word);
}

// Words that say that the four digits behind them are a year.
bool leadsToYear(const Tokens &tokens, int i)
{
    static const WordSet before(
        u"in since during from until till by of early late mid before after year years between through into "
        u"summer spring autumn winter fall around to throughout and (");
    static const WordSet strict(u"and to");
    if (strict.has(tokens.word(i)))
        return yearNumberAt(tokens, i - 1) != 0 || monthNameAt(tokens, i - 2) != 0;
    return before.has(tokens.word(i))
        || ((tokens.is(i, u"-") || tokens.is(i, u",")) && yearNumberAt(tokens, i - 1) != 0)
        || (tokens.is(i, u"-") && tokens.is(i - 1, u"mid"))
        || (tokens.is(i, u"as") && (tokens.is(i - 1, u"late") || tokens.is(i - 1, u"early")));
}

bool opensLine(const Tokens &tokens, int i)
{
    static const WordSet ends(u". ! ? :");
    if (i == 0 || ends.has(tokens.word(i - 1)))
        return true;
    return tokens.text().sliced(tokens.at(i - 1).end, tokens.at(i).begin - tokens.at(i - 1).end).contains(u'\n');
}

// “1916–17”, “2009/10”: the second year in two digits.
std::optional<DayWords> shortYearAt(const Tokens &tokens, int i, int year)
{
    const bool mark = (tokens.is(i, u"-") || tokens.is(i, u"/")) && tokens.joined(i) && tokens.joined(i + 1);
    if (!mark || tokens.digits(i + 1) != 2 || tokens.number(i + 1) <= year % 100
        || (tokens.joined(i + 2) && (tokens.is(i + 2, u"-") || tokens.is(i + 2, u"/") || tokens.isWord(i + 2))))
        return std::nullopt;
    return DayWords{.first = i + 1, .next = i + 2, .year = year / 100 * 100 + tokens.number(i + 1), .endsRange = true};
}

// Past “BC” or “B.C.” at token @p i; @p i if it is not there.
int pastBeforeChrist(const Tokens &tokens, int i)
{
    if (tokens.is(i, u"bc") || tokens.is(i, u"bce"))
        return i + 1;
    if (!tokens.is(i, u"b") || !tokens.is(i + 1, u".") || !tokens.is(i + 2, u"c") || !tokens.joined(i + 2))
        return i;
    return tokens.is(i + 3, u".") && tokens.joined(i + 3) ? i + 4 : i + 3;
}

} // namespace

// “in 2020”, “early 2020”, “the 2020 war”, “(1916–17)”, “1987 saw”.
std::vector<DayWords> yearsAt(const Tokens &tokens, int i)
{
    static const WordSet counted(u"km m men soldiers people troops infantry cavalry horse yards miles feet metres "
                                 u"meters tons tonnes of percent per or others");
    static const WordSet determiners(u"the a an his her its their this that secret");
    const int year = yearNumberAt(tokens, i);
    if (year == 0 || (tokens.is(i + 1, u",") && tokens.joined(i + 2) && tokens.isNumber(i + 2)))
        return {};
    if (isPluralNoun(tokens, i + 1) || counted.has(tokens.word(i + 1)))
        return {};
    const bool range = tokens.is(i + 1, u"-") && yearNumberAt(tokens, i + 2) > year;
    // Numbers below 1900 count things as often as years, so they need plainer words around them.
    const bool modern = year >= 1900;
    static const WordSet plain(u"in of since until");
    bool found = leadsToYear(tokens, i - 1) && (modern || plain.has(tokens.word(i - 1)) || endsDate(tokens, i + 1));
    found = found || range
        || (determiners.has(tokens.word(i - 1)) && tokens.isWord(i + 1)
            && (modern || tokens.at(i + 1).capital || endsDate(tokens, i + 2)));
    found = found
        || (modern && opensLine(tokens, i)
            && (tokens.isWord(i + 1) || opensLine(tokens, i + 1) || tokens.is(i + 1, u":") || i + 1 >= tokens.size()));
    if (!found)
        return {};
    std::vector<DayWords> list{{.first = i, .next = i + 1, .year = year}};
    if (const auto second = shortYearAt(tokens, i + 1, year))
        list.push_back(*second);
    return list;
}

// “490 BC”, “146 B.C.”, and the first of “499–493 BC” and “496 and 495 BC”.
std::optional<DayWords> yearBeforeChristAt(const Tokens &tokens, int i)
{
    if (tokens.digits(i) == 0 || tokens.digits(i) > 4)
        return std::nullopt;
    DayWords words{.first = i, .next = pastBeforeChrist(tokens, i + 1), .year = tokens.number(i)};
    words.beforeChrist = true;
    words.unit = DayWords::Unit::Year;
    if (words.next > i + 1)
        return words;
    static const WordSet joins(u"- to and");
    if (!joins.has(tokens.word(i + 1)) || tokens.digits(i + 2) == 0 || pastBeforeChrist(tokens, i + 3) == i + 3)
        return std::nullopt;
    return words;
}

int yearNumberAt(const Tokens &tokens, int i)
{
    if (tokens.digits(i) != 4)
        return 0;
    const int number = tokens.number(i);
    const bool joinedMark = tokens.joined(i + 1)
        && ((tokens.is(i + 1, u":") && tokens.joined(i + 2)) || tokens.is(i + 1, u"%")
            || (tokens.isWord(i + 1) && !tokens.is(i + 1, u"s")));
    return number >= 1000 && number <= 2100 && !joinedMark ? number : 0;
}

void takeYear(const Tokens &tokens, DayWords &words)
{
    int at = words.next;
    if (tokens.is(at, u",") || tokens.is(at, u"of"))
        ++at;
    if (const int past = pastBeforeChrist(tokens, at + 1); past > at + 1 && tokens.number(at) > 0) {
        words.year = tokens.number(at);
        words.beforeChrist = true;
        words.next = past;
        return;
    }
    if (const int year = yearNumberAt(tokens, at)) {
        words.year = year;
        words.next = at + 1;
        return;
    }
    if (tokens.is(at, u"the") && tokens.is(at + 1, u"same") && tokens.is(at + 2, u"year")) {
        words.fromBefore = true;
        words.next = at + 3;
    }
    if (!tokens.is(at + 1, u"year"))
        return;
    static const WordTable<int> offsets{{u"last", -1}, {u"this", 0}, {u"next", 1}};
    if (const int *offset = offsets.find(tokens.word(at))) {
        words.yearOffset = *offset;
        words.next = at + 2;
    } else if (tokens.is(at, u"that")) {
        words.fromBefore = true;
        words.next = at + 2;
    }
}

bool endsDate(const Tokens &tokens, int i)
{
    static const WordSet set(u"in at on and as when after before the to for with by near or until from but was were "
                             u"through while that which had he it they");
    return i >= tokens.size() || tokens.isMark(i) || set.has(tokens.word(i)) || tokens.at(i).capital;
}

} // namespace dateline
