#include "reading/times.h"

#include "reading/clocks.h"
#include "reading/wordtable.h"

#include <QCoreApplication>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qint64 minutesADay = 24 * 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("Reading", text);
}

/// One expression as its words stand, before anything is resolved.
struct RawTime
{
    int first = 0;
    int next = 0;
    int sentence = 0;
    std::optional<Clock> clock = {};
    std::optional<Clock> other = {}; ///< The same moment in another zone, in parentheses.
    std::optional<Clock> clockEnd = {};
    std::optional<DayWords> days = {};
    std::optional<DayWords> daysEnd = {};
};

int skipped(const Tokens &tokens, int i, const WordSet &set, int most)
{
    for (int k = 0; k < most && set.has(tokens.word(i)); ++k)
        ++i;
    return i;
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
        markFuture();
        return std::move(m_raw);
    }

private:
    int take(int i, int sentence)
    {
        RawTime raw{.first = i, .next = i, .sentence = sentence};
        if (const auto clock = clockAt(m_tokens, i)) {
            takeClock(raw, *clock);
            takeDaysAfterClock(raw);
            m_raw.push_back(raw);
            return raw.next;
        }
        std::vector<DayWords> list = daysAt(m_tokens, i);
        if (list.empty())
            return i + 1;
        const bool between = m_tokens.is(i - 1, u"between");
        if (between && list.size() == 2) {
            list.front().next = list.back().next;
            raw.daysEnd = list.back();
            list.pop_back();
        }
        for (const DayWords &days : list) {
            raw.first = days.first;
            raw.next = days.next;
            raw.days = days;
            m_raw.push_back(raw);
        }
        if (list.size() == 1)
            takeRestOfDate(m_raw.back(), between);
        return std::max(m_raw.back().next, i + 1);
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
        if (m_tokens.is(raw.next, u")") || m_tokens.is(raw.next, u"]"))
            ++raw.next;
    }

    void takeDaysAfterClock(RawTime &raw)
    {
        static const WordSet connectors(u"on of the");
        int at = m_tokens.is(raw.next, u",") ? raw.next + 1 : raw.next;
        at = skipped(m_tokens, at, connectors, 2);
        const std::vector<DayWords> list = daysAt(m_tokens, at);
        const bool fits = list.size() == 1
            && (list.front().day || list.front().weekday != 0 || list.front().unit == DayWords::Unit::Day);
        if (!fits)
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
        if (!clock || raw.daysEnd
            || !(raw.days->day || raw.days->weekday != 0 || raw.days->unit == DayWords::Unit::Day))
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

    void markFuture()
    {
        static const WordSet ahead(u"will 'll scheduled due planned plans upcoming");
        for (RawTime &raw : m_raw) {
            if (!raw.days)
                continue;
            const int first = std::max(m_sentences[static_cast<std::size_t>(raw.sentence)].first, raw.first - 10);
            for (int i = first; i < raw.first; ++i)
                raw.days->future = raw.days->future || ahead.has(m_tokens.word(i))
                    || ((m_tokens.is(i, u"is") || m_tokens.is(i, u"are")) && m_tokens.is(i + 1, u"to"));
        }
    }

    const Tokens &m_tokens;
    const std::vector<Sentence> &m_sentences;
    std::vector<RawTime> m_raw;
};

/// The offset that two clocks of the same moment fix: “00:05 (2005 GMT)” is four hours ahead.
std::optional<QTimeZone> zoneFromClocks(const Clock &local, const Clock &other, qint64 dayBegin)
{
    if (!other.zone)
        return std::nullopt;
    qint64 ahead = ((local.minute - other.minute) % minutesADay + minutesADay) % minutesADay;
    constexpr qint64 furthestAhead = 13 * 60;
    if (ahead > furthestAhead)
        ahead -= minutesADay;
    ahead += other.zone->offsetFromUtc(QDateTime::fromSecsSinceEpoch(dayBegin * 60, QTimeZone::utc())) / 60;
    if (ahead % 15 != 0)
        return std::nullopt;
    return ahead == 0 ? QTimeZone::utc() : QTimeZone::fromSecondsAheadOfUtc(static_cast<int>(ahead * 60));
}

class Resolver
{
public:
    Resolver(const Tokens &tokens, const std::vector<Sentence> &sentences, std::optional<QDate> published)
        : m_tokens(tokens)
        , m_sentences(sentences)
        , m_published(published)
    {
    }

    std::vector<TimeExpression> resolve(std::vector<RawTime> raw)
    {
        std::vector<TimeExpression> found;
        found.reserve(raw.size());
        for (std::size_t i = 0; i < raw.size(); ++i) {
            RawTime &time = raw[i];
            TimeExpression expression{.span = m_tokens.span(time.first, time.next), .sentence = time.sentence};
            QString borrowed;
            if (time.clock && !time.days)
                borrowed = borrowDay(raw, i);
            std::optional<LocalSpan> local = localOf(time);
            expression.resolved = local.has_value();
            expression.clock = time.clock.has_value();
            expression.relative = !time.days || time.days->needsAnchor();
            if (local) {
                expression.local = *local;
                if (time.clock)
                    placeOnDay(expression, time, *local);
                if (!borrowed.isEmpty())
                    expression.local.reason = borrowed;
            }
            found.push_back(expression);
        }
        return found;
    }

private:
    static bool namesADay(const RawTime &time)
    {
        return time.days && !time.daysEnd
            && (time.days->day || time.days->weekday != 0 || time.days->unit == DayWords::Unit::Day);
    }

    /// Gives a bare clock time the day that stands nearest: in its sentence, then in its paragraph.
    QString borrowDay(std::vector<RawTime> &raw, std::size_t i)
    {
        RawTime &time = raw[i];
        const auto paragraph = [this](const RawTime &t) {
            return m_sentences[static_cast<std::size_t>(t.sentence)].paragraph;
        };
        constexpr std::size_t reach = 20; // Times looked at on either side.
        for (std::size_t k = i + 1; k < std::min(raw.size(), i + reach) && raw[k].sentence == time.sentence; ++k) {
            if (namesADay(raw[k])) {
                time.days = raw[k].days;
                time.days->part = DayPart::None;
                return tr("the day is “%1” in the same sentence").arg(wordsOf(raw[k]));
            }
        }
        for (std::size_t k = i; k-- > 0 && i - k < reach && paragraph(raw[k]) == paragraph(time);) {
            if (namesADay(raw[k])) {
                time.days = raw[k].days;
                time.days->part = DayPart::None;
                return tr("the day is “%1” before it").arg(wordsOf(raw[k]));
            }
        }
        if (m_published)
            time.days = DayWords{.first = time.first, .next = time.first, .unit = DayWords::Unit::Day};
        return tr("no day is named: taken as the document's date");
    }

    QString wordsOf(const RawTime &time) const
    {
        return m_tokens.span(time.days->first, time.days->next).in(m_tokens.text()).toString();
    }

    std::optional<LocalSpan> localOf(const RawTime &time) const
    {
        if (!time.days)
            return std::nullopt;
        DayWords days = *time.days;
        if (time.clock)
            days.part = DayPart::None;
        std::optional<LocalSpan> local = localFrom(days, m_published);
        if (!local || !time.daysEnd)
            return local;
        DayWords endDays = *time.daysEnd;
        endDays.future = endDays.future || days.future;
        const std::optional<LocalSpan> end = localFrom(endDays, m_published);
        if (!end)
            return local;
        if (end->end <= local->begin && time.days->weekday != 0)
            local->begin -= 7 * minutesADay;
        if (end->end <= local->begin)
            return local;
        local->end = end->end;
        local->precision = std::max(local->precision, end->precision);
        return local;
    }

    void placeOnDay(TimeExpression &expression, const RawTime &time, const LocalSpan &day) const
    {
        if (day.precision > TimePrecision::Day)
            return;
        const Clock &clock = *time.clock;
        LocalSpan &local = expression.local;
        local.begin = day.begin + clock.minute;
        local.precision = clock.wholeHour ? TimePrecision::Hour : TimePrecision::Minute;
        local.end = local.begin + (clock.wholeHour ? 60 : 1);
        if (time.clockEnd) {
            local.end = day.begin + time.clockEnd->minute;
            local.end += local.end <= local.begin ? minutesADay : 0;
            local.precision = TimePrecision::Hour;
        }
        expression.zone = clock.zone;
        if (!clock.zone && time.other) {
            expression.zone = zoneFromClocks(clock, *time.other, day.begin);
            if (expression.zone) {
                local.reason += tr("; the two clock times put the zone at %1")
                                    .arg(*expression.zone == QTimeZone::utc() ? QStringLiteral("UTC")
                                                                              : nameFromZone(*expression.zone));
            }
        }
    }

    const Tokens &m_tokens;
    const std::vector<Sentence> &m_sentences;
    std::optional<QDate> m_published;
};

} // namespace

std::vector<TimeExpression> timesFrom(const Tokens &tokens, const std::vector<Sentence> &sentences,
                                      const std::optional<WrittenTime> &published)
{
    std::optional<QDate> day;
    if (published)
        day = localDateOf(*published);
    return Resolver(tokens, sentences, day).resolve(Scanner(tokens, sentences).scan());
}

} // namespace dateline
