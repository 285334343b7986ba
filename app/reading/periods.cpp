#include "reading/periods.h"

#include "reading/calendar.h"
#include "reading/relativedays.h"
#include "reading/wordtable.h"

namespace dateline
{

namespace
{

using Unit = DayWords::Unit;

int ordinalFrom(Word word)
{
    static const WordTable<int> table{{u"first early", 1}, {u"second latter late", 2}, {u"third", 3},
                                      {u"fourth final last", 4}};
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
    static const WordSet other(u"offensive break games olympics capital");
    if (words.needsAnchor() && !words.yearOffset && (other.has(tokens.word(i + 1)) || (fall && !words.fromBefore)))
        return std::nullopt;
    // “Spring” in the middle of a name.
    if (words.needsAnchor() && tokens.at(i).capital && tokens.isWord(i + 1) && tokens.at(i + 1).capital)
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
    if (const int past = pastEdge(tokens, i); past > i) {
        auto words = periodAt(tokens, past);
        if (!words && tokens.is(past - 1, u"of"))
            words = currentAt(tokens, past);
        if (words)
            words->first = i;
        return words;
    }
    const int at = tokens.is(i, u"the") ? i + 1 : i;
    if (auto words = seasonAt(tokens, at, i))
        return words;
    if (auto words = partOfYearAt(tokens, at, i))
        return words;
    return longPeriodAt(tokens, i);
}

int seasonFrom(Word word)
{
    static const WordTable<int> table{{u"spring", 1}, {u"summer", 2}, {u"autumn fall", 3}, {u"winter", 4}};
    const int *season = table.find(word);
    return season ? *season : 0;
}

int pastEdge(const Tokens &tokens, int i)
{
    static const WordSet edges(u"end beginning start middle close outset");
    static const WordSet narrow(u"early late mid");
    const int at = tokens.is(i, u"the") ? i + 1 : i;
    if (edges.has(tokens.word(at)) && tokens.is(at + 1, u"of"))
        return at + 2;
    if (!narrow.has(tokens.word(at)))
        return i;
    static const WordSet links(u"- in on");
    const int next = links.has(tokens.word(at + 1)) ? at + 2 : at + 1;
    return tokens.is(next, u"the") && at == i && next == at + 2 ? next + 1 : next;
}

} // namespace dateline
