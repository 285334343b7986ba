#include "map/timeaxis.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

using std::chrono::days;
using std::chrono::minutes;

constexpr int hourMinutes = 60;
constexpr int dayMinutes = 24 * hourMinutes;

// Bins are equal, so months and years stand for their mean lengths only where bins need not begin with them.
constexpr std::array binMinutes{1,
                                2,
                                5,
                                10,
                                15,
                                30,
                                hourMinutes,
                                2 * hourMinutes,
                                3 * hourMinutes,
                                6 * hourMinutes,
                                12 * hourMinutes,
                                dayMinutes,
                                2 * dayMinutes,
                                7 * dayMinutes,
                                14 * dayMinutes,
                                28 * dayMinutes,
                                91 * dayMinutes,
                                182 * dayMinutes,
                                365 * dayMinutes,
                                730 * dayMinutes,
                                1826 * dayMinutes};

// A week begins on a Monday, and 1 January 1970 was a Thursday.
constexpr int firstMonday = 4 * dayMinutes;

/// Steps of ticks: minutes below a month, then months.
struct Step
{
    int minutes = 0;
    int months = 0;

    [[nodiscard]] double meanMinutes() const { return minutes > 0 ? minutes : months * 30.4375 * dayMinutes; }
};
constexpr std::array<Step, 24> tickSteps{{{1, 0},
                                          {5, 0},
                                          {10, 0},
                                          {15, 0},
                                          {30, 0},
                                          {hourMinutes, 0},
                                          {2 * hourMinutes, 0},
                                          {3 * hourMinutes, 0},
                                          {6 * hourMinutes, 0},
                                          {12 * hourMinutes, 0},
                                          {dayMinutes, 0},
                                          {2 * dayMinutes, 0},
                                          {7 * dayMinutes, 0},
                                          {14 * dayMinutes, 0},
                                          {0, 1},
                                          {0, 2},
                                          {0, 3},
                                          {0, 6},
                                          {0, 12},
                                          {0, 24},
                                          {0, 60},
                                          {0, 120},
                                          {0, 240},
                                          {0, 600}}};

QString formatted(UtcMinute time, const QString &format)
{
    // Interface texts are English until translations are made, and so are the dates between them.
    return QLocale::c().toString(dateTimeFromUtc(time), format);
}

UtcMinute firstOf(int monthsSinceYear0)
{
    const QDate date(monthsSinceYear0 / 12, monthsSinceYear0 % 12 + 1, 1);
    return UtcMinute(days(QDate(1970, 1, 1).daysTo(date)));
}

TimeTick tickAt(UtcMinute time, const Step &step)
{
    const bool midnight = std::chrono::floor<days>(time) == time;
    const QDate date = dateTimeFromUtc(time).date();
    if (step.months >= 12)
        return {time, QString::number(date.year()), step.months < 120 ? false : date.year() % 100 == 0};
    if (step.months > 0)
        return {time, formatted(time, date.month() == 1 ? QStringLiteral("yyyy") : QStringLiteral("MMM")),
                date.month() == 1};
    if (step.minutes >= dayMinutes)
        return {time, formatted(time, QStringLiteral("d MMM")),
                date.day() <= step.minutes / dayMinutes && date.day() == 1};
    return {time, formatted(time, midnight ? QStringLiteral("d MMM") : QStringLiteral("HH:mm")), midnight};
}

} // namespace

TimeAxis::TimeAxis(UtcMinute begin, UtcMinute end, double widthPx)
    : m_begin(begin)
    , m_end(end)
    , m_widthPx(std::max(1.0, widthPx))
{
    const minutes length = std::clamp(m_end - m_begin, shortest, longest);
    if (length != m_end - m_begin) {
        m_begin += (m_end - m_begin - length) / 2;
        m_end = m_begin + length;
    }
}

double TimeAxis::xFromTime(UtcMinute time) const
{
    return static_cast<double>((time - m_begin).count()) / static_cast<double>((m_end - m_begin).count()) * m_widthPx;
}

UtcMinute TimeAxis::timeFromX(double x) const
{
    return m_begin + minutes(std::llround(x / m_widthPx * static_cast<double>((m_end - m_begin).count())));
}

TimeAxis TimeAxis::zoomed(double factor, double x) const
{
    const auto length = static_cast<double>((m_end - m_begin).count());
    const double wanted =
        std::clamp(length * factor, static_cast<double>(shortest.count()), static_cast<double>(longest.count()));
    const minutes before(std::llround(wanted * x / m_widthPx));
    const UtcMinute kept = timeFromX(x);
    return {kept - before, kept - before + minutes(std::llround(wanted)), m_widthPx};
}

TimeAxis TimeAxis::moved(minutes by) const
{
    return {m_begin + by, m_end + by, m_widthPx};
}

TimeBins TimeAxis::bins(double leastPx) const
{
    const double least = static_cast<double>((m_end - m_begin).count()) * leastPx / m_widthPx;
    const auto *fitting = std::ranges::find_if(binMinutes, [least](int length) { return length >= least; });
    const std::int64_t length = fitting == binMinutes.end() ? binMinutes.back() : *fitting;
    const std::int64_t anchor = length % (7 * dayMinutes) == 0 ? firstMonday : 0;
    const auto floored = [&](UtcMinute time) {
        const std::int64_t at = time.time_since_epoch().count() - anchor;
        return (at >= 0 ? at / length : -((-at + length - 1) / length)) * length + anchor;
    };
    const std::int64_t first = floored(m_begin);
    const std::int64_t past = floored(m_end - minutes(1)) + length;
    return {static_cast<std::int32_t>(first), static_cast<std::int32_t>(length),
            static_cast<std::size_t>((past - first) / length)};
}

std::vector<TimeTick> TimeAxis::ticks(double leastPx) const
{
    const double least = static_cast<double>((m_end - m_begin).count()) * leastPx / m_widthPx;
    const auto *fitting = std::ranges::find_if(tickSteps, [least](const Step &s) { return s.meanMinutes() >= least; });
    const Step step = fitting == tickSteps.end() ? tickSteps.back() : *fitting;
    std::vector<TimeTick> ticks;
    if (step.months > 0) {
        const QDate date = dateTimeFromUtc(m_begin).date();
        for (int month = (date.year() * 12 + date.month() - 1) / step.months * step.months;; month += step.months) {
            const UtcMinute time = firstOf(month);
            if (time >= m_end)
                return ticks;
            if (time >= m_begin)
                ticks.push_back(tickAt(time, step));
        }
    }
    const std::int64_t anchor = step.minutes % (7 * dayMinutes) == 0 ? firstMonday : 0;
    const minutes length(step.minutes);
    const std::int64_t before = (m_begin.time_since_epoch().count() - anchor) / step.minutes - 1;
    for (UtcMinute time(minutes(before * step.minutes + anchor)); time < m_end; time += length) {
        if (time >= m_begin)
            ticks.push_back(tickAt(time, step));
    }
    return ticks;
}

} // namespace dateline
