#include "reading/calendar.h"

#include "reading/wordtable.h"

namespace dateline
{

namespace
{

// A month's name beside a number; “Sept.” with its full stop.
struct MonthWord
{
    int month = 0;
    int next = 0;
};

MonthWord monthAt(const Tokens &tokens, int i)
{
    const int month = monthNameAt(tokens, i);
    if (month == 0)
        return {0, i};
    static const WordSet whole(u"may june july");
    const bool shortened =
        tokens.word(i).size() <= 4 && !whole.has(tokens.word(i)) && tokens.is(i + 1, u".") && tokens.joined(i + 1);
    return {month, shortened ? i + 2 : i + 1};
}

struct DayNumber
{
    int day = 0;
    int next = 0;
    bool ordinal = false; ///< “13th”.
};

DayNumber dayAt(const Tokens &tokens, int i)
{
    static const WordSet endings(u"st nd rd th");
    const int number = tokens.number(i);
    if (tokens.digits(i) > 2 || number < 1 || number > 31)
        return {0, i};
    const bool ending = endings.has(tokens.word(i + 1)) && tokens.joined(i + 1);
    if (!ending && tokens.joined(i + 1) && (tokens.isWord(i + 1) || tokens.is(i + 1, u"%") || tokens.is(i + 1, u":")))
        return {0, i};
    return {number, ending ? i + 2 : i + 1, ending};
}

bool isRangeMark(const Tokens &tokens, int i)
{
    return tokens.is(i, u"-") || tokens.is(i, u"to");
}

// “2022-09-13”.
std::optional<DayWords> isoAt(const Tokens &tokens, int i)
{
    if (tokens.digits(i) != 4 || !tokens.is(i + 1, u"-") || !tokens.joined(i + 1) || tokens.digits(i + 2) != 2
        || !tokens.joined(i + 2) || !tokens.is(i + 3, u"-") || tokens.digits(i + 4) != 2 || !tokens.joined(i + 4))
        return std::nullopt;
    DayWords words{.first = i, .next = i + 5};
    words.year = tokens.number(i);
    words.month = tokens.number(i + 2);
    words.day = tokens.number(i + 4);
    return words;
}

// “13/09/2022”, “13.9.2022”, “9/13/22”.
std::optional<DayWords> numericAt(const Tokens &tokens, int i)
{
    const QStringView mark = tokens.word(i + 1);
    if (!(mark == u"/" || mark == u".") || tokens.digits(i) > 2 || tokens.digits(i + 2) > 2 || !tokens.is(i + 3, mark))
        return std::nullopt;
    const int yearDigits = tokens.digits(i + 4);
    for (int k = i + 1; k <= i + 4; ++k) {
        if (!tokens.joined(k))
            return std::nullopt;
    }
    if (yearDigits != 4 && !(yearDigits == 2 && mark == u"/"))
        return std::nullopt;
    DayWords words{.first = i, .next = i + 5};
    words.year = yearDigits == 2 ? 2000 + tokens.number(i + 4) : tokens.number(i + 4);
    int day = tokens.number(i);
    int month = tokens.number(i + 2);
    if (month > 12)
        std::swap(day, month);
    // Full stops part day-first dates everywhere; strokes part either.
    words.numeric = mark == u"/" && day <= 12 && month <= 12 && day != month;
    words.day = day;
    words.month = month;
    return QDate::isValid(*words.year, month, day) ? std::optional(words) : std::nullopt;
}

void shareYear(std::vector<DayWords> &list)
{
    for (DayWords &words : list) {
        words.year = list.back().year;
        words.yearOffset = list.back().yearOffset;
        words.fromBefore = list.back().fromBefore;
    }
}

// “13 September 2022”, “13th of September”, “9–11 May”, “9, 10 and 11 May 2020”.
std::vector<DayWords> dayFirstAt(const Tokens &tokens, int i)
{
    std::vector<DayWords> list;
    int at = i;
    for (int guard = 0; guard < 8; ++guard) {
        const DayNumber day = dayAt(tokens, at);
        if (day.day == 0)
            return {};
        list.push_back({.first = at, .next = day.next, .day = day.day});
        at = day.next;
        if (isRangeMark(tokens, at)) {
            const DayNumber last = dayAt(tokens, at + 1);
            if (last.day > day.day) {
                list.back().lastDay = last.day;
                list.back().next = at = last.next;
            }
        }
        const MonthWord month = monthAt(tokens, tokens.is(at, u"of") ? at + 1 : at);
        if (month.month != 0) {
            list.back().next = month.next;
            for (DayWords &words : list)
                words.month = month.month;
            takeYear(tokens, list.back());
            shareYear(list);
            return list;
        }
        const bool comma = tokens.is(at, u",");
        at += comma ? 1 : 0;
        const bool joiner = tokens.is(at, u"and") || tokens.is(at, u"or") || tokens.is(at, u"&");
        at += joiner ? 1 : 0;
        if (!comma && !joiner)
            return {};
    }
    return {};
}

// Words before a bare “May” or “March” that make it a month.
bool leadsToMonth(const Tokens &tokens, int i)
{
    static const WordSet set(u"in of since until till by last early late mid this next from to during before after and "
                             u"through throughout between previous following the");
    return set.has(tokens.word(i)) || (tokens.is(i, u"-") && tokens.is(i - 1, u"mid"));
}

// “May” is a verb and a name, “March” a verb, and short names are other words too; the rest are months anywhere.
bool standsAlone(const Tokens &tokens, int i)
{
    static const WordSet unclear(u"may march");
    static const WordSet names(u"april june august");
    const Word word = tokens.word(i);
    if (word.size() <= 3 || unclear.has(word))
        return false;
    const bool inName = tokens.joined(i + 1) || (tokens.isWord(i + 1) && tokens.at(i + 1).capital);
    return !names.has(word) || !inName;
}

// “September 13, 2022”, “May 9–11”, “March 2021”, “in March”.
std::vector<DayWords> monthFirstAt(const Tokens &tokens, int i)
{
    const MonthWord month = monthAt(tokens, i);
    if (month.month == 0)
        return {};
    DayWords words{.first = i, .next = month.next, .month = month.month};
    const DayNumber day = dayAt(tokens, month.next);
    if (day.day == 0) {
        takeYear(tokens, words);
        const bool shortened = tokens.word(i).size() == 3 && !tokens.is(i, u"may");
        if (words.needsAnchor() && !words.yearOffset && !words.fromBefore
            && (shortened || !(leadsToMonth(tokens, i - 1) || standsAlone(tokens, i))))
            return {};
        return {words};
    }
    words.day = day.day;
    words.next = day.next;
    if (isRangeMark(tokens, day.next)) {
        const DayNumber last = dayAt(tokens, day.next + 1);
        if (last.day > day.day) {
            words.lastDay = last.day;
            words.next = last.next;
        }
    }
    std::vector<DayWords> list{words};
    const DayNumber second = dayAt(tokens, words.next + 1);
    if ((tokens.is(words.next, u"and") || tokens.is(words.next, u"&")) && second.day > 0
        && endsDate(tokens, second.next)) {
        list.push_back({.first = words.next + 1, .next = second.next, .month = month.month, .day = second.day});
    }
    takeYear(tokens, list.back());
    shareYear(list);
    return list;
}

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
        u"in since during from until till by of early late mid before after year years between through "
        u"summer spring autumn winter fall around to throughout and (");
    static const WordSet strict(u"and to");
    if (strict.has(tokens.word(i)))
        return yearNumberAt(tokens, i - 1) != 0 || monthNameAt(tokens, i - 2) != 0;
    return before.has(tokens.word(i)) || (tokens.is(i, u"-") && (tokens.is(i - 1, u"mid") || yearNumberAt(tokens, i - 1)))
        || (tokens.is(i, u",") && yearNumberAt(tokens, i - 1) != 0);
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

// “in 2020”, “early 2020”, “the 2020 war”, “(1916–17)”.
std::vector<DayWords> yearAt(const Tokens &tokens, int i)
{
    static const WordSet events(u"war conflict ceasefire truce agreement coup election elections uprising invasion "
                                u"revolution campaign offensive treaty peace season census constitution");
    static const WordSet counted(u"km m men soldiers people troops yards miles feet metres meters tons of percent");
    const int year = yearNumberAt(tokens, i);
    if (year == 0 || (tokens.is(i + 1, u",") && tokens.joined(i + 2)))
        return {};
    // Numbers below 1900 count things as often as years.
    const bool modern = year >= 1900;
    const bool named = modern && events.has(tokens.word(i + 1));
    const bool led = leadsToYear(tokens, i - 1);
    if (!named && (!led || isPluralNoun(tokens, i + 1) || counted.has(tokens.word(i + 1))
                   || (!modern && !endsDate(tokens, i + 1))))
        return {};
    std::vector<DayWords> list{{.first = i, .next = i + 1, .year = year}};
    if (const auto second = shortYearAt(tokens, i + 1, year))
        list.push_back(*second);
    return list;
}

// “490 BC”, “146 B.C.”
std::optional<DayWords> beforeChristAt(const Tokens &tokens, int i)
{
    if (tokens.digits(i) == 0 || tokens.digits(i) > 4)
        return std::nullopt;
    DayWords words{.first = i, .next = i + 2, .year = tokens.number(i), .unit = DayWords::Unit::Year};
    words.beforeChrist = true;
    if (tokens.is(i + 1, u"bc") || tokens.is(i + 1, u"bce"))
        return words;
    if (!tokens.is(i + 1, u"b") || !tokens.is(i + 2, u".") || !tokens.is(i + 3, u"c") || !tokens.joined(i + 3))
        return std::nullopt;
    words.next = tokens.is(i + 4, u".") && tokens.joined(i + 4) ? i + 5 : i + 4;
    return words;
}

} // namespace

std::vector<DayWords> calendarDatesAt(const Tokens &tokens, int i)
{
    if (!tokens.isNumber(i))
        return tokens.at(i).capital ? monthFirstAt(tokens, i) : std::vector<DayWords>{};
    static const WordSet openers(u"( - \u201C \u2018 / ,");
    if (tokens.joined(i) && !openers.has(tokens.word(i - 1)))
        return {};
    if (const auto words = isoAt(tokens, i))
        return {*words};
    if (const auto words = numericAt(tokens, i))
        return {*words};
    if (auto list = dayFirstAt(tokens, i); !list.empty())
        return list;
    if (const auto words = beforeChristAt(tokens, i))
        return {*words};
    if (auto list = yearAt(tokens, i); !list.empty())
        return list;
    // “on the 13th” of the month that is spoken of.
    const DayNumber day = dayAt(tokens, i);
    static const WordSet leads(u"on until by from to of and");
    if (day.ordinal && tokens.is(i - 1, u"the") && leads.has(tokens.word(i - 2)) && endsDate(tokens, day.next)
        && !tokens.at(day.next).capital)
        return {{.first = i, .next = day.next, .day = day.day}};
    return {};
}

int monthNameAt(const Tokens &tokens, int i)
{
    static const WordTable<int> months{{u"january jan", 1},  {u"february feb", 2},  {u"march mar", 3},
                                       {u"april apr", 4},    {u"may", 5},           {u"june jun", 6},
                                       {u"july jul", 7},     {u"august aug", 8},    {u"september sept sep", 9},
                                       {u"october oct", 10}, {u"november nov", 11}, {u"december dec", 12}};
    if (!tokens.at(i).capital)
        return 0;
    const int *month = months.find(tokens.word(i));
    return month ? *month : 0;
}

int yearNumberAt(const Tokens &tokens, int i)
{
    if (tokens.digits(i) != 4)
        return 0;
    const int number = tokens.number(i);
    const bool joinedMark = tokens.joined(i + 1)
        && (tokens.is(i + 1, u":") || tokens.is(i + 1, u"%") || (tokens.isWord(i + 1) && !tokens.is(i + 1, u"s")));
    return number >= 1000 && number <= 2100 && !joinedMark ? number : 0;
}

void takeYear(const Tokens &tokens, DayWords &words)
{
    int at = words.next;
    if (tokens.is(at, u",") || tokens.is(at, u"of"))
        ++at;
    if (const int year = yearNumberAt(tokens, at)) {
        words.year = year;
        words.next = at + 1;
        return;
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
