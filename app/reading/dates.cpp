#include "reading/dates.h"

#include "reading/relativedays.h"
#include "reading/wordtable.h"

namespace dateline
{

namespace
{

const WordTable<int> &months()
{
    static const WordTable<int> table{{u"january jan", 1},  {u"february feb", 2},  {u"march mar", 3},
                                      {u"april apr", 4},    {u"may", 5},           {u"june jun", 6},
                                      {u"july jul", 7},     {u"august aug", 8},    {u"september sept sep", 9},
                                      {u"october oct", 10}, {u"november nov", 11}, {u"december dec", 12}};
    return table;
}

bool isMonthName(const Tokens &tokens, int i)
{
    return tokens.at(i).capital && months().has(tokens.word(i));
}

// A month's name beside a number; “Sept.” with its full stop.
struct MonthWord
{
    int month = 0;
    int next = 0;
};

MonthWord monthAt(const Tokens &tokens, int i)
{
    if (!isMonthName(tokens, i))
        return {0, i};
    static const WordSet whole(u"may june july");
    const bool shortened =
        tokens.word(i).size() <= 4 && !whole.has(tokens.word(i)) && tokens.is(i + 1, u".") && tokens.joined(i + 1);
    return {*months().find(tokens.word(i)), shortened ? i + 2 : i + 1};
}

struct DayNumber
{
    int day = 0;
    int next = 0;
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
    return {number, ending ? i + 2 : i + 1};
}

int yearNumber(const Tokens &tokens, int i)
{
    const int number = tokens.number(i);
    const bool joinedMark = tokens.joined(i + 1) && (tokens.is(i + 1, u":") || tokens.is(i + 1, u"%"));
    return tokens.digits(i) == 4 && number >= 1900 && number <= 2100 && !joinedMark ? number : 0;
}

// A year behind a day or month: “, 2020”, “2020”, “of 2020”.
void takeYear(const Tokens &tokens, DayWords &words)
{
    int at = words.next;
    if (tokens.is(at, u",") || tokens.is(at, u"of"))
        ++at;
    if (const int year = yearNumber(tokens, at)) {
        words.year = year;
        words.next = at + 1;
    }
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
            for (DayWords &words : list)
                words.year = list.back().year;
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

bool endsDate(const Tokens &tokens, int i)
{
    static const WordSet set(u"in at on and as when after before the to for with by near");
    return i >= tokens.size() || tokens.isMark(i) || set.has(tokens.word(i)) || tokens.at(i).capital;
}

bool leadsToMonth(const Tokens &tokens, int i)
{
    static const WordSet set(u"in of since until till by last early late mid this next from to during before after and "
                             u"through throughout between");
    return set.has(tokens.word(i)) || (tokens.is(i, u"-") && tokens.is(i - 1, u"mid"));
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
        if (!words.year && (shortened || !leadsToMonth(tokens, i - 1)))
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
    for (DayWords &each : list)
        each.year = list.back().year;
    return list;
}

bool isPluralNoun(const Tokens &tokens, int i)
{
    static const WordSet not_(u"as was has is its this us");
    const QStringView word = tokens.word(i);
    return tokens.isWord(i) && !tokens.at(i).capital && word.endsWith(u's') && !not_.has(word);
}

// “in 2020”, “early 2020”, “the 2020 war”.
std::optional<DayWords> yearAt(const Tokens &tokens, int i)
{
    static const WordSet before(
        u"in since during from until till by of early late mid before after year between through "
        u"summer spring autumn winter fall around to throughout and");
    const int year = yearNumber(tokens, i);
    if (year == 0 || isPluralNoun(tokens, i + 1) || (tokens.is(i + 1, u",") && tokens.joined(i + 2)))
        return std::nullopt;
    const bool and_ = tokens.is(i - 1, u"and") || tokens.is(i - 1, u"to");
    const bool listed = !and_ || yearNumber(tokens, i - 2) != 0;
    const bool mid = tokens.is(i - 1, u"-") && tokens.is(i - 2, u"mid");
    static const WordSet events(u"war conflict ceasefire truce agreement coup election uprising invasion revolution");
    const bool named = tokens.is(i - 1, u"the") && events.has(tokens.word(i + 1));
    if (!named && !mid && !(before.has(tokens.word(i - 1)) && listed))
        return std::nullopt;
    DayWords words{.first = i, .next = i + 1};
    words.year = year;
    return words;
}

// A weekday with its date and part: “Tuesday, 13 September”, “Tuesday night”.
std::vector<DayWords> weekdayDateAt(const Tokens &tokens, int i)
{
    const int weekday = weekdayAt(tokens, i);
    if (weekday == 0)
        return {};
    const int after = tokens.is(i + 1, u",") ? i + 2 : i + 1;
    for (const auto &reader : {dayFirstAt, monthFirstAt}) {
        std::vector<DayWords> dates = reader(tokens, after);
        if (dates.size() == 1 && dates.front().day) {
            dates.front().first = i;
            return dates;
        }
    }
    DayWords words{.first = i, .next = i + 1, .weekday = weekday};
    if (const DayPart *part = dayPartFrom(tokens.word(i + 1))) {
        words.part = *part;
        ++words.next;
    }
    return {words};
}

std::vector<DayWords> plainDaysAt(const Tokens &tokens, int i)
{
    if (tokens.isNumber(i)) {
        if (tokens.joined(i) && !tokens.is(i - 1, u"(") && !tokens.is(i - 1, u"-") && !tokens.is(i - 1, u"\u201C"))
            return {};
        if (const auto words = isoAt(tokens, i))
            return {*words};
        if (const auto words = numericAt(tokens, i))
            return {*words};
        if (auto list = dayFirstAt(tokens, i); !list.empty())
            return list;
        if (const auto words = yearAt(tokens, i))
            return {*words};
    } else if (!tokens.isWord(i)) {
        return {};
    }
    if (auto list = weekdayDateAt(tokens, i); !list.empty())
        return list;
    if (auto list = monthFirstAt(tokens, i); !list.empty())
        return list;
    if (const auto words = relativeDaysAt(tokens, i))
        return {*words};
    return {};
}

struct PartPrefix
{
    DayPart part = DayPart::None;
    int next = 0;
};

// “early on”, “late”, “the night of”, “the early hours of”, “overnight on”.
PartPrefix partPrefixAt(const Tokens &tokens, int i)
{
    const auto skip = [&tokens](int at, const WordSet &set) {
        for (int k = 0; k < 2 && set.has(tokens.word(at)); ++k)
            ++at;
        return at;
    };
    static const WordSet on(u"on in the");
    static const WordSet of(u"of on from the into to");
    if (tokens.is(i, u"early") && tokens.is(i + 1, u"hours"))
        return {DayPart::Early, skip(i + 2, of)};
    if (tokens.is(i, u"early"))
        return {DayPart::Early, skip(i + 1, on)};
    if (tokens.is(i, u"late"))
        return {DayPart::Late, skip(i + 1, on)};
    if (tokens.is(i, u"overnight") && of.has(tokens.word(i + 1)))
        return {DayPart::Overnight, skip(i + 1, of)};
    const DayPart *part = dayPartFrom(tokens.word(i));
    if (part && of.has(tokens.word(i + 1)))
        return {*part, skip(i + 1, of)};
    return {DayPart::None, i};
}

} // namespace

std::vector<DayWords> daysAt(const Tokens &tokens, int i)
{
    const PartPrefix prefix = partPrefixAt(tokens, i);
    if (prefix.part != DayPart::None) {
        if (auto list = plainDaysAt(tokens, prefix.next); !list.empty()) {
            list.front().first = i;
            if (list.front().part == DayPart::None)
                list.front().part = prefix.part;
            return list;
        }
    }
    if ((tokens.is(i, u"earlier") || tokens.is(i, u"later")) && tokens.is(i + 1, u"this")) {
        if (auto words = relativeDaysAt(tokens, i + 1)) {
            words->first = i;
            return {*words};
        }
    }
    return plainDaysAt(tokens, i);
}

} // namespace dateline
