#pragma once

#include "geo/overlay.h"
#include "geo/projection.h"
#include "geo/seenpart.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <memory>
#include <span>
#include <vector>

class OGRCoordinateTransformation;
class OGREnvelope;
class OGRGeometry;
class OGRLineString;
class OGRPolygon;
class OGRSpatialReference;

namespace dateline
{

/// A feature in the pixels of a view.
struct ViewShape
{
    std::vector<QPolygonF> areas; ///< Closed rings, filled by the even-odd rule.
    std::vector<QPolygonF> lines; ///< Lines, and the outlines of areas without the cuts of tiles and the antimeridian.
    std::vector<QPointF> points;

    void clear();
};

/// Brings features of one layer to the pixels of a view: thinned to half a pixel, cut to what the view shows, bent where
/// the projection bends a straight edge, and parted where the plane is.
class ViewShaper
{
public:
    /// @param crs of the layer, with longitude first.
    /// @param extent of the layer in its own units.
    /// @param tileMetres the side of the tiles of Web Mercator that its areas were cut along; 0 if they were not.
    /// @param sparePx what marks and lines reach beyond their positions.
    ViewShaper(const OverlayView &view, const Projection &projection, const OGRSpatialReference &crs,
               const QRectF &extent, double tileMetres, double sparePx);
    ~ViewShaper();
    Q_DISABLE_COPY_MOVE(ViewShaper)

    /// Boxes in the layer’s units that hold all that the view shows of it; a feature may meet several.
    [[nodiscard]] const std::vector<QRectF> &filters() const { return m_filters; }

    /// Whether what lies in @p box is no larger than a pixel.
    [[nodiscard]] bool isTiny(const OGREnvelope &box) const;

    /// Adds what is seen of @p geometry, which has no curves.
    void shape(const OGRGeometry &geometry, ViewShape &into);
    void shapePoint(QPointF at, ViewShape &into);

private:
    using Points = std::vector<QPointF>;

    void findFilters();
    [[nodiscard]] Points thinned(const OGRLineString &line) const;
    [[nodiscard]] bool isSeam(QPointF a, QPointF b) const;
    void shapeLine(const OGRLineString &line, ViewShape &into);
    void shapePolygon(const OGRPolygon &polygon, ViewShape &into);
    void shapeRing(Points ring, ViewShape &into);
    /// A line without seams, in the layer’s units.
    void addLine(Points line, ViewShape &into);
    void addDegrees(std::span<const QPointF> degrees, bool isRing, ViewShape &into);
    [[nodiscard]] Points densified(std::span<const QPointF> points, bool isRing) const;
    [[nodiscard]] Points degreesOf(Points points) const;
    void project(std::span<const QPointF> degrees, Points &pixels);
    void appendLine(std::span<const QPointF> degrees, ViewShape &into);
    void appendArea(std::span<const QPointF> degrees, ViewShape &into);

    OverlayView m_view;
    Projection m_projection;
    std::unique_ptr<OGRCoordinateTransformation> m_toDegrees; ///< Null for WGS 84.
    std::unique_ptr<OGRCoordinateTransformation> m_fromDegrees;
    QRectF m_extent;
    double m_tile;
    bool m_isSamePlane; ///< Straight in the layer is straight in the view.
    SeenPart m_seen;
    std::vector<QRectF> m_filters;
    std::vector<LonLat> m_places; // For one projection after the other.
};

} // namespace dateline
