#pragma once

#include "map/incidenttable.h"

#include <vector>

namespace dateline
{

/// A row of equal stretches of time.
struct TimeBins
{
    std::int32_t first = 0; ///< Where the first begins, in minutes since 1970, UTC.
    std::int32_t minutes = 1; ///< The length of each.
    std::size_t count = 0;
};

/// How many incidents fall into a stretch of time.
struct HistogramBin
{
    std::array<std::uint32_t, kindCount> certain{}; ///< Whose whole time lies within it.
    std::array<float, kindCount> spread{}; ///< Shares of those whose time is longer, in equal parts over their bins.
};

/// Incidents over time.
struct Histogram
{
    std::vector<HistogramBin> bins;
    std::uint32_t undated = 0; ///< Those without a time on the clock.
    std::uint32_t outside = 0; ///< Those wholly before the first bin or after the last.
};

/// The histogram on @p clock of what all parts of the filter show but that clock's own; one pass over the table.
[[nodiscard]] Histogram histogramOf(const IncidentTable &table, Clock clock, const TimeBins &bins);

} // namespace dateline
