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

Histogram histogramOf(const IncidentTable &table, Clock clock, const TimeBins &bins)
{
    Histogram histogram;
    histogram.bins.resize(bins.count);
    const IncidentColumns &columns = table.columns();
    const bool known = clock == Clock::KnownAt;
    if (bins.count == 0 || (known && table.knownAt().empty()))
        return histogram;
    const BinFinder binOf(bins);
    const auto length = static_cast<std::uint32_t>(bins.count) * static_cast<std::uint32_t>(bins.minutes);
    const std::uint16_t own = bitOf(known ? FilterPart::KnownAt : FilterPart::Time);
    const auto others = static_cast<std::uint16_t>(~own);
    const std::uint16_t *hidden = table.hidden().data();
    const std::uint8_t *flags = columns.flags.data();
    const std::uint8_t *kinds = columns.kind.data();
    const std::int32_t *begins = known ? table.knownAt().data() : columns.begin.data();
    const std::int32_t *ends = columns.end.data();
    // Where shares begin and end; summed up at the end.
    std::vector<std::array<double, kindCount>> steps(bins.count + 1);
    const auto spread = [&](std::int64_t from, std::int64_t to, std::size_t kind) {
        const auto last = static_cast<std::int64_t>(bins.count) - 1;
        const double share = 1.0 / static_cast<double>(to - from + 1);
        steps[static_cast<std::size_t>(std::max<std::int64_t>(0, from))][kind] += share;
        steps[static_cast<std::size_t>(std::min(last, to)) + 1][kind] -= share;
    };
    std::uint32_t undated = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if ((hidden[row] & others) != 0)
            continue;
        if (known ? begins[row] == IncidentTable::neverKnown : (flags[row] & IncidentColumns::HasTime) == 0) {
            ++undated;
            continue;
        }
        // Of those before the first bin, the unsigned difference is beyond the last.
        const std::uint32_t from = static_cast<std::uint32_t>(begins[row]) - static_cast<std::uint32_t>(bins.first);
        const std::uint32_t to =
            known ? from : static_cast<std::uint32_t>(ends[row]) - 1U - static_cast<std::uint32_t>(bins.first);
        if (from < length && to < length) {
            const std::size_t bin = binOf(from);
            const std::size_t lastBin = binOf(to);
            if (bin == lastBin)
                ++histogram.bins[bin].certain[kinds[row]];
            else
                spread(static_cast<std::int64_t>(bin), static_cast<std::int64_t>(lastBin), kinds[row]);
            continue;
        }
        const std::int64_t first = floorQuotient(std::int64_t{begins[row]} - bins.first, bins.minutes);
        const std::int64_t last = known ? first : floorQuotient(std::int64_t{ends[row]} - 1 - bins.first, bins.minutes);
        if (last < 0 || first >= static_cast<std::int64_t>(bins.count))
            ++histogram.outside;
        else
            spread(first, last, kinds[row]);
    }
    histogram.undated = undated;
    std::array<double, kindCount> sum{};
    for (std::size_t bin = 0; bin < bins.count; ++bin) {
        for (std::size_t kind = 0; kind < kindCount; ++kind) {
            sum[kind] += steps[bin][kind];
            histogram.bins[bin].spread[kind] = static_cast<float>(std::max(0.0, sum[kind]));
        }
    }
    return histogram;
}

} // namespace dateline
