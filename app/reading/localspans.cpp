#include "reading/dates.h"

#include "reading/readingtext.h"
#include "reading/yearchoice.h"

#include <array>

namespace dateline
{

namespace
{

using Unit = DayWords::Unit;
using Which = DayWords::Which;

constexpr std::array<std::pair<int, int>, 9> partHours{
    {{0, 24}, {0, 6}, {4, 7}, {6, 12}, {12, 18}, {18, 24}, {18, 30}, {18, 24}, {-6, 6}}};

LocalSpan spanOfDays(QDate first, QDate end, TimePrecision precision, QString reason)
{
    return {minutesFrom(first), minutesFrom(end), precision, std::move(reason), false};
}

// A third of a month: “early” to the 10th, “mid” to the 20th, “late” from the 21st.
LocalSpan spanOfMonth(QDate first, int third, const QString &reason)
{
    const QDate end = first.addMonths(1);
    if (third == 0)
        return spanOfDays(first, end, TimePrecision::Month, reason);
    return spanOfDays(first.addDays(10LL * (third - 1)), third == 3 ? end : first.addDays(10LL * third),
                      TimePrecision::Week, reason);
}

/// Puts day and month of “05/09/2022” in the order of the document's country; the other order stays possible unless only
/// one of them lies close before the document's date.
void orderNumbers(int &day, int &month, int year, const TimeAnchors &anchors, LocalSpan &span)
{
    if (anchors.monthFirst)
        std::swap(day, month);
    span.ambiguous = true;
    span.reason = anchors.monthFirst ? ReadingText::tr("read as month, day, year; it could also be day first")
                                     : ReadingText::tr("read as day, month, year; it could also be month first");
    if (!anchors.published)
        return;
    const auto fits = [&](QDate date) {
        return date.isValid() && date <= *anchors.published && date.daysTo(*anchors.published) <= 60;
    };
    if (!fits(QDate(year, month, day)) || fits(QDate(year, day, month)))
        return;
    span.ambiguous = false;
    span.reason = ReadingText::tr("day and month in the order that lies close before the document's date");
}

std::optional<LocalSpan> fromDate(const DayWords &words, const TimeAnchors &anchors)
{
    if (words.day && !words.month && !words.year) {
        // “the 13th”: of the month told of, or the last such day.
        const auto base = anchors.narrative || !anchors.published ? anchors.before : anchors.published;
        if (!base)
            return std::nullopt;
        QDate date(base->year(), base->month(), *words.day);
        if (!anchors.narrative && anchors.published && date > *base && !words.future)
            date = QDate(base->year(), base->month(), 1).addMonths(-1).addDays(*words.day - 1);
        if (!date.isValid())
            return std::nullopt;
        return spanOfDays(date, date.addDays(1), TimePrecision::Day,
                          ReadingText::tr("a day of the month that is spoken of"));
    }
    const auto known = yearOf(words, anchors);
    if (!known)
        return std::nullopt;
    const int year = known->year;
    if (!words.month)
        return spanOfDays(QDate(year, 1, 1), QDate(year + 1, 1, 1), TimePrecision::Year,
                          ReadingText::tr("the year as written"));
    int month = *words.month;
    if (!words.day) {
        const QDate first(year, month, 1);
        return spanOfMonth(first, words.third, known->reason);
    }
    int day = *words.day;
    LocalSpan order{.reason = known->reason};
    if (words.numeric)
        orderNumbers(day, month, year, anchors, order);
    const QDate first(year, month, day);
    const QDate last = words.lastDay ? QDate(year, month, *words.lastDay) : first;
    if (!first.isValid() || !last.isValid())
        return std::nullopt;
    LocalSpan span = spanOfDays(first, last.addDays(1), TimePrecision::Day, order.reason);
    span.ambiguous = order.ambiguous;
    return span;
}

LocalSpan fromWeekday(const DayWords &words, QDate published)
{
    const int back = (published.dayOfWeek() - words.weekday + 7) % 7;
    QDate date = published.addDays(-back);
    QString rule = ReadingText::tr("the last such day on or before the document's date, %1");
    if (words.which == Which::Last) {
        date = back == 0 ? date.addDays(-7) : date;
        rule = ReadingText::tr("the last such day before the document's date, %1");
    } else if (words.which == Which::This) {
        date = published.addDays(words.weekday - published.dayOfWeek());
        rule = ReadingText::tr("that day in the week of the document's date, %1");
    } else if (words.which == Which::Next || (words.future && back != 0)) {
        date = date.addDays(7);
        rule = ReadingText::tr("the next such day after the document's date, %1");
    }
    return spanOfDays(date, date.addDays(1), TimePrecision::Day, rule.arg(wordsOf(published)));
}

// Seasons as the north of the world has them: spring begins in March.
LocalSpan partOfYear(const DayWords &words, int year, const QString &reason)
{
    if (words.unit == Unit::Season) {
        const QDate first = QDate(year, words.ordinal * 3, 1);
        return spanOfDays(first, first.addMonths(3), TimePrecision::Month, reason);
    }
    const int months = words.unit == Unit::Half ? 6 : 3;
    const QDate first = QDate(year, 1, 1).addMonths(months * (words.ordinal - 1));
    return spanOfDays(first, first.addMonths(months), TimePrecision::Month, reason);
}

std::optional<LocalSpan> fromPartOfYear(const DayWords &words, const TimeAnchors &anchors)
{
    DayWords asMonth = words;
    asMonth.month = words.unit == Unit::Season ? words.ordinal * 3
        : words.unit == Unit::Half             ? words.ordinal * 6 - 5
                                               : words.ordinal * 3 - 2;
    const auto known = yearOf(asMonth, anchors);
    return known ? std::optional(partOfYear(words, known->year, known->reason)) : std::nullopt;
}

LocalSpan fromLongPeriod(const DayWords &words)
{
    const int years = words.unit == Unit::Century ? 100 : 10;
    return spanOfDays(QDate(*words.year, 1, 1), QDate(*words.year + years, 1, 1), TimePrecision::Year,
                      ReadingText::tr("the years as written"));
}

std::optional<LocalSpan> fromHours(const DayWords &words, const TimeAnchors &anchors, const QString &reason)
{
    const qint64 day = minutesFrom(*anchors.published);
    if (words.lasts) {
        const int days = (std::abs(words.offset) + 23) / 24;
        if (!anchors.publishedMinute)
            return spanOfDays(anchors.published->addDays(-days), anchors.published->addDays(1), TimePrecision::Day,
                              reason);
        const qint64 now = day + *anchors.publishedMinute;
        return LocalSpan{now + words.offset * 60LL, now, TimePrecision::Hour, reason, false};
    }
    if (!anchors.publishedMinute || words.fromBefore)
        return std::nullopt;
    const qint64 begin = day + (*anchors.publishedMinute / 60 + words.offset) * 60LL;
    return LocalSpan{begin, begin + 60, TimePrecision::Hour, reason, false};
}

std::optional<LocalSpan> fromOffset(const DayWords &words, const TimeAnchors &anchors)
{
    // In a tale of other years “the end of the year” is that of the year told of.
    const bool told = words.fromBefore
        || (anchors.narrative && words.unit != Unit::Day && words.which == Which::Nearest && words.offset == 0);
    const std::optional<QDate> base = told ? anchors.before : anchors.published;
    if (!base)
        return std::nullopt;
    const QString reason = told ? ReadingText::tr("counted from the date named before it, %1").arg(wordsOf(*base))
                                : ReadingText::tr("counted from the document's date, %1").arg(wordsOf(*base));
    const auto stretch = [&](QDate first, QDate end, TimePrecision precision) {
        return spanOfDays(first, end, precision, reason);
    };
    const int last = words.offset + words.length;
    switch (words.unit) {
    case Unit::Hour: return fromHours(words, anchors, reason);
    case Unit::Week: {
        const QDate monday = base->addDays(1 - base->dayOfWeek());
        const QDate end = words.untilNow ? std::max(*base, monday.addDays(1)) : monday.addDays(7LL * last);
        return stretch(monday.addDays(7LL * words.offset), end, TimePrecision::Week);
    }
    case Unit::Weekend: {
        // “at the weekend” is the last that has begun.
        const int back = words.which == Which::Nearest && base->dayOfWeek() < 6 ? 1 : 0;
        const QDate saturday = base->addDays(6 - base->dayOfWeek()).addDays(7LL * (words.offset - back));
        return stretch(saturday, saturday.addDays(2), TimePrecision::Day);
    }
    case Unit::Month: {
        const QDate first(base->year(), base->month(), 1);
        if (words.third != 0)
            return spanOfMonth(first.addMonths(words.offset), words.third, reason);
        const QDate end = words.untilNow ? std::max(*base, first.addDays(1)) : first.addMonths(last);
        return stretch(first.addMonths(words.offset), end, TimePrecision::Month);
    }
    case Unit::Year:
    case Unit::Decade:
    case Unit::Century: {
        const int years = words.unit == Unit::Year ? 1 : words.unit == Unit::Decade ? 10 : 100;
        // “two decades ago” is in the decade of that year.
        const int year = base->year() / years * years;
        return stretch(QDate(year + words.offset * years, 1, 1), QDate(year + last * years, 1, 1), TimePrecision::Year);
    }
    default: return stretch(base->addDays(words.offset), base->addDays(last), TimePrecision::Day);
    }
}

} // namespace

std::optional<LocalSpan> localFrom(const DayWords &words, const TimeAnchors &anchors)
{
    if (words.beforeChrist)
        return std::nullopt;
    std::optional<LocalSpan> span;
    if (words.unit == Unit::Season || words.unit == Unit::Half || words.unit == Unit::Quarter)
        span = fromPartOfYear(words, anchors);
    else if (words.year && (words.unit == Unit::Decade || words.unit == Unit::Century))
        span = fromLongPeriod(words);
    else if (words.isDate())
        span = fromDate(words, anchors);
    else if (words.weekday != 0) {
        if (const auto base = words.fromBefore ? anchors.before : anchors.published)
            span = fromWeekday(words, *base);
    } else if (words.unit != Unit::None)
        span = fromOffset(words, anchors);
    if (span && span->precision == TimePrecision::Day && words.part != DayPart::None) {
        const auto [from, until] = partHours.at(static_cast<std::size_t>(words.part));
        const qint64 day = span->begin;
        const qint64 night = words.lastDay ? span->end - 24 * 60 : day;
        span->begin = day + from * 60;
        span->end = words.lastDay && until > 24 ? night + 6 * 60 : night + until * 60;
        span->precision = TimePrecision::PartOfDay;
    }
    return span;
}

qint64 minutesFrom(QDate date)
{
    return (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 24 * 60;
}

QDate dateFromMinutes(qint64 minutes)
{
    constexpr qint64 day = 24 * 60;
    return QDate(1970, 1, 1).addDays(minutes >= 0 ? minutes / day : (minutes - day + 1) / day);
}

} // namespace dateline
