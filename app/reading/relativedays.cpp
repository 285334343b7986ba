#include "reading/relativedays.h"

#include "reading/wordtable.h"

namespace dateline
{

namespace
{

std::optional<DayWords> relativeDayAt(const Tokens &tokens, int i)
{
    struct Row
    {
        int offset;
        DayPart part;
    };
    static const WordTable<Row> table{{u"today today's", {0, DayPart::None}},
                                      {u"yesterday yesterday's", {-1, DayPart::None}},
                                      {u"tomorrow", {1, DayPart::None}},
                                      {u"tonight", {0, DayPart::Night}},
                                      {u"overnight", {0, DayPart::Overnight}}};
    const Row *row = table.find(tokens.word(i));
    if (!row)
        return std::nullopt;
    DayWords words{.first = i, .next = i + 1, .unit = DayWords::Unit::Day, .offset = row->offset, .part = row->part};
    if (const DayPart *part = dayPartFrom(tokens.word(i + 1)); part && row->part == DayPart::None) {
        words.part = *part;
        ++words.next;
    }
    return words;
}

const WordTable<DayWords::Unit> &units()
{
    static const WordTable<DayWords::Unit> table{{u"day days hour hours", DayWords::Unit::Day},
                                                 {u"week weeks", DayWords::Unit::Week},
                                                 {u"weekend", DayWords::Unit::Weekend},
                                                 {u"month months", DayWords::Unit::Month},
                                                 {u"year years", DayWords::Unit::Year}};
    return table;
}

// “last week”, “this morning”, “next month”, “last Tuesday”, “over the weekend”.
std::optional<DayWords> whichAt(const Tokens &tokens, int i)
{
    using Which = DayWords::Which;
    static const WordTable<Which> table{
        {u"last past previous", Which::Last}, {u"this", Which::This}, {u"next coming", Which::Next}};
    const QStringView word = tokens.word(i + 1);
    DayWords words{.first = i, .next = i + 2};
    if (tokens.is(i, u"the") && word == u"weekend" && (tokens.is(i - 1, u"over") || tokens.is(i - 1, u"at"))) {
        words.unit = DayWords::Unit::Weekend;
        words.offset = -1;
        return words;
    }
    const Which *which = table.find(tokens.word(i));
    if (!which)
        return std::nullopt;
    words.which = *which;
    const int offset = *which == Which::Last ? -1 : *which == Which::Next ? 1 : 0;
    if (const int weekday = weekdayAt(tokens, i + 1)) {
        words.weekday = weekday;
        if (const DayPart *part = dayPartFrom(tokens.word(words.next))) {
            words.part = *part;
            ++words.next;
        }
        return words;
    }
    const DayPart *part = dayPartFrom(word);
    if (part && (*which == Which::This || word == u"night")) {
        words.unit = DayWords::Unit::Day;
        words.offset = offset;
        words.part = *part;
        return words;
    }
    static const WordSet single(u"week weekend month year");
    if (single.has(word)) {
        words.unit = *units().find(word);
        words.offset = offset;
        return words;
    }
    return std::nullopt;
}

// “three days ago”; “in the past 24 hours”, “over the last two weeks”.
std::optional<DayWords> countedAt(const Tokens &tokens, int i)
{
    const bool past = (tokens.is(i, u"past") || tokens.is(i, u"last")) && tokens.is(i - 1, u"the");
    const int from = past ? i + 1 : i;
    Count count = countAt(tokens, from);
    if (count.next == from && tokens.is(from, u"a"))
        count = {1, from + 1};
    const DayWords::Unit *unit = units().find(tokens.word(count.next));
    if (count.next == from || !unit || count.value < 1 || count.value > 400)
        return std::nullopt;
    const bool hours = tokens.word(count.next).startsWith(u"hour");
    const int value = hours ? static_cast<int>((count.value + 23) / 24) : static_cast<int>(count.value);
    DayWords words{.first = i, .next = count.next + 1, .unit = *unit, .offset = -value};
    if (past) {
        words.length = value + 1;
        return words;
    }
    if (!tokens.is(count.next + 1, u"ago") || hours)
        return std::nullopt;
    words.next = count.next + 2;
    return words;
}

} // namespace

std::optional<DayWords> relativeDaysAt(const Tokens &tokens, int i)
{
    for (const auto &reader : {relativeDayAt, whichAt, countedAt}) {
        if (const auto words = reader(tokens, i))
            return words;
    }
    return std::nullopt;
}

const DayPart *dayPartFrom(QStringView word)
{
    static const WordTable<DayPart> table{{u"morning", DayPart::Morning},    {u"afternoon", DayPart::Afternoon},
                                          {u"evening", DayPart::Evening},    {u"night", DayPart::Night},
                                          {u"dawn daybreak", DayPart::Dawn}, {u"dusk", DayPart::Evening}};
    return table.find(word);
}

int weekdayAt(const Tokens &tokens, int i)
{
    static const WordTable<int> table{{u"monday monday's mon", 1},
                                      {u"tuesday tuesday's tue tues", 2},
                                      {u"wednesday wednesday's wed", 3},
                                      {u"thursday thursday's thu thurs", 4},
                                      {u"friday friday's fri", 5},
                                      {u"saturday saturday's", 6},
                                      {u"sunday sunday's", 7}};
    const int *day = table.find(tokens.word(i));
    // “Sat”, “sun” and “wed” are words; of the short forms only those before a comma count.
    if (!day || !tokens.at(i).capital || (tokens.word(i).size() <= 5 && !tokens.is(i + 1, u",")))
        return 0;
    return *day;
}

} // namespace dateline
