#include "figure/planegeometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

double crossProduct(QPointF a, QPointF b)
{
    return a.x() * b.y() - a.y() * b.x();
}

/// Whether @p c and @p d lie on different sides of the line through @p a and @p b.
bool areParted(QPointF a, QPointF b, QPointF c, QPointF d)
{
    return (crossProduct(b - a, c - a) > 0) != (crossProduct(b - a, d - a) > 0);
}

} // namespace

double lengthOf(QPointF vector)
{
    return std::hypot(vector.x(), vector.y());
}

double distanceToSegment(QPointF at, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double squared = QPointF::dotProduct(along, along);
    const double t = squared > 0 ? std::clamp(QPointF::dotProduct(at - a, along) / squared, 0.0, 1.0) : 0.0;
    return lengthOf(at - (a + along * t));
}

double distanceBetween(QPointF a, QPointF b, QPointF c, QPointF d)
{
    if (areParted(a, b, c, d) && areParted(c, d, a, b))
        return 0;
    return std::min({distanceToSegment(a, c, d), distanceToSegment(b, c, d), distanceToSegment(c, a, b),
                     distanceToSegment(d, a, b)});
}

std::optional<std::pair<QPointF, QPointF>> partWithin(const QRectF &rect, QPointF a, QPointF b)
{
    // Liang and Barsky: what is left of the line after cutting it by each of the four sides.
    double from = 0;
    double to = 1;
    const QPointF along = b - a;
    const std::array<std::array<double, 2>, 4> sides{{{-along.x(), a.x() - rect.left()},
                                                      {along.x(), rect.right() - a.x()},
                                                      {-along.y(), a.y() - rect.top()},
                                                      {along.y(), rect.bottom() - a.y()}}};
    for (const auto &[slope, room] : sides) {
        if (slope == 0 && room < 0)
            return std::nullopt;
        if (slope < 0)
            from = std::max(from, room / slope);
        else if (slope > 0)
            to = std::min(to, room / slope);
    }
    if (from > to)
        return std::nullopt;
    return std::pair(a + along * from, to < 1 ? a + along * to : b);
}

} // namespace dateline
