#pragma once

#include "domain/incident.h"
#include "geo/coordinates.h"

namespace dateline
{

/// The place that was clicked at @p zoom of the map, known as closely as that scale tells.
[[nodiscard]] Where pickedPlace(LonLat position, double zoom);

/// The place that was written as coordinates, known as closely as they tell.
[[nodiscard]] Where writtenPlace(const CoordinateReading &coordinates);

} // namespace dateline
