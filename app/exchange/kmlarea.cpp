#include "exchange/kmlarea.h"

#include "exchange/cells.h"
#include "geo/geodesy.h"

#include <cmath>
#include <numbers>
#include <ranges>

namespace dateline
{

void appendKmlCircle(std::string &to, LonLat centre, double radiusMetres)
{
    constexpr int corners = 24;
    // The edges, not the corners, are as far as the circle; and a little farther, as programs draw them straight in
    // degrees.
    static const double beyond = 1.005 / std::cos(std::numbers::pi / corners);
    to.append("<Polygon><outerBoundaryIs><LinearRing><coordinates>");
    for (const LonLat corner : geodesicCircle(centre, radiusMetres * beyond, corners) | std::views::reverse) {
        appendDegrees(to, corner.lon);
        to.push_back(',');
        appendDegrees(to, corner.lat);
        to.push_back(' ');
    }
    to.pop_back();
    to.append("</coordinates></LinearRing></outerBoundaryIs></Polygon>");
}

} // namespace dateline
