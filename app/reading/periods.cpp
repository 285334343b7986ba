#include "reading/periods.h"

#include "reading/calendar.h"
#include "reading/relativedays.h"
#include "reading/wordtable.h"
#include "reading/years.h"

namespace dateline
{

namespace
{

using Unit = DayWords::Unit;

int ordinalFrom(Word word)
{
    static const WordTable<int> table{
        {u"first early", 1}, {u"second latter late", 2}, {u"third", 3}, {u"fourth final last", 4}};
    const int *ordinal = table.find(word);
    return ordinal ? *ordinal : 0;
}

// “of 1916”, “1916”, “, 1916”, “of that year”, “last year” behind a season, half or quarter.
void takeItsYear(const Tokens &tokens, DayWords &words)
{
    takeYear(tokens, words);
    if (words.year || words.yearOffset || words.fromBefore || !tokens.is(words.next, u"of"))
        return;
    if ((tokens.is(words.next + 1, u"the") || tokens.is(words.next + 1, u"this"))
        && (tokens.is(words.next + 2, u"year") || tokens.is(words.next + 3, u"year"))) {
        words.yearOffset = 0;
        words.next = tokens.is(words.next + 2, u"year") ? words.next + 3 : words.next + 4;
    }
}

// “summer”, “the dry season”, “spring 1916”; “fall” is a verb too and needs its year or article.
std::optional<DayWords> seasonAt(const Tokens &tokens, int i, int first)
{
    const int season = seasonFrom(tokens.word(i));
    if (season == 0)
        return std::nullopt;
    DayWords words{.first = first, .next = i + 1, .ordinal = season, .unit = Unit::Season};
    takeItsYear(tokens, words);
    const bool fall = tokens.is(i, u"fall");
    static const WordSet other(u"break games olympics capital");
    if (words.needsAnchor() && !words.yearOffset && (other.has(tokens.word(i + 1)) || (fall && !words.fromBefore)))
        return std::nullopt;
    // “Spring” in the middle of a name, if it is not that of an offensive.
    static const WordSet acts(u"offensive offensives campaign fighting uprising");
    const bool name =
        tokens.at(i).capital && (tokens.at(i - 1).capital || (tokens.isWord(i + 1) && tokens.at(i + 1).capital));
    if (words.needsAnchor() && name && !acts.has(tokens.word(i + 1)) && !tokens.is(i - 1, u"the"))
        return std::nullopt;
    return words;
}

// “the second half of 2008”, “the first quarter of this year”.
std::optional<DayWords> partOfYearAt(const Tokens &tokens, int i, int first)
{
    const int ordinal = ordinalFrom(tokens.word(i));
    const bool half = tokens.is(i + 1, u"half");
    if (ordinal == 0 || !(half || tokens.is(i + 1, u"quarter")) || (half && ordinal > 2))
        return std::nullopt;
    DayWords words{.first = first, .next = i + 2, .ordinal = ordinal, .unit = half ? Unit::Half : Unit::Quarter};
    takeItsYear(tokens, words);
    if (words.needsAnchor() && !words.yearOffset && !words.fromBefore && half)
        return std::nullopt;
    return words;
}

// “the 1990s”, “1930s”, “the 20th century”, “eighteenth-century”.
std::optional<DayWords> longPeriodAt(const Tokens &tokens, int i)
{
    DayWords words{.first = i};
    if (tokens.digits(i) == 4 && tokens.number(i) % 10 == 0 && tokens.number(i) <= 2100 && tokens.number(i) >= 1000
        && tokens.is(i + 1, u"s") && tokens.joined(i + 1)) {
        words.next = i + 2;
        words.year = tokens.number(i);
        words.unit = Unit::Decade;
        return words;
    }
    static const WordTable<int> ordinals{{u"fifteenth", 15},   {u"sixteenth", 16},  {u"seventeenth", 17},
                                         {u"eighteenth", 18},  {u"nineteenth", 19}, {u"twentieth", 20},
                                         {u"twenty-first", 21}};
    const int *ordinal = ordinals.find(tokens.word(i));
    static const WordSet endings(u"st nd rd th");
    int at = i + 1;
    int number = ordinal ? *ordinal : 0;
    if (number == 0 && tokens.digits(i) > 0 && tokens.digits(i) <= 2 && endings.has(tokens.word(at))
        && tokens.joined(at)) {
        number = tokens.number(i);
        ++at;
    }
    if (tokens.is(at, u"-"))
        ++at;
    if (number < 10 || number > 21 || !tokens.is(at, u"century"))
        return std::nullopt;
    words.next = at + 1;
    words.year = (number - 1) * 100;
    words.unit = Unit::Century;
    return words;
}

// “the year” of which “the end” is spoken, “the month”.
std::optional<DayWords> currentAt(const Tokens &tokens, int i)
{
    if (tokens.is(i, u"month's") || tokens.is(i, u"year's"))
        return DayWords{.first = i, .next = i + 2, .unit = tokens.is(i, u"year's") ? Unit::Year : Unit::Month};
    static const WordSet units(u"week month year decade century");
    const bool the = tokens.is(i, u"the");
    const int at = the ? i + 1 : i;
    if (!units.has(tokens.word(at)))
        return std::nullopt;
    return DayWords{.first = i, .next = at + 1, .unit = *timeUnitFrom(tokens.word(at))};
}

} // namespace

std::optional<DayWords> periodAt(const Tokens &tokens, int i)
{
    if (const Edge edge = edgeAt(tokens, i); edge.next > i) {
        auto words = periodAt(tokens, edge.next);
        if (!words && (tokens.is(edge.next - 1, u"of") || tokens.is(edge.next - 1, u"the")))
            words = currentAt(tokens, edge.next);
        if (words) {
            words->first = i;
            words->third = words->unit == Unit::Month ? edge.third : 0;
        }
        return words;
    }
    const int at = tokens.is(i, u"the") ? i + 1 : i;
    if (tokens.is(i + 1, u"end") && (tokens.is(i, u"month's") || tokens.is(i, u"year's")))
        return currentAt(tokens, i);
    if (auto words = seasonAt(tokens, at, i))
        return words;
    if (auto words = partOfYearAt(tokens, at, i))
        return words;
    auto words = longPeriodAt(tokens, at);
    // “the 1990s” with its article, “20th century” without.
    if (words && words->unit == Unit::Decade)
        words->first = i;
    return words;
}

int seasonFrom(Word word)
{
    static const WordTable<int> table{{u"spring", 1}, {u"summer", 2}, {u"autumn fall", 3}, {u"winter", 4}};
    const int *season = table.find(word);
    return season ? *season : 0;
}

Edge edgeAt(const Tokens &tokens, int i)
{
    static const WordTable<int> edges{
        {u"beginning start outset opening", 1}, {u"middle", 2}, {u"end close", 3}, {u"rest remainder", 0}};
    static const WordTable<int> narrow{{u"early", 1}, {u"mid", 2}, {u"late later", 3}};
    const int at = tokens.is(i, u"the") ? i + 1 : i;
    if (const int *third = edges.find(tokens.word(at)); third && tokens.is(at + 1, u"of"))
        return {at + 2, *third};
    const int *third = narrow.find(tokens.word(at));
    if (!third)
        return {i, 0};
    static const WordSet links(u"- in on");
    const int next = links.has(tokens.word(at + 1)) ? at + 2 : at + 1;
    return {tokens.is(next, u"the") && at == i && next == at + 2 ? next + 1 : next, *third};
}

} // namespace dateline
