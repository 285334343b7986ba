#pragma once

#include "map/theme.h"
#include "map/viewport.h"

#include <QPainterPath>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace dateline
{

/// A scale bar where it stands; pixels of the map.
struct PlacedScaleBar
{
    QPointF begin; ///< Its left end.
    QPointF end; ///< On the same level.
    double metres = 0; ///< That its words tell.
    QString text; ///< “50 km”.
    QRectF box; ///< Around bar and words.
};

/// The scale bar from @p begin on, at most @p longestPx long, true where it stands: along the ground its very ends are
/// as far apart as its words say. None where the earth's image does not reach under it.
[[nodiscard]] std::optional<PlacedScaleBar> scaleBarAt(const Viewport &view, QPointF begin, double longestPx);

/// The scale bar in the first corner of @p view in which it meets none of @p taken.
///
/// Where no corner shows the earth it has the scale of the middle, and its words say so.
[[nodiscard]] PlacedScaleBar scaleBarFor(const Viewport &view, const std::vector<QRectF> &taken);

/// The way to the north along the meridian through @p pixel, of length 1; none beyond the earth's image or at a pole.
[[nodiscard]] std::optional<QPointF> northAt(const Viewport &view, QPointF pixel);

/// A north arrow that is true where it stands; pixels of the map.
struct NorthArrow
{
    QPointF middle;
    QPointF north; ///< Of length 1.
    QRectF box; ///< Around arrow and letter.
};

/// The arrow in a corner of @p view that shows the earth, where it meets none of @p taken; none where all are taken.
[[nodiscard]] std::optional<NorthArrow> northArrowFor(const Viewport &view, const std::vector<QRectF> &taken);

void paintScaleBar(QPainter &painter, const PlacedScaleBar &bar, const Theme &theme);
/// The edge of the area that the filter keeps; pixels of the map.
void paintFilterEdge(QPainter &painter, const QPainterPath &edge, const Theme &theme);
void paintNorthArrow(QPainter &painter, const NorthArrow &arrow, const Theme &theme);

} // namespace dateline
