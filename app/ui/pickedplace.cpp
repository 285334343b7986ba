#include "ui/pickedplace.h"

#include "map/scene.h"
#include "map/viewport.h"
#include "ui/wording.h"

#include <cmath>

namespace dateline
{

Where pickedPlace(LonLat position, double zoom)
{
    // A click is no better than the map's scale: the place is known to about a mark's radius.
    const double metresPerPixel = Viewport::webMercator(position, zoom, {1, 1}).metresPerPixelAt({0.5, 0.5});
    const double radius = std::max(metresPerPixel * markDiameterPx / 2, 50.0);
    const double step = std::pow(10, std::floor(std::log10(radius)));
    Where where;
    where.geometry = pointGeometry(position);
    where.precision = LocationPrecision::Near;
    where.radiusMetres = std::ceil(radius / step) * step;
    where.place = coordinatesText(position);
    return where;
}

} // namespace dateline
