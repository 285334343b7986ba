#include "geo/geometryfromogr.h"

#include <ogr_geometry.h>

#include <algorithm>

namespace dateline
{

namespace
{

std::vector<LonLat> positionsOf(const OGRSimpleCurve &curve)
{
    static_assert(sizeof(LonLat) == 2 * sizeof(double));
    std::vector<LonLat> positions(static_cast<std::size_t>(curve.getNumPoints()));
    if (!positions.empty())
        curve.getPoints(&positions.front().lon, sizeof(LonLat), &positions.front().lat, sizeof(LonLat));
    return positions;
}

void appendRing(const OGRLinearRing &ring, bool hole, Rings rings, Geometry &geometry)
{
    std::vector<LonLat> positions = positionsOf(ring);
    if (rings == Rings::Turned && static_cast<bool>(ring.isClockwise()) != hole)
        std::ranges::reverse(positions);
    geometry.parts.push_back(std::move(positions));
}

/// Parts of more dimensions take the place of those of fewer.
[[nodiscard]] bool takesPart(Geometry &geometry, Geometry::Type type)
{
    if (type < geometry.type)
        return false;
    if (type > geometry.type)
        geometry.parts.clear();
    geometry.type = type;
    return true;
}

void appendPart(const OGRGeometry &from, Rings rings, Geometry &geometry)
{
    switch (wkbFlatten(from.getGeometryType())) {
    case wkbPoint:
        if (!from.IsEmpty() && takesPart(geometry, Geometry::Type::Point))
            geometry.parts.push_back({{from.toPoint()->getX(), from.toPoint()->getY()}});
        break;
    case wkbLineString:
        if (takesPart(geometry, Geometry::Type::Line))
            geometry.parts.push_back(positionsOf(*from.toLineString()));
        break;
    case wkbPolygon: {
        const OGRPolygon &polygon = *from.toPolygon();
        if (!takesPart(geometry, Geometry::Type::Polygon) || polygon.getExteriorRing() == nullptr)
            break;
        appendRing(*polygon.getExteriorRing(), false, rings, geometry);
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i)
            appendRing(*polygon.getInteriorRing(i), true, rings, geometry);
        break;
    }
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        for (const OGRGeometry *part : *from.toGeometryCollection())
            appendPart(*part, rings, geometry);
        break;
    default: break; // Surfaces of solids have no place on a map.
    }
}

} // namespace

Geometry geometryFrom(const OGRGeometry &from, Rings rings)
{
    Geometry geometry;
    appendPart(from, rings, geometry);
    return geometry;
}

} // namespace dateline
