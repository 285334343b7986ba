#pragma once

#include "base/lonlat.h"

#include <string>

namespace dateline
{

/// A Polygon of KML that holds all within @p radiusMetres of @p centre: of few corners, for a million of them. At most a
/// fiftieth of the radius beyond it.
void appendKmlCircle(std::string &to, LonLat centre, double radiusMetres);

} // namespace dateline
