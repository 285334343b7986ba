#include "map/blur.h"

#include "domain/names.h"
#include "geo/geodesy.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double lastLatitude = 85.05;
constexpr int deepest = 24; // about 2 m

struct WorldPoint
{
    double x = 0; ///< 0…1 from 180° west to 180° east.
    double y = 0; ///< 0…1 from north to south.
};

WorldPoint worldFrom(LonLat position)
{
    const double lat = std::clamp(position.lat, -lastLatitude, lastLatitude) * std::numbers::pi / 180;
    return {position.lon / 360 + 0.5, 0.5 - std::asinh(std::tan(lat)) / (2 * std::numbers::pi)};
}

LonLat lonLatFrom(WorldPoint point)
{
    return {(point.x - 0.5) * 360,
            std::atan(std::sinh((0.5 - point.y) * 2 * std::numbers::pi)) * 180 / std::numbers::pi};
}

BlurCell cellAt(LonLat position, int level)
{
    const double count = std::ldexp(1, level);
    const WorldPoint point = worldFrom(position);
    const double x = std::clamp(std::floor(point.x * count), 0.0, count - 1);
    const double y = std::clamp(std::floor(point.y * count), 0.0, count - 1);
    BlurCell cell{level, lonLatFrom({(x + 0.5) / count, (y + 0.5) / count}), 0};
    for (const double corner : {0.0, 1.0}) {
        const LonLat at = lonLatFrom({x / count, (y + corner) / count});
        cell.reachMetres = std::max(cell.reachMetres, distanceMetres(cell.centre, at));
    }
    return cell;
}

/// How far the place itself may be from its anchor.
double extentOf(const Where &where, LonLat anchor)
{
    double extent = where.radiusMetres;
    for (const std::vector<LonLat> &part : where.geometry.parts) {
        for (const LonLat corner : part)
            extent = std::max(extent, distanceMetres(anchor, corner));
    }
    return extent;
}

/// The smallest named territory around @p where whose name does not hold the place's own.
QString coarseName(const Where &where)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(where.country);
    const QString country = territory == QLocale::AnyTerritory ? where.country : QLocale::territoryToString(territory);
    for (const QString &name : {where.province, country}) {
        if (!name.isEmpty() && !namesIn(name, where.place))
            return name;
    }
    return QCoreApplication::translate("Blur", "Place withheld");
}

} // namespace

BlurCell blurCellFor(LonLat position, double metres)
{
    // Downwards from the whole world, each step decided by the cell alone: a cell is never cut by another level.
    BlurCell cell = cellAt(position, 0);
    while (cell.reachMetres > metres && cell.level < deepest)
        cell = cellAt(position, cell.level + 1);
    return cell;
}

Where blurred(const Where &where, double metres)
{
    Where coarse;
    coarse.place = coarseName(where);
    coarse.country = where.country;
    coarse.precision = std::max(where.precision, LocationPrecision::District);
    const std::optional<LonLat> anchor = anchorOf(where);
    if (!anchor)
        return coarse;
    const BlurCell cell = blurCellFor(*anchor, metres);
    coarse.geometry = pointGeometry(cell.centre);
    // Rounded up, so that the place's own extent does not tell it apart from its neighbours.
    coarse.radiusMetres = metres * std::ceil(std::max(1.0, (cell.reachMetres + extentOf(where, *anchor)) / metres));
    return coarse;
}

LonLatBox widenedToGrid(const LonLatBox &box, const BlurCell &cell)
{
    const double count = std::ldexp(1, std::max(0, cell.level - 2));
    const WorldPoint northWest = worldFrom({box.west, box.north});
    const WorldPoint southEast = worldFrom({box.east, box.south});
    // An edge on the grid stays as it is, to the last bit: a box that is widened again must not grow by rounding.
    const auto isOnGrid = [count](double at) { return std::abs(at * count - std::round(at * count)) < 1e-9; };
    const LonLat first = lonLatFrom({std::floor(northWest.x * count) / count, std::floor(northWest.y * count) / count});
    const LonLat last = lonLatFrom({std::ceil(southEast.x * count) / count, std::ceil(southEast.y * count) / count});
    return {isOnGrid(northWest.x) ? box.west : first.lon,
            std::max(isOnGrid(southEast.y) ? box.south : last.lat, -lastLatitude),
            isOnGrid(southEast.x) ? box.east : last.lon,
            std::min(isOnGrid(northWest.y) ? box.north : first.lat, lastLatitude)};
}

} // namespace dateline
