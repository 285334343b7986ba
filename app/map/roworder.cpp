#include "map/roworder.h"

#include <algorithm>
#include <bit>

namespace dateline
{

namespace
{

constexpr std::uint32_t noValue = std::numeric_limits<std::uint32_t>::max();

std::vector<std::uint32_t> keysFromRanks(const IncidentColumns &columns, std::span<const TextRank> ranks)
{
    // Both are by id; incidents may have come and gone since the texts were read.
    std::vector<std::uint32_t> keys(columns.size(), noValue);
    auto rank = ranks.begin();
    for (std::size_t row = 0; row < keys.size(); ++row) {
        while (rank != ranks.end() && numberOf(rank->first) < columns.id[row])
            ++rank;
        if (rank != ranks.end() && numberOf(rank->first) == columns.id[row])
            keys[row] = rank->second;
    }
    return keys;
}

/// The key of each row to sort it by, ascending.
std::vector<std::uint32_t> keysOf(const IncidentTable &table, SortBy by, std::span<const TextRank> ranks)
{
    const IncidentColumns &columns = table.columns();
    if (isByText(by))
        return keysFromRanks(columns, ranks);
    std::vector<std::uint32_t> keys(columns.size(), noValue);
    switch (by) {
    case SortBy::Kind: std::ranges::copy(columns.kind, keys.begin()); break;
    case SortBy::Status: std::ranges::copy(columns.status, keys.begin()); break;
    case SortBy::Credibility:
        std::ranges::transform(columns.credibility, keys.begin(),
                               [](std::uint8_t grade) { return grade == 0 ? noValue : grade; });
        break;
    case SortBy::Origins: std::ranges::copy(table.origins(), keys.begin()); break; // None while they are not known.
    case SortBy::KnownAt:
        std::ranges::transform(table.knownAt(), keys.begin(), [](std::int32_t known) {
            return known == IncidentTable::neverKnown ? noValue : static_cast<std::uint32_t>(known) ^ 0x80000000U;
        });
        break;
    default: break;
    }
    return keys;
}

struct Keyed
{
    std::uint32_t key = 0;
    std::uint32_t row = 0;
};

/// Fills @p rows with those of @p byTime and keys that sort ascending from 0.
/// @returns the greatest key that there may be: of those without a value.
std::uint32_t fill(std::vector<Keyed> &rows, std::span<const std::uint32_t> byTime,
                   const std::vector<std::uint32_t> &keys, bool descending)
{
    std::uint32_t least = noValue;
    std::uint32_t most = 0;
    for (const std::uint32_t key : keys) {
        least = std::min(least, key);
        most = key == noValue ? most : std::max(most, key);
    }
    least = std::min(least, most); // If none has a value.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t key = keys[byTime[i]];
        rows[i].row = byTime[i];
        rows[i].key = key == noValue ? most - least + 1 : descending ? most - key : key - least;
    }
    return most - least + 1;
}

/// Sorts @p rows by their keys, the greatest of which is @p greatest; equals keep their order.
void radixSort(std::vector<Keyed> &rows, std::uint32_t greatest)
{
    constexpr int bits = 11; // The counts lie in the nearest cache, and three passes do for any key.
    constexpr std::uint32_t mask = (1U << bits) - 1;
    std::vector<Keyed> sorted(rows.size());
    for (int shift = 0; shift < std::bit_width(greatest); shift += bits) {
        std::array<std::uint32_t, mask + 1> next{};
        for (const Keyed &row : rows)
            ++next[row.key >> shift & mask];
        std::uint32_t before = 0;
        for (std::uint32_t &place : next)
            before += std::exchange(place, before);
        for (const Keyed &row : rows)
            sorted[next[row.key >> shift & mask]++] = row;
        std::swap(rows, sorted);
    }
}

/// The dated ones the other way round.
std::vector<std::uint32_t> newestFirst(const IncidentColumns &columns, std::span<const std::uint32_t> byTime)
{
    std::vector<std::uint32_t> rows(byTime.begin(), byTime.end());
    const auto undated = std::ranges::partition_point(
        rows, [&columns](std::uint32_t row) { return columns.has(row, IncidentColumns::HasTime); });
    std::reverse(rows.begin(), undated);
    return rows;
}

} // namespace

std::vector<std::uint32_t> sortedRows(const IncidentTable &table, std::span<const std::uint32_t> byTime,
                                      const Sorting &sorting, std::span<const TextRank> ranks)
{
    if (sorting.by == SortBy::Time) {
        return sorting.descending ? newestFirst(table.columns(), byTime)
                                  : std::vector<std::uint32_t>(byTime.begin(), byTime.end());
    }
    std::vector<Keyed> rows(byTime.size());
    const std::uint32_t greatest = fill(rows, byTime, keysOf(table, sorting.by, ranks), sorting.descending);
    radixSort(rows, greatest);
    std::vector<std::uint32_t> sorted(rows.size());
    std::ranges::transform(rows, sorted.begin(), &Keyed::row);
    return sorted;
}

} // namespace dateline
