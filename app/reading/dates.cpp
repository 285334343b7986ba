#include "reading/dates.h"

#include "reading/calendar.h"
#include "reading/periods.h"
#include "reading/relativedays.h"
#include "reading/wordtable.h"
#include "reading/years.h"

namespace dateline
{

namespace
{

// A weekday with its date and part: “Tuesday, 13 September”, “Tuesday night”.
std::vector<DayWords> weekdayDateAt(const Tokens &tokens, int i)
{
    const int weekday = weekdayAt(tokens, i);
    if (weekday == 0)
        return {};
    int after = tokens.is(i + 1, u",") ? i + 2 : i + 1;
    if (tokens.is(after, u"the"))
        ++after;
    std::vector<DayWords> dates = calendarDatesAt(tokens, after);
    if (dates.size() == 1 && dates.front().day) {
        dates.front().first = i;
        return dates;
    }
    DayWords words{.first = i, .next = i + 1, .weekday = weekday};
    if (const DayPart *part = dayPartFrom(tokens.word(i + 1))) {
        words.part = *part;
        ++words.next;
    }
    static const WordSet overnight(u"overnight");
    if (overnight.has(tokens.word(i + 1))) {
        words.part = DayPart::Night;
        ++words.next;
    }
    return {words};
}

std::vector<DayWords> plainDaysAt(const Tokens &tokens, int i)
{
    if (tokens.isMark(i))
        return {};
    if (auto words = periodAt(tokens, i))
        return {*words};
    if (auto list = weekdayDateAt(tokens, i); !list.empty())
        return list;
    // “the 20 September”, “the 13th”, “the year 1950”
    const bool article = tokens.is(i, u"the") && tokens.isNumber(i + 1);
    static const WordSet years(u"year years");
    const bool year = tokens.is(i, u"the") && years.has(tokens.word(i + 1)) && yearNumberAt(tokens, i + 2) != 0;
    if (auto list = calendarDatesAt(tokens, year ? i + 2 : article ? i + 1 : i); !list.empty()) {
        if (year || (article && list.front().day))
            list.front().first = i;
        else if (article)
            return {};
        // “13 September evening”
        if (const DayPart *part = dayPartFrom(tokens.word(list.back().next)); part && list.back().day) {
            list.back().part = *part;
            ++list.back().next;
        }
        return list;
    }
    if (const auto words = relativeDaysAt(tokens, i))
        return {*words};
    return {};
}

struct PartPrefix
{
    DayPart part = DayPart::None;
    int next = 0; ///< Where a day may begin.
    int bare = 0; ///< Past the words of the part alone, without “of” or “on”.
};

// “early on”, “late”, “the night of”, “the early hours of”, “overnight into”, “pre-dawn on”.
PartPrefix partPrefixAt(const Tokens &tokens, int i)
{
    static const WordSet on(u"on in the , of");
    static const WordSet of(u"of on from the into to , between");
    const int at = tokens.is(i, u"the") ? i + 1 : i;
    const auto linked = [&](DayPart part, int from, const WordSet &links) {
        return PartPrefix{part, skipped(tokens, from, links, 2), from};
    };
    const bool early = tokens.is(at, u"early") || tokens.is(at, u"small") || tokens.is(at, u"earliest");
    if (early && tokens.is(at + 1, u"hours"))
        return linked(DayPart::Early, at + 2, of);
    if (early && tokens.is(at + 1, u"morning"))
        return linked(DayPart::Early, tokens.is(at + 2, u"hours") ? at + 3 : at + 2, of);
    if ((tokens.is(at, u"pre") || tokens.is(at, u"pre-")) && tokens.is(at + 1, u"-") && tokens.is(at + 2, u"dawn"))
        return linked(DayPart::Early, tokens.is(at + 3, u"hours") ? at + 4 : at + 3, of);
    if (tokens.is(at, u"predawn"))
        return linked(DayPart::Early, tokens.is(at + 1, u"hours") ? at + 2 : at + 1, of);
    if (tokens.is(i, u"early"))
        return linked(DayPart::Early, i + 1, on);
    if (tokens.is(i, u"late"))
        return linked(DayPart::Late, i + 1, on);
    if (tokens.is(i, u"overnight"))
        return linked(DayPart::Overnight, i + 1, of);
    const int inner =
        tokens.is(at, u"late") || tokens.is(at, u"mid") ? (tokens.is(at + 1, u"-") ? at + 2 : at + 1) : at;
    const DayPart *part = dayPartFrom(tokens.word(inner));
    // “Operation Dawn 5” is a name.
    if (part && !(tokens.at(inner).capital && tokens.isWord(inner - 1) && tokens.at(inner - 1).capital))
        return linked(*part, inner + 1, of);
    return {DayPart::None, i, i};
}

// “at dawn”, “in the morning”, “during the night”: the day is named elsewhere.
bool standsForPart(const Tokens &tokens, int i, const PartPrefix &prefix)
{
    static const WordSet leads(u"at in during by before after since until around");
    static const WordSet unclear(u"early late overnight");
    const bool lead = leads.has(tokens.word(i - 1)) && !unclear.has(tokens.word(i));
    if (!lead || tokens.isNumber(i - 2))
        return false;
    // “the morning session” and “at night” in general are no time.
    static const WordSet nouns(u"session light shift prayers prayer sky hours time raid raids market");
    if (tokens.is(i - 1, u"at") && tokens.is(i, u"night"))
        return false;
    return !nouns.has(tokens.word(prefix.bare))
        && (tokens.is(i, u"the") || prefix.part == DayPart::Dawn || tokens.is(i - 1, u"by") || tokens.is(i - 1, u"at"));
}

// “earlier on Tuesday”, “later that month”, “earlier this week”.
std::vector<DayWords> laterAt(const Tokens &tokens, int i)
{
    static const WordSet set(u"earlier later");
    if (!set.has(tokens.word(i)))
        return {};
    static const WordSet links(u"on in");
    const bool linked = links.has(tokens.word(i + 1));
    const int at = linked ? i + 2 : i + 1;
    auto list = plainDaysAt(tokens, at);
    if (list.size() != 1)
        return {};
    list.front().first = i;
    using Unit = DayWords::Unit;
    const Unit unit = list.front().unit;
    const bool running = list.front().which == DayWords::Which::This && (unit == Unit::Week || unit == Unit::Month);
    list.front().untilNow = running && tokens.is(i, u"earlier");
    return list;
}

} // namespace

int skipped(const Tokens &tokens, int at, const WordSet &set, int most)
{
    for (int k = 0; k < most && set.has(tokens.word(at)); ++k)
        ++at;
    return at;
}

std::vector<DayWords> daysAt(const Tokens &tokens, int i)
{
    const PartPrefix prefix = partPrefixAt(tokens, i);
    if (prefix.part != DayPart::None) {
        auto list = plainDaysAt(tokens, prefix.next);
        if (!list.empty() && list.front().isDate() && !list.front().day && list.front().month) {
            list.front().first = i;
            list.front().third = prefix.part == DayPart::Late ? 3 : 1;
            return list;
        }
        if (!list.empty()
            && (list.front().namesDay() || prefix.next == prefix.bare || prefix.part == DayPart::Early
                || prefix.part == DayPart::Late)) {
            list.front().first = i;
            if (list.front().part == DayPart::None)
                list.front().part = prefix.part;
            return list;
        }
        if (auto words = periodAt(tokens, i))
            return {*words};
        if (standsForPart(tokens, i, prefix)) {
            return {{.first = i, .next = prefix.bare, .part = prefix.part}};
        }
        if (prefix.part == DayPart::Overnight)
            return plainDaysAt(tokens, i);
        return {};
    }
    if (auto list = laterAt(tokens, i); !list.empty())
        return list;
    if (const Edge edge = edgeAt(tokens, i); edge.next > i) {
        auto list = plainDaysAt(tokens, edge.next);
        if (!list.empty() && !list.front().namesDay()) {
            list.front().first = i;
            list.front().third = list.front().month ? edge.third : 0;
            return list;
        }
    }
    return plainDaysAt(tokens, i);
}

} // namespace dateline
