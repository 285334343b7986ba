#include "reading/timescanner.h"

#include "reading/wordtable.h"
#include "reading/zones.h"

namespace dateline
{

namespace
{

// Words that may begin an expression of time; all other tokens are passed over at the cost of one look.
bool mayBegin(const Tokens &tokens, int i)
{
    static const WordSet set(
        u"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        u"eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety a an half several few some many most "
        u"numerous hundreds the this that these those another other its his her their our every each per last past "
        u"next coming following previous preceding first second third fourth final latter recent intervening entire "
        u"whole subsequent remaining same early late earlier later small mid pre predawn overnight today today's "
        u"yesterday yesterday's tomorrow tonight noon midday midnight dawn daybreak sunrise dusk nightfall sunset "
        u"morning afternoon evening night nights spring summer autumn fall winter now currently nowadays presently "
        u"recently lately daily everyday nightly hourly weekly monthly quarterly yearly annually minute hour day week "
        u"month year decade century seconds minutes hours days weeks months years decades centuries future present "
        u"fifth sixth seventh eighth ninth tenth season rest outset opening month's year's dry rainy wet monsoon right "
        u"shortly fifteenth sixteenth seventeenth eighteenth nineteenth twentieth end beginning start middle quarter couple "
        u"january february march april may june july august september october november december jan feb mar apr jun "
        u"jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday monday's tuesday's "
        u"wednesday's thursday's friday's saturday's sunday's mon tue tues wed thu thur thurs fri mondays tuesdays "
        u"wednesdays thursdays fridays saturdays sundays");
    return tokens.isNumber(i) || (tokens.isWord(i) && set.has(tokens.word(i)));
}

bool joinsRange(const Tokens &tokens, int i, bool between)
{
    return tokens.is(i, u"to") || tokens.is(i, u"until") || tokens.is(i, u"till") || tokens.is(i, u"-")
        || (between && tokens.is(i, u"and"));
}

class Scanner
{
public:
    Scanner(const Tokens &tokens, const std::vector<Sentence> &sentences)
        : m_tokens(tokens)
        , m_sentences(sentences)
    {
    }

    std::vector<RawTime> scan()
    {
        for (int s = 0; s < static_cast<int>(m_sentences.size()); ++s) {
            const Sentence &sentence = m_sentences[static_cast<std::size_t>(s)];
            for (int i = sentence.first; i < sentence.last;)
                i = take(i, s);
        }
        shareYears();
        for (RawTime &raw : m_raw) {
            markFuture(raw);
            takeLead(raw);
        }
        return std::move(m_raw);
    }

private:
    int take(int i, int sentence)
    {
        if (!mayBegin(m_tokens, i))
            return i + 1;
        RawTime raw{.first = i, .next = i, .sentence = sentence};
        if (const auto clock = clockAt(m_tokens, i)) {
            takeClock(raw, *clock);
            takeDaysAfterClock(raw);
            m_raw.push_back(raw);
            return raw.next;
        }
        std::vector<DayWords> list = daysAt(m_tokens, i);
        if (list.empty())
            return takeUndated(raw);
        const bool between = m_tokens.is(i - 1, u"between");
        int next = list.back().next;
        if (list.size() == 2 && (between || list.back().endsRange)) {
            raw.daysEnd = list.back();
            list.pop_back();
        }
        for (const DayWords &days : list) {
            raw.first = days.first;
            raw.next = &days == &list.back() ? next : days.next;
            raw.days = days;
            m_raw.push_back(raw);
        }
        if (list.size() == 1)
            takeRestOfDate(m_raw.back(), between);
        return std::max(m_raw.back().next, i + 1);
    }

    int takeUndated(RawTime &raw)
    {
        raw.undated = undatedAt(m_tokens, raw.first);
        if (!raw.undated)
            return raw.first + 1;
        raw.next = raw.undated->next;
        raw.first = std::max(raw.first, raw.undated->first);
        // “the last week of September” is a week, and in September.
        if (raw.undated->type == TimeType::Duration && m_tokens.is(raw.next, u"of")) {
            const std::vector<DayWords> list = daysAt(m_tokens, raw.next + 1);
            if (list.size() == 1 && (list.front().month || list.front().year) && !list.front().day) {
                raw.days = list.front();
                raw.next = list.front().next;
            }
        }
        m_raw.push_back(raw);
        return raw.next;
    }

    void takeClock(RawTime &raw, const Clock &clock)
    {
        raw.clock = clock;
        raw.next = clock.next;
        takeOtherZone(raw);
        const bool between = m_tokens.is(raw.first - 1, u"between");
        if (!joinsRange(m_tokens, raw.next, between))
            return;
        if (const auto end = clockAt(m_tokens, raw.next + 1)) {
            raw.clockEnd = end;
            // “between 2:00 and 4:00 p.m.”: both are in the afternoon, unless that would turn them round.
            constexpr int half = 12 * 60;
            if (end->halfNamed && !raw.clock->halfNamed && end->minute >= half
                && raw.clock->minute + half < end->minute)
                raw.clock->minute += half;
            raw.next = end->next;
            if (!raw.clock->zone)
                raw.clock->zone = end->zone;
        }
    }

    // “(2005 GMT)” behind a local time, with or without parentheses closed.
    void takeOtherZone(RawTime &raw)
    {
        const bool stroke = m_tokens.is(raw.next, u"/");
        if (!m_tokens.is(raw.next, u"(") && !m_tokens.is(raw.next, u"[") && !stroke)
            return;
        const auto other = clockAt(m_tokens, raw.next + 1);
        if (!other || !other->zoned) {
            const auto zone = zoneAt(m_tokens, raw.next + 1);
            if (!stroke && zone && !raw.clock->zoned && m_tokens.is(zone->next, u")")) {
                raw.clock->zoned = true;
                raw.clock->zone = zone->zone;
                raw.next = zone->next + 1;
            }
            return;
        }
        raw.other = other;
        raw.next = other->next;
        // “(23:50 GMT on Monday)”: the day is told in the other zone, so that time counts.
        const int on = m_tokens.is(raw.next, u"on") ? raw.next + 1 : raw.next;
        if (const std::vector<DayWords> list = daysAt(m_tokens, on);
            list.size() == 1 && list.front().namesDay() && m_tokens.is(list.front().next, u")")) {
            raw.clock = other;
            raw.other.reset();
            raw.days = list.front();
            raw.next = list.front().next;
        }
        if (m_tokens.is(raw.next, u")") || m_tokens.is(raw.next, u"]"))
            ++raw.next;
    }

    void takeDaysAfterClock(RawTime &raw)
    {
        if (raw.days)
            return;
        static const WordSet connectors(u"on of the");
        int at = m_tokens.is(raw.next, u",") ? raw.next + 1 : raw.next;
        at = skipped(m_tokens, at, connectors, 2);
        const std::vector<DayWords> list = daysAt(m_tokens, at);
        if (list.size() != 1 || !list.front().namesDay())
            return;
        raw.days = list.front();
        raw.next = list.front().next;
    }

    void takeRestOfDate(RawTime &raw, bool between)
    {
        static const WordSet connectors(u", at around about by from since between t shortly just before after");
        if (joinsRange(m_tokens, raw.next, between)) {
            const std::vector<DayWords> end = daysAt(m_tokens, raw.next + 1);
            if (end.size() == 1 && !raw.daysEnd) {
                raw.daysEnd = end.front();
                raw.next = end.front().next;
                if (!raw.days->year && end.front().year)
                    raw.days->year = end.front().year;
                return;
            }
        }
        const int at = skipped(m_tokens, raw.next, connectors, 3);
        const auto clock = clockAt(m_tokens, at);
        if (!clock || raw.daysEnd || !raw.days->namesDay())
            return;
        RawTime later{.first = at, .next = at};
        takeClock(later, *clock);
        raw.clock = later.clock;
        raw.other = later.other;
        raw.clockEnd = later.clockEnd;
        raw.next = later.next;
    }

    // In “January 11 and November 26, 2021” the year stands for both.
    void shareYears()
    {
        static const WordSet joiners(u", and & or");
        for (std::size_t i = m_raw.size(); i-- > 1;) {
            const RawTime &after = m_raw[i];
            RawTime &before = m_raw[i - 1];
            if (before.sentence != after.sentence || !before.days || !after.days || !after.days->year
                || before.days->year || !before.days->month)
                continue;
            if (skipped(m_tokens, before.next, joiners, 3) == after.first)
                before.days->year = after.days->year;
        }
    }

    void markFuture(RawTime &raw) const
    {
        static const WordSet ahead(u"will 'll must shall scheduled due planned plans upcoming postponed expected");
        const int first = std::max(m_sentences[static_cast<std::size_t>(raw.sentence)].first, raw.first - 10);
        for (int i = first; i < raw.first && !raw.future; ++i)
            raw.future = ahead.has(m_tokens.word(i))
                || ((m_tokens.is(i, u"is") || m_tokens.is(i, u"are")) && m_tokens.is(i + 1, u"to"));
        raw.future = raw.future || (m_tokens.is(raw.first - 1, u"by") && raw.days && raw.days->weekday != 0);
        if (raw.days)
            raw.days->future = raw.future;
    }

    // The words before an expression that say how closely or how long it holds.
    void takeLead(RawTime &raw) const
    {
        static const WordSet near(u"around about approximately roughly");
        static const WordSet soon(u"shortly just soon");
        static const WordSet ranges(u"between from");
        raw.outer = raw.first;
        const int before = raw.first - 1;
        if (raw.undated)
            return;
        if (m_tokens.is(before, u"since")) {
            raw.since = true;
            raw.outer = before;
        } else if ((raw.clockEnd || raw.daysEnd || (raw.days && raw.days->lastDay))
                   && ranges.has(m_tokens.word(before))) {
            raw.outer = before;
        } else if (raw.clock && near.has(m_tokens.word(before))) {
            raw.around = true;
            raw.outer = before;
        } else if (raw.clock && m_tokens.is(before, u"after") && soon.has(m_tokens.word(before - 1))) {
            raw.around = true;
            raw.outer = before - 1;
        }
    }

    const Tokens &m_tokens;
    const std::vector<Sentence> &m_sentences;
    std::vector<RawTime> m_raw;
};

} // namespace

bool RawTime::wantsDay() const
{
    return (clock && !days)
        || (days && days->part != DayPart::None && !days->isDate() && days->weekday == 0
            && days->unit == DayWords::Unit::None);
}

std::vector<RawTime> scanTimes(const Tokens &tokens, const std::vector<Sentence> &sentences)
{
    return Scanner(tokens, sentences).scan();
}

} // namespace dateline
