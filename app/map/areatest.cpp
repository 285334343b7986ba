#include "map/areatest.h"

#include "geo/geodesy.h"

#include <cmath>

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

} // namespace dateline
