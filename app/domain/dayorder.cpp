// The order of incidents in lists.
#include "domain/incidentcolumns.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace dateline
{

namespace
{

/// The earlier in a list, the less.
std::uint64_t listKey(const IncidentColumns &columns, std::uint32_t row)
{
    if (!columns.has(row, IncidentColumns::HasTime))
        return std::numeric_limits<std::uint64_t>::max();
    const auto unsignedFrom = [](std::int32_t value) { return static_cast<std::uint32_t>(value) ^ 0x80000000U; };
    return std::uint64_t{unsignedFrom(columns.day[row])} << 32U | unsignedFrom(columns.begin[row]);
}

struct Range
{
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = std::numeric_limits<std::int64_t>::min();

    void include(std::int64_t value)
    {
        least = std::min(least, value);
        most = std::max(most, value);
    }
    [[nodiscard]] std::int64_t count() const { return most < least ? 0 : most - least + 1; }
};

std::int64_t timeOfDay(const IncidentColumns &columns, std::uint32_t row)
{
    return columns.begin[row] - std::int64_t{columns.day[row]} * (24 * 60);
}

template<typename Each>
void forEachDated(const IncidentColumns &columns, const Each &each)
{
    for (std::uint32_t row = 0; row < columns.size(); ++row) {
        if (columns.has(row, IncidentColumns::HasTime))
            each(row);
    }
}

/// Where each of the values begins whose numbers @p counts has, each one place late.
void sumUp(std::vector<std::uint32_t> &counts)
{
    std::partial_sum(counts.begin(), counts.end(), counts.begin());
}

/// Puts the dated of @p columns, by day and then by begin, at the front of @p order.
///
/// By time of day first, then by day: each step leaves equals as they were. Nothing is compared, and what the second
/// step needs goes with the row, so that no column is read criss-cross.
void putInOrder(const IncidentColumns &columns, Range days, Range times, std::vector<std::uint32_t> &order)
{
    struct Placed
    {
        std::uint32_t day;
        std::uint32_t row;
    };
    const auto timeOf = [&](std::uint32_t row) {
        return static_cast<std::size_t>(timeOfDay(columns, row) - times.least);
    };
    const auto dayOf = [&](std::uint32_t row) { return static_cast<std::size_t>(columns.day[row] - days.least); };
    std::vector<std::uint32_t> timeBegins(static_cast<std::size_t>(times.count()) + 1);
    std::vector<std::uint32_t> dayBegins(static_cast<std::size_t>(days.count()) + 1);
    forEachDated(columns, [&](std::uint32_t row) {
        ++timeBegins[timeOf(row) + 1];
        ++dayBegins[dayOf(row) + 1];
    });
    sumUp(timeBegins);
    sumUp(dayBegins);
    std::vector<Placed> byTime(timeBegins.back());
    forEachDated(columns, [&](std::uint32_t row) {
        byTime[timeBegins[timeOf(row)]++] = {static_cast<std::uint32_t>(dayOf(row)), row};
    });
    for (const Placed &placed : byTime)
        order[dayBegins[placed.day]++] = placed.row;
}

} // namespace

bool isBefore(const IncidentColumns &columns, std::uint32_t a, std::uint32_t b)
{
    return std::pair(listKey(columns, a), a) < std::pair(listKey(columns, b), b);
}

std::vector<std::uint32_t> orderByDay(const IncidentColumns &columns)
{
    Range days;
    Range times;
    std::int64_t dated = 0;
    forEachDated(columns, [&](std::uint32_t row) {
        days.include(columns.day[row]);
        times.include(timeOfDay(columns, row));
        ++dated;
    });
    std::vector<std::uint32_t> order(columns.size());
    // Few incidents, or a file whose times are nonsense, may have more days than incidents.
    if (days.count() > 4 * dated || times.count() > 4 * dated) {
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::sort(order, [&columns](std::uint32_t a, std::uint32_t b) { return isBefore(columns, a, b); });
        return order;
    }
    putInOrder(columns, days, times, order);
    auto undated = order.begin() + dated;
    for (std::uint32_t row = 0; row < columns.size(); ++row) {
        if (!columns.has(row, IncidentColumns::HasTime))
            *undated++ = row;
    }
    return order;
}

} // namespace dateline
