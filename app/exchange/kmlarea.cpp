#include "exchange/kmlarea.h"

#include "exchange/cells.h"

#include <array>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr std::size_t corners = 24;

/// The directions of the corners from the middle: east and north.
std::array<std::array<double, 2>, corners> directions()
{
    std::array<std::array<double, 2>, corners> all{};
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        all[i] = {std::cos(angle), std::sin(angle)}; // Counter-clockwise from the east.
    }
    return all;
}

} // namespace

void appendKmlCircle(std::string &to, LonLat centre, double radiusMetres)
{
    static const auto all = directions();
    constexpr double degree = std::numbers::pi / 180;
    constexpr double smallest = 6'335'439; // metres: the ellipsoid's least radius of curvature, so nothing lies beyond
    // The edges, not the corners, are as far as the circle.
    static const double edges = 1 / std::cos(std::numbers::pi / static_cast<double>(corners));
    const double angle = std::min(radiusMetres * edges / smallest, std::numbers::pi / 2);
    const double far = std::sin(angle);
    const double near = std::cos(angle);
    const double sinLat = std::sin(centre.lat * degree);
    const double cosLat = std::cos(centre.lat * degree);
    to.append("<Polygon><outerBoundaryIs><LinearRing><coordinates>");
    std::size_t first = to.size();
    for (const auto &[east, north] : all) {
        // The corner in the frame that has the middle's meridian in its plane of x and z.
        const double x = cosLat * near - sinLat * north * far;
        const double z = sinLat * near + cosLat * north * far;
        const double lon = centre.lon + std::atan2(east * far, x) / degree;
        appendDegrees(to, std::remainder(lon, 360));
        to.push_back(',');
        appendDegrees(to, std::asin(std::min(1.0, std::max(-1.0, z))) / degree);
        to.push_back(' ');
    }
    const std::size_t end = to.find(' ', first);
    to.append(std::string(to, first, end - first)); // Closed.
    to.append("</coordinates></LinearRing></outerBoundaryIs></Polygon>");
}

} // namespace dateline
