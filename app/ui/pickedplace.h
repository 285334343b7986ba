#pragma once

#include "domain/incident.h"

namespace dateline
{

/// The place that was clicked at @p zoom of the map, known as closely as that scale tells.
[[nodiscard]] Where pickedPlace(LonLat position, double zoom);

} // namespace dateline
