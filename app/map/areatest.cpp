#include "map/areatest.h"

#include "geo/geodesy.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace dateline
{

namespace
{

// A circle's box costs less than its distances; beyond this it may hold a pole.
constexpr double widestBoxedMetres = 500'000;

QPointF offset(FixedPosition from, FixedPosition to)
{
    // Unsigned differences wrap around the world; as signed ones they go the short way.
    return {static_cast<double>(static_cast<std::int32_t>(to.x - from.x)),
            static_cast<double>(std::int64_t{to.y} - from.y)};
}

QPolygonF offsetsOf(const std::vector<LonLat> &corners, FixedPosition origin)
{
    QPolygonF offsets;
    for (const LonLat corner : corners)
        offsets.append(offset(origin, fixedFromLonLat(corner)));
    return offsets;
}

/// Twice the signed area of a triangle: its sign tells on which side of the line from @p a to @p b the third one lies.
double sideOf(QPointF a, QPointF b, QPointF point)
{
    return (b.x() - a.x()) * (point.y() - a.y()) - (b.y() - a.y()) * (point.x() - a.x());
}

bool crosses(QPointF a, QPointF b, QPointF c, QPointF d)
{
    return sideOf(a, b, c) * sideOf(a, b, d) < 0 && sideOf(c, d, a) * sideOf(c, d, b) < 0;
}

bool crossesItself(const QPolygonF &ring)
{
    const auto corner = [&ring](qsizetype i) { return ring[i % ring.size()]; };
    for (qsizetype i = 0; i < ring.size(); ++i) {
        for (qsizetype k = i + 2; k < ring.size(); ++k) {
            if (crosses(corner(i), corner(i + 1), corner(k), corner(k + 1)))
                return true;
        }
    }
    return false;
}

/// @p offset from @p origin, as a position.
LonLat positionAt(QPointF offset, FixedPosition origin)
{
    // Sums that leave the world come in again on its other side.
    return lonLatFromFixed({origin.x + static_cast<std::uint32_t>(std::llround(offset.x())),
                            origin.y + static_cast<std::uint32_t>(std::llround(offset.y()))});
}

/// The corners of @p outline with more between them: its edges are straight on the map and bend on the earth.
std::vector<LonLat> withMoreCorners(const QPolygonF &outline, FixedPosition origin)
{
    constexpr double longest = 4'294'967'296.0 / 1024; // About a third of a degree.
    std::vector<LonLat> ring;
    for (qsizetype i = 0; i < outline.size(); ++i) {
        const QPointF from = outline[i];
        const QPointF to = outline[(i + 1) % outline.size()];
        const double pieces =
            std::ceil(std::max({std::abs(to.x() - from.x()), std::abs(to.y() - from.y()), 1.0}) / longest);
        for (double piece = 0; piece < pieces; ++piece)
            ring.push_back(positionAt(from + (to - from) * (piece / pieces), origin));
    }
    return ring;
}

} // namespace

AreaTest::AreaTest(const FilterArea &area)
    : m_centre(area.centre)
    , m_radiusMetres(area.radiusMetres)
    , m_origin(fixedFromLonLat(m_radiusMetres > 0 || area.outline.empty() ? area.centre : area.outline.front()))
{
    if (m_radiusMetres <= 0) {
        m_outline = offsetsOf(area.outline, m_origin);
        m_box = m_outline.boundingRect();
    } else if (m_radiusMetres < widestBoxedMetres && std::abs(m_centre.lat) < 80) {
        m_box = offsetsOf(geodesicCircle(m_centre, m_radiusMetres * 1.01), m_origin).boundingRect();
    }
}

bool AreaTest::holds(FixedPosition position) const
{
    const QPointF at = offset(m_origin, position);
    if (!m_box.isNull() && !m_box.contains(at))
        return false;
    return m_radiusMetres > 0 ? distanceMetres(m_centre, lonLatFromFixed(position)) <= m_radiusMetres
                              : m_outline.containsPoint(at, Qt::OddEvenFill);
}

std::vector<LonLat> outlineOf(const FilterArea &area)
{
    if (area.radiusMetres > 0)
        return geodesicCircle(area.centre, area.radiusMetres);
    std::vector<LonLat> ring = area.outline;
    if (!ring.empty())
        ring.push_back(ring.front());
    return ring;
}

std::optional<double> squareMetresIn(const FilterArea &area)
{
    if (area.radiusMetres > 0)
        return areaSquareMetres(outlineOf(area));
    if (area.outline.size() < 3)
        return 0;
    const FixedPosition origin = fixedFromLonLat(area.outline.front());
    const QPolygonF outline = offsetsOf(area.outline, origin);
    if (crossesItself(outline))
        return std::nullopt;
    return areaSquareMetres(withMoreCorners(outline, origin));
}

bool isBox(const FilterArea &area)
{
    const std::vector<LonLat> &ring = area.outline;
    return area.radiusMetres <= 0 && ring.size() == 4 && ring[0].lat == ring[1].lat && ring[1].lon == ring[2].lon
        && ring[2].lat == ring[3].lat && ring[3].lon == ring[0].lon;
}

bool isNarrow(std::span<const LonLat> corners)
{
    if (corners.empty())
        return true;
    constexpr double halfTheWorld = 2'147'483'648.0;
    const FixedPosition origin = fixedFromLonLat(corners.front());
    const auto [west, east] = std::ranges::minmax(corners | std::views::transform([origin](LonLat corner) {
                                                      return offset(origin, fixedFromLonLat(corner)).x();
                                                  }));
    return east - west < halfTheWorld;
}

} // namespace dateline
