#pragma once

#include "map/incidenttable.h"
#include "map/viewport.h"

#include <vector>

namespace dateline
{

/// How densely incidents lie around each pixel of a view, evened out over its neighbours.
struct HeatMap
{
    int across = 0; ///< The view's size in pixels.
    int down = 0;
    std::vector<float> perSquareKm; ///< Row by row from the north-west.
    double evenedMetres = 0; ///< Where half of an incident's greatest weight is left: so far apart, across its middle.
    std::uint32_t total = 0; ///< Of the incidents in the view.
};

/// The heat map of what @p table shows in the Web Mercator @p viewport; one pass over the table and some over the pixels.
///
/// Each incident is spread over the pixels around it as three means over 17 pixels spread it, close to a Gaussian of
/// 8.5 pixels, and divided by the area that a pixel has on the ground, so that the whole adds up to the incidents.
[[nodiscard]] HeatMap heatIn(const IncidentTable &table, const Viewport &viewport);

} // namespace dateline
