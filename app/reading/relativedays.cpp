#include "reading/relativedays.h"

#include "reading/calendar.h"
#include "reading/periods.h"
#include "reading/wordtable.h"

namespace dateline
{

namespace
{

using Unit = DayWords::Unit;
using Which = DayWords::Which;

void takePart(const Tokens &tokens, DayWords &words)
{
    if (const DayPart *part = dayPartFrom(tokens.word(words.next)); part && words.part == DayPart::None) {
        words.part = *part;
        ++words.next;
    }
}

std::optional<DayWords> relativeDayAt(const Tokens &tokens, int i)
{
    struct DayWord
    {
        int offset = 0;
        DayPart part = DayPart::None;
    };
    static const WordTable<DayWord> table{{u"today today's", {0, DayPart::None}},
                                          {u"yesterday yesterday's", {-1, DayPart::None}},
                                          {u"tomorrow", {1, DayPart::None}},
                                          {u"tonight", {0, DayPart::Night}},
                                          {u"overnight", {0, DayPart::Overnight}}};
    const DayWord *row = table.find(tokens.word(i));
    if (!row)
        return std::nullopt;
    DayWords words{.first = i, .next = i + 1, .unit = Unit::Day, .offset = row->offset, .part = row->part};
    takePart(tokens, words);
    return words;
}

struct WhichWord
{
    Which which = Which::Nearest;
    bool fromBefore = false;
};

const WhichWord *whichFrom(Word word)
{
    static const WordTable<WhichWord> table{
        {u"last past", {Which::Last, false}},         {u"this", {Which::This, false}},
        {u"next coming", {Which::Next, false}},       {u"following", {Which::Next, true}},
        {u"previous preceding", {Which::Last, true}}, {u"that same", {Which::This, true}}};
    return table.find(word);
}

int offsetOf(Which which)
{
    return which == Which::Last ? -1 : which == Which::Next ? 1 : 0;
}

// “last week”, “this morning”, “next month”, “last Tuesday”, “the following day”, “that same year”, “last summer”.
std::optional<DayWords> whichAt(const Tokens &tokens, int i)
{
    const bool the = tokens.is(i, u"the");
    int at = the ? i + 1 : i;
    const WhichWord *row = whichFrom(tokens.word(at));
    if (!row)
        return std::nullopt;
    const bool same = tokens.is(at + 1, u"same") || tokens.is(at + 1, u"very");
    at += same ? 2 : 1;
    if (tokens.is(at, u"fiscal"))
        ++at;
    DayWords words{.first = i, .next = at + 1, .which = row->which};
    words.fromBefore = row->fromBefore || same;
    words.offset = offsetOf(row->which);
    const Word noun = tokens.word(at);
    // “the last week of September” is no week of the document's.
    if (the && row->which == Which::Last && !row->fromBefore && tokens.is(at + 1, u"of"))
        return std::nullopt;
    const bool past = tokens.is(at - 1, u"past");
    if (const int weekday = weekdayAt(tokens, at)) {
        words.weekday = weekday;
        takePart(tokens, words);
        return words;
    }
    if (const int month = monthNameAt(tokens, at)) {
        words.month = month;
        return words;
    }
    if (const int season = seasonFrom(noun)) {
        words.unit = Unit::Season;
        words.ordinal = season;
        return words;
    }
    const DayPart *part = dayPartFrom(noun);
    if (part && (row->which == Which::This || words.fromBefore || the || noun == u"night")) {
        words.unit = Unit::Day;
        words.fromBefore = words.fromBefore || (the && row->which == Which::Next);
        words.part = *part;
        return words;
    }
    static const WordSet single(u"day week weekend month year decade century");
    static const WordSet possessive(u"week's month's year's day's");
    if (!single.has(noun) && !possessive.has(noun))
        return std::nullopt;
    words.unit = *timeUnitFrom(noun);
    if (words.unit == Unit::Day) {
        // “the last day of fighting”, “to this day” are no days that one could count to.
        if ((!the && !words.fromBefore) || (row->which != Which::Next && !words.fromBefore && !past))
            return std::nullopt;
        words.fromBefore = words.fromBefore || row->which == Which::Next;
        takePart(tokens, words);
    }
    if (past) {
        words.lasts = true;
        words.length = 2;
    }
    return words;
}

std::optional<DayWords> weekendAt(const Tokens &tokens, int i)
{
    if (!tokens.is(i, u"the") || !tokens.is(i + 1, u"weekend"))
        return std::nullopt;
    return DayWords{.first = i, .next = i + 2, .unit = Unit::Weekend};
}

// “three days ago”, “in the past 24 hours”, “the next two weeks”, “two days later”, “a year earlier”.
std::optional<DayWords> countedAt(const Tokens &tokens, int i)
{
    const bool the = tokens.is(i, u"the");
    const int lead = the ? i + 1 : i;
    const bool past = tokens.is(lead, u"past") || tokens.is(lead, u"last") || tokens.is(lead, u"previous");
    const bool ahead = tokens.is(lead, u"next") || tokens.is(lead, u"coming") || tokens.is(lead, u"following");
    if (the && !past && !ahead)
        return std::nullopt;
    const int from = past || ahead ? lead + 1 : lead;
    Count count = countAt(tokens, from);
    if (count.next == from && !past && !ahead && (tokens.is(from, u"a") || tokens.is(from, u"an")))
        count = {1, from + 1};
    if (count.next == from || count.value < 1 || count.value > 400)
        return std::nullopt;
    const Unit *unit = timeUnitFrom(tokens.word(count.next));
    if (!unit)
        return std::nullopt;
    const int value = static_cast<int>(count.value);
    DayWords words{.first = i, .next = count.next + 1, .unit = *unit, .offset = past || !ahead ? -value : 0};
    if (past || ahead) {
        words.lasts = true;
        words.count = value;
        words.length = value + (past || *unit != Unit::Day ? 1 : 0);
        return words;
    }
    const int behind = words.next;
    if (tokens.is(behind, u"ago")) {
        words.next = behind + 1;
        return words;
    }
    static const WordSet back(u"earlier previously");
    const bool before = tokens.is(behind, u"before") && (tokens.isMark(behind + 1) || behind + 1 >= tokens.size());
    if ((before || back.has(tokens.word(behind))) && !tokens.is(behind + 1, u"than")) {
        words.next = behind + 1;
        words.fromBefore = true;
        return words;
    }
    if (tokens.is(behind, u"later")) {
        words.next = behind + 1;
        words.offset = value;
        words.fromBefore = true;
        return words;
    }
    return std::nullopt;
}

// “the end of the month”, “the same day” are read elsewhere; here only “the year” and the like behind such words.
std::optional<DayWords> besideAt(const Tokens &tokens, int i)
{
    // “the day after”, “the day before”: counts only where nothing follows that it could be before.
    if (!tokens.is(i, u"the") || !tokens.is(i + 1, u"day"))
        return std::nullopt;
    if (tokens.is(i + 2, u"before") && tokens.is(i + 3, u"yesterday"))
        return DayWords{.first = i, .next = i + 4, .unit = Unit::Day, .offset = -2};
    if (tokens.is(i + 2, u"after") && tokens.is(i + 3, u"tomorrow"))
        return DayWords{.first = i, .next = i + 4, .unit = Unit::Day, .offset = 2};
    const bool after = tokens.is(i + 2, u"after");
    if ((!after && !tokens.is(i + 2, u"before")) || !(tokens.isMark(i + 3) || i + 3 >= tokens.size()))
        return std::nullopt;
    return DayWords{.first = i, .next = i + 3, .unit = Unit::Day, .offset = after ? 1 : -1, .fromBefore = true};
}

} // namespace

std::optional<DayWords> relativeDaysAt(const Tokens &tokens, int i)
{
    for (const auto &reader : {relativeDayAt, weekendAt, countedAt, whichAt, besideAt}) {
        if (const auto words = reader(tokens, i))
            return words;
    }
    return std::nullopt;
}

const DayPart *dayPartFrom(Word word)
{
    static const WordTable<DayPart> table{
        {u"morning", DayPart::Morning},
        {u"afternoon", DayPart::Afternoon},
        {u"evening dusk nightfall sunset", DayPart::Evening},
        {u"night", DayPart::Night},
        {u"dawn daybreak sunrise", DayPart::Dawn},
    };
    return table.find(word);
}

int weekdayAt(const Tokens &tokens, int i)
{
    static const WordTable<int> table{{u"monday monday's mon", 1},
                                      {u"tuesday tuesday's tue tues", 2},
                                      {u"wednesday wednesday's wed", 3},
                                      {u"thursday thursday's thu thur thurs", 4},
                                      {u"friday friday's fri", 5},
                                      {u"saturday saturday's", 6},
                                      {u"sunday sunday's", 7}};
    const int *day = table.find(tokens.word(i));
    // “Sat”, “sun” and “wed” are words; of the short forms only those before a comma count.
    if (!day || !tokens.at(i).capital || (tokens.word(i).size() <= 5 && !tokens.is(i + 1, u",")))
        return 0;
    return *day;
}

const DayWords::Unit *timeUnitFrom(Word word)
{
    static const WordTable<Unit> table{{u"hour hours", Unit::Hour},
                                       {u"day days day's days'", Unit::Day},
                                       {u"week weeks week's", Unit::Week},
                                       {u"weekend weekends", Unit::Weekend},
                                       {u"month months month's", Unit::Month},
                                       {u"year years year's", Unit::Year},
                                       {u"decade decades", Unit::Decade},
                                       {u"century centuries", Unit::Century}};
    return table.find(word);
}

} // namespace dateline
