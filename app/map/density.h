#pragma once

#include "map/incidenttable.h"
#include "map/viewport.h"

#include <QRectF>

#include <vector>

namespace dateline
{

/// How many incidents lie in each square of a grid over a view.
struct DensityGrid
{
    int across = 0;
    int down = 0;
    std::vector<std::uint32_t> counts; ///< Row by row from the north-west.
    QRectF box; ///< Where the grid lies, in pixels; it reaches a little beyond the view.
    double sideMetres = 0; ///< Of a square in the middle of the view.
    std::uint32_t total = 0;
};

/// The density of what @p table shows in the Web Mercator @p viewport; one pass over the table.
///
/// A square is a power-of-two part of the world, 8 to 16 pixels wide, and counted whole, so that nothing changes while
/// the map is panned.
[[nodiscard]] DensityGrid densityIn(const IncidentTable &table, const Viewport &viewport);

} // namespace dateline
