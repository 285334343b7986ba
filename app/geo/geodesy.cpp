#include "geo/geodesy.h"

#include <QtAssert>

#include <geodesic.h>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

const geod_geodesic &wgs84()
{
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic made;
        geod_init(&made, 6378137.0, 1 / 298.257223563);
        return made;
    }();
    return ellipsoid;
}

} // namespace

double distanceMetres(LonLat a, LonLat b)
{
    double metres = 0;
    geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
    return metres;
}

double bearingDegrees(LonLat a, LonLat b)
{
    double azimuth = 0;
    geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, nullptr, &azimuth, nullptr);
    return azimuth < 0 ? azimuth + 360 : azimuth;
}

LonLat destination(LonLat start, double azimuth, double metres)
{
    LonLat end;
    geod_direct(&wgs84(), start.lat, start.lon, azimuth, metres, &end.lat, &end.lon, nullptr);
    return end;
}

std::vector<LonLat> shortestWay(LonLat a, LonLat b, double stepMetres)
{
    geod_geodesicline line;
    geod_inverseline(&line, &wgs84(), a.lat, a.lon, b.lat, b.lon, 0);
    constexpr double mostSteps = 1000;
    const int steps = static_cast<int>(std::clamp(std::ceil(line.s13 / stepMetres), 1.0, mostSteps));
    std::vector<LonLat> way{a};
    for (int i = 1; i < steps; ++i) {
        LonLat at;
        geod_position(&line, line.s13 * i / steps, &at.lat, &at.lon, nullptr);
        way.push_back(at);
    }
    way.push_back(b);
    return way;
}

std::vector<LonLat> geodesicCircle(LonLat centre, double radiusMetres, int corners)
{
    Q_ASSERT(corners >= 3);
    std::vector<LonLat> ring;
    ring.reserve(static_cast<std::size_t>(corners) + 1);
    for (int i = 0; i < corners; ++i)
        ring.push_back(destination(centre, 360.0 * i / corners, radiusMetres));
    ring.push_back(ring.front());
    return ring;
}

double areaSquareMetres(std::span<const LonLat> ring)
{
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LonLat corner : ring)
        geod_polygon_addpoint(&wgs84(), &polygon, corner.lat, corner.lon);
    double area = 0;
    geod_polygon_compute(&wgs84(), &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

} // namespace dateline
