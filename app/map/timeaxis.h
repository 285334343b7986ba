#pragma once

#include "base/time.h"
#include "map/histogram.h"

#include <QString>

#include <vector>

namespace dateline
{

/// A mark on a time axis.
struct TimeTick
{
    UtcMinute time;
    QString words;
    bool major = false; ///< Where the next greater unit begins: a day among hours, a year among months.
};

/// The stretch of time that a timeline shows, from left to right.
class TimeAxis
{
public:
    static constexpr std::chrono::minutes shortest{30};
    static constexpr std::chrono::minutes longest{std::chrono::minutes(200LL * 366 * 24 * 60)};

    TimeAxis() = default;
    /// From @p begin to @p end; stretched or cut to shortest…longest.
    TimeAxis(UtcMinute begin, UtcMinute end, double widthPx);

    [[nodiscard]] UtcMinute begin() const { return m_begin; }
    [[nodiscard]] UtcMinute end() const { return m_end; }
    [[nodiscard]] double widthPx() const { return m_widthPx; }

    [[nodiscard]] double xFromTime(UtcMinute time) const; ///< In pixels; beyond 0…widthPx() where it is not shown.
    [[nodiscard]] UtcMinute timeFromX(double x) const;

    /// The axis @p factor times as long, with the time at @p x where it is.
    [[nodiscard]] TimeAxis zoomed(double factor, double x) const;
    [[nodiscard]] TimeAxis moved(std::chrono::minutes by) const;

    /// Bins of a length that people count in, at least @p leastPx wide, on the same times wherever the axis begins.
    [[nodiscard]] TimeBins bins(double leastPx) const;

    /// Marks at least @p leastPx apart, in UTC.
    [[nodiscard]] std::vector<TimeTick> ticks(double leastPx) const;

    friend bool operator==(const TimeAxis &, const TimeAxis &) = default;

private:
    UtcMinute m_begin{};
    UtcMinute m_end{std::chrono::minutes(24 * 60)};
    double m_widthPx = 1;
};

} // namespace dateline
