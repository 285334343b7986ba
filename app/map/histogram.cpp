#include "map/histogram.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

/// Finds the bins of minutes within all of them by a multiplication: dividing would take most of a pass.
class BinFinder
{
public:
    explicit BinFinder(const TimeBins &bins)
        : m_perMinute((std::uint64_t{1} << shift) / static_cast<std::uint64_t>(bins.minutes) + 1)
    {
        // Else a product would not fit, or the excess of the factor could reach the next bin.
        const auto minutes = static_cast<double>(bins.minutes);
        const auto count = static_cast<double>(bins.count);
        Q_ASSERT(count < 2048 && count * minutes * minutes < std::ldexp(1.0, shift));
    }
    /// @param offset since the first bin's begin.
    [[nodiscard]] std::size_t operator()(std::uint32_t offset) const { return offset * m_perMinute >> shift; }

private:
    static constexpr int shift = 52;
    std::uint64_t m_perMinute;
};

std::int64_t floorQuotient(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

} // namespace

TimeBinning::TimeBinning(const IncidentTable &table, Clock clock, const TimeBins &bins)
    : m_binCount(bins.count)
    , m_parts(static_cast<std::uint16_t>(~bitOf(partOf(clock))))
{
    const bool known = clock == Clock::KnownAt;
    if (bins.count == 0 || (known && table.knownAt().empty())) {
        m_binCount = 0;
        return;
    }
    const BinFinder binOf(bins);
    const IncidentColumns &columns = table.columns();
    const std::int32_t *begins = known ? table.knownAt().data() : columns.begin.data();
    const auto length = static_cast<std::uint32_t>(bins.count) * static_cast<std::uint32_t>(bins.minutes);
    m_slots.resize(table.size());
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (known ? begins[row] == IncidentTable::neverKnown : !columns.has(row, IncidentColumns::HasTime)) {
            m_slots[row] = static_cast<std::uint16_t>(undatedSlot());
            continue;
        }
        // Of those before the first bin, the unsigned difference is beyond the last.
        const std::int32_t end = known ? begins[row] : std::max(begins[row], columns.end[row] - 1);
        const std::uint32_t from = static_cast<std::uint32_t>(begins[row]) - static_cast<std::uint32_t>(bins.first);
        const std::uint32_t to = static_cast<std::uint32_t>(end) - static_cast<std::uint32_t>(bins.first);
        if (from < length && to < length && binOf(to) - binOf(from) < mostBins) {
            const std::size_t bin = binOf(from);
            m_slots[row] = static_cast<std::uint16_t>(slotOf(bin, binOf(to) - bin + 1, columns.kind[row]));
            continue;
        }
        const std::int64_t first = floorQuotient(std::int64_t{begins[row]} - bins.first, bins.minutes);
        const std::int64_t last = floorQuotient(std::int64_t{end} - bins.first, bins.minutes);
        const auto lastBin = static_cast<std::int64_t>(bins.count) - 1;
        const bool meets = last >= 0 && first <= lastBin;
        m_slots[row] = static_cast<std::uint16_t>(meets ? spreadSlot() : outsideSlot());
        if (meets)
            m_spreads.push_back({row, static_cast<std::uint16_t>(std::max<std::int64_t>(0, first)),
                                 static_cast<std::uint16_t>(std::min(last, lastBin)),
                                 1.0F / static_cast<float>(last - first + 1)});
    }
}

Histogram TimeBinning::histogramOf(const IncidentTable &table) const
{
    Histogram histogram;
    histogram.bins.resize(m_binCount);
    if (m_binCount == 0)
        return histogram;
    const std::uint16_t *hidden = table.hidden().data();
    // Rows that follow each other often have one slot, and an addition waits for the one before: so they take turns.
    constexpr std::size_t turns = 2;
    const std::size_t slotCount = spreadSlot() + 2;
    const std::size_t hiddenSlot = slotCount - 1;
    std::vector<std::uint32_t> counts(turns * slotCount);
    for (std::size_t row = 0; row < m_slots.size(); ++row) {
        const std::size_t slot = (hidden[row] & m_parts) == 0 ? m_slots[row] : hiddenSlot;
        ++counts[(row % turns) * slotCount + slot];
    }
    const auto countOf = [&](std::size_t slot) {
        std::uint32_t count = 0;
        for (std::size_t turn = 0; turn < turns; ++turn)
            count += counts[turn * slotCount + slot];
        return count;
    };
    histogram.undated = countOf(undatedSlot());
    histogram.outside = countOf(outsideSlot());
    // Where shares begin and end; summed up at the end.
    std::vector<std::array<double, kindCount>> steps(m_binCount + 1);
    const std::uint8_t *kinds = table.columns().kind.data();
    for (const Spread &spread : m_spreads) {
        const double share = (hidden[spread.row] & m_parts) == 0 ? static_cast<double>(spread.share) : 0;
        steps[spread.first][kinds[spread.row]] += share;
        steps[spread.last + std::size_t{1}][kinds[spread.row]] -= share;
    }
    for (std::size_t binCount = 2; binCount <= mostBins; ++binCount) {
        for (std::size_t bin = 0; bin + binCount <= m_binCount; ++bin) {
            for (std::size_t kind = 0; kind < kindCount; ++kind) {
                const double share = countOf(slotOf(bin, binCount, kind)) / static_cast<double>(binCount);
                steps[bin][kind] += share;
                steps[bin + binCount][kind] -= share;
            }
        }
    }
    std::array<double, kindCount> sum{};
    for (std::size_t bin = 0; bin < m_binCount; ++bin) {
        for (std::size_t kind = 0; kind < kindCount; ++kind) {
            sum[kind] += steps[bin][kind];
            histogram.bins[bin].certain[kind] = countOf(slotOf(bin, 1, kind));
            histogram.bins[bin].spread[kind] = static_cast<float>(std::max(0.0, sum[kind]));
        }
    }
    return histogram;
}

} // namespace dateline
