#pragma once

#include "base/lonlat.h"
#include "geo/projection.h"

#include <QPointF>
#include <QSizeF>

#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// A view of the earth on a rectangle of the screen or page.
///
/// Spaces: lon/lat in degrees; metres of the projection, y up; pixels of the view, origin at its top left, y down.
class Viewport
{
public:
    /// The view that Qt Location's Map has: zoom 0 shows the world in 256 pixels.
    [[nodiscard]] static Viewport webMercator(LonLat centre, double zoom, QSizeF sizePx);

    /// The smallest-scale view in @p projection that shows all of @p box within @p marginPx of the edges.
    [[nodiscard]] static Viewport fitting(const Projection &projection, const LonLatBox &box, QSizeF sizePx,
                                          double marginPx = 0);

    [[nodiscard]] QSizeF sizePx() const { return m_sizePx; }
    [[nodiscard]] const Projection &projection() const { return m_projection; }
    [[nodiscard]] bool isWebMercator() const { return m_webMercator; }

    /// Web Mercator zoom level of about the same scale at the view's middle; chooses the detail of the base map.
    [[nodiscard]] double zoom() const { return m_zoom; }

    /// Where @p position is drawn, also outside the view; in Web Mercator the copy of the world nearest to the middle.
    [[nodiscard]] std::optional<QPointF> pixelFromLonLat(LonLat position) const;
    [[nodiscard]] std::optional<LonLat> lonLatFromPixel(QPointF pixel) const;
    [[nodiscard]] QPointF metresFromPixel(QPointF pixel) const;

    /// Many at once; positions without a pixel come out as NaN. In Web Mercator the copy of the world is not chosen.
    void pixelsFromLonLats(std::span<const LonLat> positions, std::vector<QPointF> &pixels) const;

    /// A box that holds all that the view shows.
    [[nodiscard]] LonLatBox box() const;

    /// Metres on the ground that one pixel spans at @p pixel, east–west.
    [[nodiscard]] double metresPerPixelAt(QPointF pixel) const;

private:
    Viewport(Projection projection, QSizeF sizePx, QPointF topLeftMetres, double metresPerPixel, bool webMercator);

    [[nodiscard]] QPointF pixelFromMetres(QPointF metres) const;

    Projection m_projection;
    QSizeF m_sizePx;
    QPointF m_topLeftMetres;
    double m_metresPerPixel; ///< Of the projection's plane.
    double m_zoom = 0;
    bool m_webMercator;
};

} // namespace dateline
