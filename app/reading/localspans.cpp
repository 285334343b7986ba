#include "reading/dates.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <limits>

namespace dateline
{

namespace
{

constexpr std::array<std::pair<int, int>, 9> partHours{
    {{0, 24}, {0, 6}, {4, 7}, {6, 12}, {12, 18}, {18, 24}, {18, 30}, {18, 24}, {-6, 6}}};

QString wordsOf(QDate date)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, QStringLiteral("d MMMM yyyy"));
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Reading", text);
}

LocalSpan spanOfDays(QDate first, QDate end, TimePrecision precision, QString reason)
{
    return {minutesFrom(first), minutesFrom(end), precision, std::move(reason), false};
}

/// The year that brings month and day nearest to @p published; what lies far ahead is rarely meant.
int nearestYear(int month, std::optional<int> day, QDate published, bool future)
{
    // A day may lie a little ahead; a bare month that has not begun is last year's.
    const int wrongWay = day ? 8 : 40;
    int best = published.year();
    qint64 least = std::numeric_limits<qint64>::max();
    for (int year = published.year() - 1; year <= published.year() + 1; ++year) {
        const QDate date(year, month, day.value_or(1));
        if (!date.isValid())
            continue;
        qint64 distance = published.daysTo(date);
        const bool ahead = distance > 0;
        distance = std::abs(distance) * (ahead == future ? 1 : wrongWay);
        if (distance < least) {
            least = distance;
            best = year;
        }
    }
    return best;
}

std::optional<LocalSpan> fromDate(const DayWords &words, std::optional<QDate> published)
{
    if (!words.year && !published)
        return std::nullopt;
    int month = words.month.value_or(1);
    int day = words.day.value_or(1);
    const int year = words.year ? *words.year : nearestYear(month, words.day, *published, words.future);
    QString reason = words.year ? tr("the date as written")
                                : tr("the year is taken from the document's date, %1").arg(wordsOf(*published));
    if (!words.month)
        return spanOfDays(QDate(year, 1, 1), QDate(year + 1, 1, 1), TimePrecision::Year, tr("the year as written"));
    if (!words.day) {
        const QDate first(year, month, 1);
        return spanOfDays(first, first.addMonths(1), TimePrecision::Month, reason);
    }
    bool ambiguous = words.numeric;
    if (words.numeric && published) {
        // The reading that lies close before the document's date, if only one of the two does.
        const auto fits = [&](QDate date) {
            return date.isValid() && date <= *published && date.daysTo(*published) <= 60;
        };
        const bool dayFirst = fits(QDate(year, month, day));
        const bool monthFirst = fits(QDate(year, day, month));
        ambiguous = dayFirst == monthFirst;
        if (monthFirst && !dayFirst)
            std::swap(day, month);
        if (!ambiguous)
            reason = tr("day and month in the order that lies close before the document's date");
    }
    const QDate first(year, month, day);
    const QDate last = words.lastDay ? QDate(year, month, *words.lastDay) : first;
    if (!first.isValid() || !last.isValid())
        return std::nullopt;
    if (ambiguous)
        reason = tr("read as day, month, year; it could also be month first");
    LocalSpan span = spanOfDays(first, last.addDays(1), TimePrecision::Day, reason);
    span.ambiguous = ambiguous;
    return span;
}

LocalSpan fromWeekday(const DayWords &words, QDate published)
{
    const int back = (published.dayOfWeek() - words.weekday + 7) % 7;
    QDate date = published.addDays(-back);
    QString rule = tr("the last such day on or before the document's date, %1");
    if (words.which == DayWords::Which::Last) {
        date = back == 0 ? date.addDays(-7) : date;
        rule = tr("the last such day before the document's date, %1");
    } else if (words.which == DayWords::Which::This) {
        date = published.addDays(words.weekday - published.dayOfWeek());
        rule = tr("that day in the week of the document's date, %1");
    } else if (words.which == DayWords::Which::Next || (words.future && back != 0)) {
        date = date.addDays(7);
        rule = tr("the next such day after the document's date, %1");
    }
    return spanOfDays(date, date.addDays(1), TimePrecision::Day, rule.arg(wordsOf(published)));
}

LocalSpan fromOffset(const DayWords &words, QDate published)
{
    const QString reason = tr("counted from the document's date, %1").arg(wordsOf(published));
    const QDate monday = published.addDays(1 - published.dayOfWeek());
    switch (words.unit) {
    case DayWords::Unit::Week: {
        const QDate first = monday.addDays(7LL * words.offset);
        return spanOfDays(first, first.addDays(7LL * words.length), TimePrecision::Week, reason);
    }
    case DayWords::Unit::Weekend: {
        const QDate first = monday.addDays(7LL * words.offset + 5);
        return spanOfDays(first, first.addDays(2), TimePrecision::Day, reason);
    }
    case DayWords::Unit::Month: {
        const QDate first = QDate(published.year(), published.month(), 1).addMonths(words.offset);
        return spanOfDays(first, first.addMonths(words.length), TimePrecision::Month, reason);
    }
    case DayWords::Unit::Year: {
        const QDate first = QDate(published.year(), 1, 1).addYears(words.offset);
        return spanOfDays(first, first.addYears(words.length), TimePrecision::Year, reason);
    }
    case DayWords::Unit::Day:
    case DayWords::Unit::None: break;
    }
    const QDate first = published.addDays(words.offset);
    return spanOfDays(first, first.addDays(words.length), TimePrecision::Day, reason);
}

} // namespace

std::optional<LocalSpan> localFrom(const DayWords &words, std::optional<QDate> published)
{
    std::optional<LocalSpan> span;
    if (words.isDate())
        span = fromDate(words, published);
    else if (published && words.weekday != 0)
        span = fromWeekday(words, *published);
    else if (published)
        span = fromOffset(words, *published);
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

} // namespace dateline
