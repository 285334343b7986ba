#include "map/areatest.h"

#include "geo/geodesy.h"

#include <algorithm>

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

std::vector<QPointF> offsetsOf(const std::vector<LonLat> &corners, FixedPosition origin)
{
    std::vector<QPointF> offsets(corners.size());
    std::ranges::transform(corners, offsets.begin(),
                           [origin](LonLat corner) { return offset(origin, fixedFromLonLat(corner)); });
    return offsets;
}

QRectF boxAround(const std::vector<QPointF> &corners)
{
    const auto [west, east] = std::ranges::minmax(corners, {}, &QPointF::x);
    const auto [north, south] = std::ranges::minmax(corners, {}, &QPointF::y);
    return {QPointF(west.x(), north.y()), QPointF(east.x(), south.y())};
}

} // namespace

AreaTest::AreaTest(const FilterArea &area)
    : m_centre(area.centre)
    , m_radiusMetres(area.radiusMetres)
    , m_origin(fixedFromLonLat(m_radiusMetres > 0 || area.outline.empty() ? area.centre : area.outline.front()))
{
    if (m_radiusMetres <= 0) {
        m_corners = offsetsOf(area.outline, m_origin);
        m_box = m_corners.empty() ? QRectF() : boxAround(m_corners);
    } else if (m_radiusMetres < widestBoxedMetres && std::abs(m_centre.lat) < 80) {
        m_box = boxAround(offsetsOf(geodesicCircle(m_centre, m_radiusMetres * 1.01), m_origin));
    }
}

bool AreaTest::holds(FixedPosition position) const
{
    const QPointF at = offset(m_origin, position);
    if (!m_box.isNull() && !m_box.contains(at))
        return false;
    return m_radiusMetres > 0 ? distanceMetres(m_centre, lonLatFromFixed(position)) <= m_radiusMetres : inOutline(at);
}

bool AreaTest::inOutline(QPointF at) const
{
    bool inside = false;
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        const QPointF a = m_corners[i];
        const QPointF b = m_corners[i == 0 ? m_corners.size() - 1 : i - 1];
        if ((a.y() > at.y()) != (b.y() > at.y())
            && at.x() < (b.x() - a.x()) * (at.y() - a.y()) / (b.y() - a.y()) + a.x())
            inside = !inside;
    }
    return inside;
}

} // namespace dateline
