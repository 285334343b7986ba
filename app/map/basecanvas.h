#pragma once

#include <QColor>
#include <QPen>
#include <QPointF>
#include <QSizeF>

#include <memory>
#include <span>

class QPainter;

namespace dateline
{

/// What the base map is drawn on: areas and lines are added piece by piece and then painted at once.
///
/// Coordinates are the view's pixels; what is added lies in the view or at most sparePx beyond.
class BaseCanvas
{
public:
    static constexpr double sparePx = 6; ///< What a wide line at the edge of the view needs.

    BaseCanvas() = default;
    virtual ~BaseCanvas() = default;
    Q_DISABLE_COPY_MOVE(BaseCanvas)

    /// Adds a closed ring; rings of one direction that share an edge are painted without a seam.
    virtual void addRing(std::span<const QPointF> ring) = 0;
    virtual void fill(QColor colour) = 0;

    /// Sets the pen of the lines that are added next.
    virtual void setPen(const QPen &pen) = 0;
    /// Adds a line that takes up its dashes @p lengthBefore pixels after they began, so that tiles meet.
    virtual void addLine(std::span<const QPointF> line, double lengthBefore) = 0;
    virtual void stroke() = 0;
};

/// On an image straight into its pixels; else by QPainter, which leaves areas and lines in a file.
///
/// @p painter is not used otherwise while the canvas is.
[[nodiscard]] std::unique_ptr<BaseCanvas> canvasFor(QPainter &painter, QSizeF viewPx);

} // namespace dateline
