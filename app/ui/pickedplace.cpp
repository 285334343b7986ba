#include "ui/pickedplace.h"

#include "map/scene.h"
#include "map/viewport.h"
#include "ui/wording.h"

#include <cmath>

namespace dateline
{

namespace
{

/// @p metres with one digit that counts, rounded up.
double roundedUp(double metres)
{
    const double step = std::pow(10, std::floor(std::log10(metres)));
    return std::ceil(metres / step) * step;
}

} // namespace

Where pickedPlace(LonLat position, double zoom)
{
    // A click is no better than the map's scale: the place is known to about a mark's radius.
    const double metresPerPixel = Viewport::webMercator(position, zoom, {1, 1}).metresPerPixelAt({0.5, 0.5});
    Where where;
    where.geometry = pointGeometry(position);
    where.precision = LocationPrecision::Near;
    where.radiusMetres = roundedUp(std::max(metresPerPixel * markDiameterPx / 2, 50.0));
    where.place = coordinatesText(position);
    return where;
}

Where writtenPlace(const CoordinateReading &coordinates)
{
    // The size of a house, of a town's surroundings, and of a district.
    constexpr double exactMetres = 10;
    constexpr double nearMetres = 20'000;
    constexpr double districtMetres = 100'000;
    const double half = coordinates.halfSizeMetres;
    Where where;
    where.geometry = pointGeometry(coordinates.at);
    where.precision = half <= exactMetres ? LocationPrecision::Exact
        : half <= nearMetres              ? LocationPrecision::Near
        : half <= districtMetres          ? LocationPrecision::District
                                          : LocationPrecision::Province;
    where.radiusMetres = where.precision == LocationPrecision::Exact ? 0 : roundedUp(half);
    where.place = coordinateText(coordinates.at, coordinates.format, 2 * half);
    return where;
}

} // namespace dateline
