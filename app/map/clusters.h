#pragma once

#include "map/incidenttable.h"
#include "map/viewport.h"

#include <QPointF>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace dateline
{

/// A square of the world: its column and row where the world is 2^(32 − shift) of them wide.
struct WorldCell
{
    int shift = 0; ///< Its side is 2^shift units of fixed-point Web Mercator.
    std::uint32_t column = 0;
    std::uint32_t row = 0;

    friend auto operator<=>(const WorldCell &, const WorldCell &) = default;
};

/// Incidents that lie close together on the screen, counted exactly.
struct Cluster
{
    QPointF at; ///< The mean of their positions, in pixels.
    std::array<std::uint32_t, kindCount> kinds{}; ///< How many of each kind.
    std::uint32_t count = 0;
    std::uint32_t one = 0; ///< A row among them.
    FixedPosition mean; ///< Where that is in the world.
    WorldCell cell; ///< That they lie in.
};

/// The clusters of what @p table shows in the Web Mercator @p viewport, from the north-west; one pass over the table.
///
/// A cell is a power-of-two part of the world, 32 to 64 pixels wide, and counted whole where the view cuts it: nothing
/// changes while the map is panned.
[[nodiscard]] std::vector<Cluster> clustersIn(const IncidentTable &table, const Viewport &viewport);

/// The rows that @p table shows, that have a place and whose anchor lies in @p viewport or who are areas, which may
/// reach into it; none if they are more than @p most.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> rowsIn(const IncidentTable &table, const Viewport &viewport,
                                                               std::size_t most);

/// The shown rows in @p cell, ascending.
[[nodiscard]] std::vector<std::uint32_t> rowsIn(const IncidentTable &table, const WorldCell &cell);

/// The Web Mercator zoom from which on the rows lie in more than one cell; none if all have the same position.
[[nodiscard]] std::optional<double> zoomThatSplits(const IncidentColumns &columns, std::span<const std::uint32_t> rows);

} // namespace dateline
