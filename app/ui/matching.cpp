#include "ui/matching.h"

#include <algorithm>

namespace dateline
{

namespace
{

constexpr std::size_t mostFetched = 200; // Of one kind within a day of another: more are told apart by place alone.

} // namespace

std::optional<KnownEvent> knownEvent(const Case &of, const IncidentColumns &columns, const Incident &proposed)
{
    if (!proposed.when || !proposed.where)
        return std::nullopt;
    const auto minutesOf = [](UtcMinute time) { return time.time_since_epoch().count(); };
    const std::int64_t begin = minutesOf(proposed.when->span.begin - mostApart);
    const std::int64_t end = minutesOf(proposed.when->span.end + mostApart);
    std::vector<std::size_t> near;
    for (std::size_t row = 0; row < columns.size(); ++row) {
        if (columns.kind[row] == static_cast<std::uint8_t>(proposed.kind) && columns.begin[row] <= end
            && columns.end[row] >= begin && columns.has(row, IncidentColumns::HasTime)
            && columns.has(row, IncidentColumns::HasPlace))
            near.push_back(row);
    }
    const std::int64_t middle = (minutesOf(proposed.when->span.begin) + minutesOf(proposed.when->span.end)) / 2;
    const auto distance = [&](std::size_t row) { return std::abs(columns.begin[row] - middle); };
    const std::size_t most = std::min(mostFetched, near.size());
    std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(most), {}, distance);
    std::optional<KnownEvent> best;
    for (std::size_t i = 0; i < most; ++i) {
        Result<Incident> incident = of.incident(IncidentId{columns.id[near[i]]});
        if (!incident)
            continue;
        const std::optional<Resemblance> resemblance = sameEvent(proposed, *incident);
        if (resemblance && (!best || *resemblance < best->resemblance))
            best = KnownEvent{std::move(*incident), *resemblance};
    }
    return best;
}

} // namespace dateline
