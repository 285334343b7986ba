#pragma once

#include <algorithm>

namespace dateline
{

/// A position on WGS 84, in degrees; longitude −180…180, latitude −90…90.
struct LonLat
{
    double lon = 0;
    double lat = 0;

    friend bool operator==(const LonLat &, const LonLat &) = default;
};

/// A box of longitudes and latitudes in degrees, west ≤ east and south ≤ north.
///
/// A view over the antimeridian has east > 180.
struct LonLatBox
{
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;

    friend bool operator==(const LonLatBox &, const LonLatBox &) = default;

    [[nodiscard]] bool contains(LonLat p) const
    {
        return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
    }
    [[nodiscard]] LonLat centre() const { return {(west + east) / 2, (south + north) / 2}; }
    [[nodiscard]] LonLatBox including(LonLat p) const
    {
        return {std::min(west, p.lon), std::min(south, p.lat), std::max(east, p.lon), std::max(north, p.lat)};
    }
};

} // namespace dateline
