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

/// Which bins the times of all rows lie in, so that a change of the filter costs one short pass.
class TimeBinning
{
public:
    TimeBinning() = default;
    /// Of the times on @p clock: one pass over the columns. @p bins are at most 2047.
    TimeBinning(const IncidentTable &table, Clock clock, const TimeBins &bins);

    /// The histogram of what all parts of the filter show but the clock's own.
    /// @param table the same one, its rows, kinds and times unchanged.
    [[nodiscard]] Histogram histogramOf(const IncidentTable &table) const;

private:
    /// A row whose time meets more bins than slots are for, or lies only in part within them.
    struct Spread
    {
        std::uint32_t row;
        std::uint16_t first; ///< Of the bins that it meets.
        std::uint16_t last;
        float share; ///< Of the incident in each.
    };
    static constexpr std::size_t mostBins = 4; ///< That a slot is for.

    /// Of the incidents of @p kind that meet @p bin and, of the next ones, as many as make @p binCount.
    [[nodiscard]] std::size_t slotOf(std::size_t bin, std::size_t binCount, std::size_t kind) const
    {
        return ((binCount - 1) * m_binCount + bin) * kindCount + kind;
    }
    [[nodiscard]] std::size_t undatedSlot() const { return mostBins * m_binCount * kindCount; }
    [[nodiscard]] std::size_t outsideSlot() const { return undatedSlot() + 1; }
    [[nodiscard]] std::size_t spreadSlot() const { return undatedSlot() + 2; }

    std::size_t m_binCount = 0;
    std::uint16_t m_parts = 0; ///< All parts of the filter but the clock's own.
    std::vector<std::uint16_t> m_slots; ///< Of each row.
    std::vector<Spread> m_spreads; ///< By row.
};

} // namespace dateline
