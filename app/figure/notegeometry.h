#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <span>
#include <vector>

namespace dateline
{

// The plane geometry of notes; all in the same pixels.

/// A smooth curve through @p points, as many short straight ones.
[[nodiscard]] std::vector<QPointF> smoothed(std::span<const QPointF> points);

/// Where a way is after some distance along it, and where it leads to there: a vector of length 1.
struct WayPoint
{
    QPointF at;
    QPointF along;
};

/// A line of many straight parts, measured.
class Way
{
public:
    explicit Way(std::span<const QPointF> points);

    [[nodiscard]] double length() const { return m_lengths.empty() ? 0 : m_lengths.back(); }
    [[nodiscard]] WayPoint at(double distance) const;
    [[nodiscard]] std::vector<QPointF> until(double distance) const; ///< Without what lies after it.

private:
    std::span<const QPointF> m_points;
    std::vector<double> m_lengths; ///< To each point.
};

/// The parts of @p way that meet @p rect, cut at its edges.
[[nodiscard]] std::vector<std::vector<QPointF>> partsWithin(std::span<const QPointF> way, const QRectF &rect);

/// A triangle whose tip is @p tip.
[[nodiscard]] QPainterPath arrowHead(QPointF tip, QPointF along, double length, double width);

/// The outline of an arrow along @p points that broadens to @p width before its head; its tip is the last of them.
[[nodiscard]] QPainterPath broadArrow(std::span<const QPointF> points, double width);

/// Teeth of @p size along @p points, on its left: closed triangles, or ticks.
[[nodiscard]] QPainterPath teethAlong(std::span<const QPointF> points, double size, bool closed);

/// Parallel lines @p gap apart at @p degrees over what of @p area lies in @p within; they meet those of other areas.
[[nodiscard]] QPainterPath hatchLines(const QPainterPath &area, const QRectF &within, double degrees, double gap);

/// Dots of @p radius on a grid of @p gap that lie in @p area and @p within.
[[nodiscard]] QPainterPath hatchDots(const QPainterPath &area, const QRectF &within, double gap, double radius);

/// Where in @p area, as far as it lies in @p within, there is the most room for a label.
[[nodiscard]] QPointF roomiestPoint(const QPolygonF &area, const QRectF &within);

/// From @p at to the nearest point of @p lines, whose ends are not joined.
[[nodiscard]] double distanceToLines(const QPainterPath &lines, QPointF at);

} // namespace dateline
