#pragma once

#include "base/lonlat.h"

#include <span>
#include <vector>

namespace dateline
{

/// Metres between two positions along the WGS 84 ellipsoid.
[[nodiscard]] double distanceMetres(LonLat a, LonLat b);

/// The direction in which the shortest way from @p a to @p b sets out, in degrees clockwise from north, 0 up to 360.
[[nodiscard]] double bearingDegrees(LonLat a, LonLat b);

/// The position @p metres away from @p start; @p azimuth in degrees, clockwise from north.
[[nodiscard]] LonLat destination(LonLat start, double azimuth, double metres);

/// The shortest way from @p a to @p b on the ellipsoid: positions at most @p stepMetres apart, both ends included.
[[nodiscard]] std::vector<LonLat> shortestWay(LonLat a, LonLat b, double stepMetres);

/// A closed ring of @p corners positions at @p radiusMetres around @p centre, true on the ellipsoid.
[[nodiscard]] std::vector<LonLat> geodesicCircle(LonLat centre, double radiusMetres, int corners = 72);

/// Square metres inside @p ring, whose edges are the shortest ways on the ellipsoid; closed or not, in either direction.
[[nodiscard]] double areaSquareMetres(std::span<const LonLat> ring);

} // namespace dateline
