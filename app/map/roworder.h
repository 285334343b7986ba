#pragma once

#include "map/incidenttable.h"

namespace dateline
{

/// What a list of incidents is sorted by.
enum class SortBy : std::uint8_t { Time, Title, Kind, Place, Origins, Status, Credibility, KnownAt };
inline constexpr int sortByCount = 8;

/// Whether it is sorted by texts, which the table does not hold.
[[nodiscard]] constexpr bool isByText(SortBy by)
{
    return by == SortBy::Title || by == SortBy::Place;
}

struct Sorting
{
    SortBy by = SortBy::Time;
    bool descending = false;

    friend bool operator==(const Sorting &, const Sorting &) = default;
};

/// Where an incident's text comes among the texts of all; equal for equal texts.
using TextRank = std::pair<IncidentId, std::uint32_t>;

/// All rows of @p table as @p sorting says: what has no value comes last either way, and equals stay by time.
///
/// @param byTime all rows as orderByDay() says.
/// @param ranks of the incidents that have a text, by ascending id, if isByText().
[[nodiscard]] std::vector<std::uint32_t> sortedRows(const IncidentTable &table, std::span<const std::uint32_t> byTime,
                                                    const Sorting &sorting, std::span<const TextRank> ranks);

} // namespace dateline
