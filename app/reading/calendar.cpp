#include "reading/calendar.h"

#include "reading/wordtable.h"
#include "reading/years.h"

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
        words.beforeChrist = list.back().beforeChrist;
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
                list.back().lastFirst = at + 1;
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
                             u"through throughout between previous following");
    return set.has(tokens.word(i))
        || (tokens.is(i, u"-")
            && (tokens.is(i - 1, u"mid") || monthNameAt(tokens, i - 1) || yearNumberAt(tokens, i - 1)));
}

// “May” is a verb and a name, “March” a verb, and short names are other words too; the rest are months anywhere.
bool standsAlone(const Tokens &tokens, int i)
{
    static const WordSet unclear(u"may march");
    static const WordSet names(u"april june august");
    const Word word = tokens.word(i);
    if (word.size() <= 3 || unclear.has(word))
        return false;
    const bool inName = (tokens.isWord(i + 1) && tokens.at(i + 1).capital);
    // “The August”, “April Jones”
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
            words.lastFirst = day.next + 1;
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
    if (const auto words = yearBeforeChristAt(tokens, i))
        return {*words};
    if (auto list = yearsAt(tokens, i); !list.empty())
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

} // namespace dateline
