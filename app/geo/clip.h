#pragma once

#include <QPointF>
#include <QRectF>

#include <functional>
#include <span>
#include <vector>

namespace dateline
{

/// The part of the closed ring @p ring inside @p frame, empty if there is none.
///
/// Where the ring leaves the frame it runs along the frame's edge, so clip to a little more than is seen.
void clipRing(std::span<const QPointF> ring, const QRectF &frame, std::vector<QPointF> &clipped);

/// Hands each stretch of @p line inside @p frame to @p take, with the length of @p line before it.
void clipLine(std::span<const QPointF> line, const QRectF &frame,
              const std::function<void(std::span<const QPointF>, double)> &take);

} // namespace dateline
