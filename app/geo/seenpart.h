#pragma once

#include "geo/overlay.h"
#include "geo/projection.h"

#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

class OGRCoordinateTransformation;

namespace dateline
{

/// What a view shows of a layer.
struct SeenPart
{
    /// In degrees, with longitudes around the view’s middle meridian, so that they may be beyond 180°; null if it shows
    /// nothing.
    QRectF degrees;
    std::vector<QRectF> near; ///< The same in the layer’s units, where these are no degrees; apart from each other.
    double unitsPerPixel = 0; ///< The least that a pixel spans in the layer’s units.
    bool isUncut = false; ///< A round map of all around a pole or a globe: its plane has no cut to part shapes at.
};

/// @param fromDegrees to the layer’s units; null where these are degrees of WGS 84.
/// @param sparePx what is to be seen beyond the view’s edges.
[[nodiscard]] SeenPart seenPartOf(const OverlayView &view, const Projection &projection,
                                  OGRCoordinateTransformation *fromDegrees, double sparePx);

// Boxes that may be without width or height, of which Qt’s own functions see nothing.
[[nodiscard]] QRectF boxAround(std::span<const QPointF> points);
[[nodiscard]] bool boxesMeet(const QRectF &a, const QRectF &b);
[[nodiscard]] bool boxHolds(const QRectF &outer, const QRectF &inner);

} // namespace dateline
