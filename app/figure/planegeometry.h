#pragma once

#include <QPointF>
#include <QRectF>

#include <optional>
#include <utility>

namespace dateline
{

// Points and straight lines on the page; all in the same pixels.

[[nodiscard]] double lengthOf(QPointF vector);

/// From @p at to the nearest point of the line from @p a to @p b.
[[nodiscard]] double distanceToSegment(QPointF at, QPointF a, QPointF b);

/// The shortest distance between the lines from @p a to @p b and from @p c to @p d; 0 if they cross.
[[nodiscard]] double distanceBetween(QPointF a, QPointF b, QPointF c, QPointF d);

/// The part of the line from @p a to @p b that lies in @p rect, its edges included; none if no part does.
[[nodiscard]] std::optional<std::pair<QPointF, QPointF>> partWithin(const QRectF &rect, QPointF a, QPointF b);

/// Whether any part of the line from @p a to @p b lies in @p rect.
[[nodiscard]] inline bool crosses(QPointF a, QPointF b, const QRectF &rect)
{
    return partWithin(rect, a, b).has_value();
}

} // namespace dateline
