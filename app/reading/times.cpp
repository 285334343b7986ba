#include "reading/times.h"

#include "reading/readingtext.h"
#include "reading/timescanner.h"
#include "reading/timexvalues.h"
#include "reading/zones.h"

#include <algorithm>

namespace dateline
{

namespace
{

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
    Resolver(const Tokens &tokens, const std::vector<Sentence> &sentences, std::vector<RawTime> raw,
             const std::optional<WrittenTime> &published)
        : m_tokens(tokens)
        , m_sentences(sentences)
        , m_raw(std::move(raw))
        , m_published(published)
    {
        if (published) {
            m_anchors = anchorsFrom(*published, published->zone);
            if (published->precision <= TimePrecision::Hour)
                m_until = published->instant;
        }
        m_anchors.narrative = isNarrative();
    }

    TextTimes resolve()
    {
        m_found.dated.reserve(m_raw.size());
        m_found.words.reserve(m_raw.size());
        for (std::size_t i = 0; i < m_raw.size(); ++i) {
            const RawTime &time = m_raw[i];
            if (time.undated)
                m_found.words.push_back({spanOf(time.first, time.next), time.undated->type, time.undated->value});
            if (time.days || time.clock)
                take(i);
        }
        return std::move(m_found);
    }

private:
    // The text tells of other years, one date after the other, and hardly ever of “Tuesday” or “last week”.
    bool isNarrative() const
    {
        if (!m_anchors.published)
            return false;
        constexpr int least = 5;
        int old = 0;
        int recent = 0;
        int leaning = 0;
        for (const RawTime &time : m_raw) {
            if (!time.days)
                continue;
            if (time.days->year)
                ++(*time.days->year + 1 < m_anchors.published->year() ? old : recent);
            else if (!time.days->fromBefore && (time.days->weekday != 0 || time.days->unit == DayWords::Unit::Day))
                ++leaning;
        }
        return old >= least && old > 3 * recent && old > 10 * leaning;
    }

    // Without the genitive of “Friday's announcement”.
    TextSpan spanOf(int first, int next) const
    {
        TextSpan span = m_tokens.span(first, next);
        if (m_tokens.word(next - 1).endsWith(QLatin1StringView("'s")))
            span.end -= 2;
        return span;
    }

    void take(std::size_t i)
    {
        RawTime &time = m_raw[i];
        TimeExpression expression{.span = spanOf(time.outer, time.next), .sentence = time.sentence};
        const bool noDay = time.wantsDay();
        QString borrowed;
        if (noDay)
            borrowed = borrowDay(i);
        expression.noDay = noDay && m_ownDay;
        expression.future = time.future;
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
        if (time.since && local)
            expression.until = m_until;
        if (!(time.days && time.days->beforeChrist))
            m_found.dated.push_back(expression);
        if (!time.undated)
            addWords(time);
        if (local && local->precision <= TimePrecision::Year && !(time.days && time.days->lasts))
            m_anchors.before = dateFromMinutes(local->begin);
    }

    void addWords(const RawTime &time)
    {
        const TextSpan span = spanOf(time.first, time.next);
        if (!time.days) {
            m_found.words.push_back({span, TimeType::Time, QStringLiteral("XXXX-XX-XX") + clockValue(*time.clock)});
            return;
        }
        if (time.daysEnd) {
            m_found.words.push_back(wordsOf(time.first, *time.days));
            m_found.words.push_back(wordsOf(time.daysEnd->first, *time.daysEnd));
            return;
        }
        if (time.days->lastDay && !time.clock) {
            DayWords first = *time.days;
            DayWords last = first;
            first.lastDay.reset();
            last.day = last.lastDay;
            last.lastDay.reset();
            // “6–7 February”: the two days are two expressions, the first a bare number or with its month.
            const int end = first.lastFirst > 0 ? first.lastFirst - 1 : first.next;
            m_found.words.push_back(
                {spanOf(time.first, end), TimeType::Date, timexFrom(first, localFrom(first, m_anchors))});
            m_found.words.push_back(wordsOf(first.lastFirst, last));
            return;
        }
        TimeWords words = wordsOf(time.first, *time.days);
        words.span = span;
        if (time.clock) {
            words.type = TimeType::Time;
            words.value = words.value.section(u'T', 0, 0) + clockValue(*time.clock);
        }
        m_found.words.push_back(words);
    }

    TimeWords wordsOf(int first, const DayWords &days) const
    {
        return {spanOf(first, days.next), timeTypeOf(days), timexFrom(days, localFrom(days, m_anchors))};
    }

    static QString clockValue(const Clock &clock)
    {
        return QStringLiteral("T%1:%2")
            .arg(clock.minute / 60 % 24, 2, 10, QLatin1Char('0'))
            .arg(clock.minute % 60, 2, 10, QLatin1Char('0'));
    }

    static bool namesADay(const RawTime &time)
    {
        return time.days && !time.daysEnd && time.days->namesDay() && !time.days->lasts;
    }

    /// Gives a bare clock time or part of a day the day that stands nearest: in its sentence, then in its paragraph.
    QString borrowDay(std::size_t i)
    {
        RawTime &time = m_raw[i];
        const auto paragraph = [this](const RawTime &t) {
            return m_sentences[static_cast<std::size_t>(t.sentence)].paragraph;
        };
        const auto borrow = [&time](const DayWords &day) {
            const DayWords own = time.days.value_or(DayWords{.first = time.first, .next = time.first});
            time.days = day;
            time.days->part = own.part;
            if (own.part != DayPart::None) {
                time.days->first = own.first;
                time.days->next = own.next;
            }
        };
        m_ownDay = false;
        constexpr std::size_t reach = 20; // Times looked at on either side.
        for (std::size_t k = i; k-- > 0 && i - k < reach && m_raw[k].sentence == time.sentence;) {
            if (namesADay(m_raw[k])) {
                const QString words = wordsOf(m_raw[k]);
                borrow(*m_raw[k].days);
                return ReadingText::tr("the day is “%1” in the same sentence").arg(words);
            }
        }
        for (std::size_t k = i + 1; k < std::min(m_raw.size(), i + reach) && m_raw[k].sentence == time.sentence; ++k) {
            if (namesADay(m_raw[k])) {
                const QString words = wordsOf(m_raw[k]);
                borrow(*m_raw[k].days);
                return ReadingText::tr("the day is “%1” in the same sentence").arg(words);
            }
        }
        for (std::size_t k = i; k-- > 0 && i - k < reach && paragraph(m_raw[k]) == paragraph(time);) {
            if (namesADay(m_raw[k])) {
                const QString words = wordsOf(m_raw[k]);
                borrow(*m_raw[k].days);
                return ReadingText::tr("the day is “%1” before it").arg(words);
            }
        }
        m_ownDay = true;
        if (m_anchors.published)
            borrow(DayWords{.first = time.first, .next = time.first, .unit = DayWords::Unit::Day});
        return ReadingText::tr("no day is named: taken as the document's date");
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
        std::optional<LocalSpan> local = localFrom(days, m_anchors);
        if (!local || !time.daysEnd)
            return local;
        DayWords endDays = *time.daysEnd;
        endDays.future = endDays.future || days.future;
        const std::optional<LocalSpan> end = localFrom(endDays, m_anchors);
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
        local.precision = time.around ? TimePrecision::Hour : TimePrecision::Minute;
        local.end = local.begin + (time.around ? 60 : 1);
        if (time.clockEnd) {
            local.end = day.begin + time.clockEnd->minute;
            local.end += local.end <= local.begin ? minutesADay : 0;
            const bool hours = clock.wholeHour && time.clockEnd->wholeHour;
            local.precision = hours ? TimePrecision::Hour : TimePrecision::Minute;
        }
        const DayWords &days = *time.days;
        const bool leans =
            !days.isDate() && !days.fromBefore && (days.weekday != 0 || days.unit == DayWords::Unit::Day);
        if (leans && m_published && m_published->precision <= TimePrecision::Hour) {
            expression.leaning = days;
            expression.leaning->part = DayPart::None;
            expression.minute = clock.minute;
            expression.published = m_published;
        }
        expression.zone = clock.zone;
        if (!clock.zone && time.other) {
            expression.zone = zoneFromClocks(clock, *time.other, day.begin);
            if (expression.zone) {
                local.reason += ReadingText::tr("; the two clock times put the zone at %1")
                                    .arg(*expression.zone == QTimeZone::utc() ? QStringLiteral("UTC")
                                                                              : nameFromZone(*expression.zone));
            }
        }
    }

    const Tokens &m_tokens;
    const std::vector<Sentence> &m_sentences;
    std::vector<RawTime> m_raw;
    std::optional<WrittenTime> m_published;
    TimeAnchors m_anchors;
    std::optional<UtcMinute> m_until;
    bool m_ownDay = false; ///< The last borrowed day was the document's.
    TextTimes m_found;
};

} // namespace

TextTimes textTimesFrom(const Tokens &tokens, const std::vector<Sentence> &sentences,
                        const std::optional<WrittenTime> &published)
{
    return Resolver(tokens, sentences, scanTimes(tokens, sentences), published).resolve();
}

std::vector<TimeExpression> timesFrom(const Tokens &tokens, const std::vector<Sentence> &sentences,
                                      const std::optional<WrittenTime> &published)
{
    return textTimesFrom(tokens, sentences, published).dated;
}

} // namespace dateline
