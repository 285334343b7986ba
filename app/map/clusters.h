#pragma once

#include "domain/filter.h"
#include "map/viewport.h"

#include <QPointF>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace dateline
{

/// Incidents that lie close together on the screen, counted exactly.
struct Cluster
{
    QPointF at; ///< The mean of their positions, in pixels.
    std::array<std::uint32_t, kindCount> kinds{}; ///< How many of each kind.
    std::uint32_t count = 0;
    std::uint32_t first = 0; ///< The first row among them.
};

/// The clusters of what @p filter shows in the Web Mercator @p viewport, from the north-west; one pass over @p columns.
///
/// A cell is a power-of-two part of the world, 32 to 64 pixels wide, so that nothing changes while the map is panned.
[[nodiscard]] std::vector<Cluster> clustersIn(const IncidentColumns &columns, const ColumnFilter &filter,
                                              const Viewport &viewport);

/// The rows that @p filter shows, that have a place and whose anchor lies in @p viewport or who are areas, which may
/// reach into it; none if they are more than @p most.
[[nodiscard]] std::optional<std::vector<std::uint32_t>>
rowsIn(const IncidentColumns &columns, const ColumnFilter &filter, const Viewport &viewport, std::size_t most);

} // namespace dateline
