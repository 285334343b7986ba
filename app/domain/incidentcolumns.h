#pragma once

#include "base/ids.h"
#include "domain/incidentsource.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// What filters, map, timeline and lists need of every incident, column by column; a million take 45 MB.
///
/// Row i of every column is the same incident; rows are in the order of id.
struct IncidentColumns
{
    /// Bits of a row's flags.
    enum Flag : std::uint8_t {
        HasPlace = 1, ///< x and y hold.
        HasTime = 2, ///< begin and end hold.
        IsArea = 4, ///< A line or an area, or a point that is known no closer than its district.
        Graphic = 8,
        Sensitive = 16
    };

    std::vector<std::int64_t> id;
    std::vector<std::uint32_t> x; ///< Of the anchor in Web Mercator: the world's width is 2^32, 0 at 180° west.
    std::vector<std::uint32_t> y; ///< 0 at 85.05° north; positions beyond are at the edge.
    std::vector<std::int32_t> begin; ///< Minutes since 1970, UTC.
    std::vector<std::int32_t> end; ///< Not included.
    std::vector<std::int32_t> day; ///< Days since 1970 of begin in the incident's own zone.
    std::vector<std::uint8_t> kind; ///< Kind.
    std::vector<std::uint8_t> subKind; ///< SubKind; subKindCount if none.
    std::vector<std::uint8_t> precision; ///< LocationPrecision.
    std::vector<std::uint8_t> status; ///< Status.
    std::vector<std::uint8_t> credibility; ///< 0 to 6.
    std::vector<std::uint8_t> flags; ///< Of Flag.
    /// The power of two of the units of x and y that no part of an area, or of its circle, lies further from the anchor,
    /// east–west or north–south; 32 is anywhere. 0 for what is no area.
    std::vector<std::uint8_t> reach;

    [[nodiscard]] std::size_t size() const { return id.size(); }
    [[nodiscard]] bool has(std::size_t row, Flag flag) const { return (flags[row] & flag) != 0; }
};

/// A position in Web Mercator in fixed point, as IncidentColumns::x and y are.
struct FixedPosition
{
    std::uint32_t x = 0;
    std::uint32_t y = 0;

    friend bool operator==(const FixedPosition &, const FixedPosition &) = default;
};
[[nodiscard]] FixedPosition fixedFromLonLat(LonLat position);
[[nodiscard]] LonLat lonLatFromFixed(FixedPosition position);

/// Whether row @p a comes before row @p b in a list: by day in each one's own zone, then by begin; undated ones last.
[[nodiscard]] bool isBefore(const IncidentColumns &columns, std::uint32_t a, std::uint32_t b);

/// All rows in that order.
[[nodiscard]] std::vector<std::uint32_t> orderByDay(const IncidentColumns &columns);

/// The box around the incidents of @p rows, or all, that have a place; none if none has. Outlines may reach beyond it.
[[nodiscard]] std::optional<LonLatBox> extentOf(const IncidentColumns &columns, std::span<const std::uint32_t> rows);
[[nodiscard]] std::optional<LonLatBox> extentOf(const IncidentColumns &columns);

/// From the earliest begin of an incident to the latest end; none if none has a time.
[[nodiscard]] std::optional<TimeSpan> extentInTimeOf(const IncidentColumns &columns);

/// Adds @p incident as the last row.
void append(IncidentColumns &columns, const Incident &incident);
void append(IncidentColumns &columns, IncidentId id, const IncidentRow &incident);

/// Puts @p incident where its id belongs, before the rows with higher ones.
/// @returns its row.
std::uint32_t insert(IncidentColumns &columns, const Incident &incident);

/// Puts @p incident in the place of the one in @p row, which has the same id.
void replace(IncidentColumns &columns, std::uint32_t row, const Incident &incident);

/// Takes the row with @p id out.
/// @returns which row that was; none if there is no such row.
std::optional<std::uint32_t> erase(IncidentColumns &columns, IncidentId id);

} // namespace dateline
