#include "map/provinceshapes.h"

#include "geo/clip.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double unitsPerDegree = Outlines::worldUnits / 360;
constexpr double leastStepPx = 0.5;
constexpr double beyondPx = 6;
// The frame's own edges are this long at most before they are projected.
constexpr double bendUnits = unitsPerDegree;

/// Draws the rings of outlines for one view. World units go on east of the antimeridian: a copy of the world is the
/// first one and some times 2^32.
class Drawing
{
public:
    Drawing(const Outlines &outlines, const Viewport &viewport, double pixelRatio)
        : m_outlines(outlines)
        , m_viewport(viewport)
        , m_unitsPerPixel(Outlines::worldUnits / (256 * std::exp2(viewport.zoom())))
        , m_tolerance(leastStepPx / pixelRatio * m_unitsPerPixel)
    {
        if (viewport.isWebMercator()) {
            viewport.pixelsFromLonLats(std::vector<LonLat>{{-180, 0}}, m_pixels);
            m_origin = m_pixels.front() - QPointF(0, Outlines::worldUnits / 2 / m_unitsPerPixel);
            const QRectF frame =
                QRectF(QPointF(), viewport.sizePx()).adjusted(-beyondPx, -beyondPx, beyondPx, beyondPx);
            m_frame = QRectF((frame.topLeft() - m_origin) * m_unitsPerPixel, frame.size() * m_unitsPerPixel);
        } else {
            const LonLatBox box = viewport.box();
            const double spare = beyondPx * m_unitsPerPixel;
            // Past its end the image of the earth starts again on the other side.
            const double middle = viewport.projection().centralMeridian();
            const double west = std::max(fixedX(box.west) - spare, fixedX(middle - 180));
            const double east = std::min(fixedX(box.east) + spare, fixedX(middle + 180));
            const double north = fixedFromLonLat({0, box.north}).y - spare;
            const double south = fixedFromLonLat({0, box.south}).y + spare;
            m_frame = QRectF(QPointF(west, north), QPointF(east, south));
        }
    }

    [[nodiscard]] QPainterPath pathOf(std::span<const Outlines::Ring> rings)
    {
        QPainterPath path;
        for (const Outlines::Ring &ring : rings) {
            const double width = ring.most.x - ring.least.x;
            const double height = ring.most.y - ring.least.y;
            if (std::max(width, height) < m_tolerance || ring.least.y > m_frame.bottom() || ring.most.y < m_frame.top())
                continue;
            const double first = std::ceil((m_frame.left() - ring.most.x) / Outlines::worldUnits);
            const double last = std::floor((m_frame.right() - ring.least.x) / Outlines::worldUnits);
            for (double copy = first; copy <= last; ++copy)
                add(ring, copy * Outlines::worldUnits, path);
        }
        return path;
    }

private:
    [[nodiscard]] static double fixedX(double lon) { return (lon + 180) * unitsPerDegree; }

    void add(const Outlines::Ring &ring, double shift, QPainterPath &path)
    {
        thin(ring, shift);
        clipRing(m_points, m_frame, m_clipped);
        if (m_clipped.size() < 3)
            return;
        project();
        if (m_pixels.size() < 3)
            return;
        path.addPolygon(QPolygonF(QList<QPointF>(m_pixels.begin(), m_pixels.end())));
        path.closeSubpath();
    }

    void thin(const Outlines::Ring &ring, double shift)
    {
        m_points.clear();
        for (std::uint32_t i = ring.begin; i + 1 < ring.end; ++i) {
            const QPointF here(m_outlines.corners[i].x + shift, m_outlines.corners[i].y);
            const QPointF way = here - (m_points.empty() ? QPointF(-Outlines::worldUnits, 0) : m_points.back());
            if (std::max(std::abs(way.x()), std::abs(way.y())) >= m_tolerance)
                m_points.push_back(here);
        }
    }

    void project()
    {
        if (m_viewport.isWebMercator()) {
            m_pixels.resize(m_clipped.size());
            std::ranges::transform(m_clipped, m_pixels.begin(),
                                   [this](QPointF at) { return m_origin + at / m_unitsPerPixel; });
            return;
        }
        m_positions.clear();
        for (std::size_t i = 0; i < m_clipped.size(); ++i) {
            const QPointF from = m_clipped[i];
            const QPointF way = m_clipped[(i + 1) % m_clipped.size()] - from;
            const double pieces = std::ceil(std::max(std::abs(way.x()), std::abs(way.y())) / bendUnits);
            for (double piece = 0; piece < pieces; ++piece)
                m_positions.push_back(lonLatFrom(from + way * (piece / pieces)));
        }
        m_viewport.pixelsFromLonLats(m_positions, m_pixels);
        std::erase_if(m_pixels, [](QPointF pixel) { return std::isnan(pixel.x()); });
    }

    /// Of world units, which may go on east or west of the first world.
    [[nodiscard]] static LonLat lonLatFrom(QPointF at)
    {
        const double y = std::clamp(at.y(), 0.0, Outlines::worldUnits - 1);
        return {at.x() / unitsPerDegree - 180, lonLatFromFixed({0, static_cast<std::uint32_t>(y)}).lat};
    }

    const Outlines &m_outlines;
    const Viewport &m_viewport;
    double m_unitsPerPixel;
    double m_tolerance; ///< In world units.
    QPointF m_origin; ///< Where 180° W at the northern edge is drawn; Web Mercator only.
    QRectF m_frame; ///< The view and a little more, in world units.

    std::vector<QPointF> m_points;
    std::vector<QPointF> m_clipped;
    std::vector<LonLat> m_positions;
    std::vector<QPointF> m_pixels;
};

} // namespace

std::vector<ProvinceShape> provinceShapes(const Provinces &provinces, const Viewport &viewport, double pixelRatio)
{
    const Outlines &outlines = provinces.outlines();
    Drawing drawing(outlines, viewport, pixelRatio);
    const QRectF view(QPointF(), viewport.sizePx());
    std::vector<ProvinceShape> shapes;
    for (std::size_t province = 0; province < outlines.size(); ++province) {
        const QPainterPath path = drawing.pathOf(outlines.ringsOf(province));
        // The box of a curved view reaches beyond the view itself.
        if (path.boundingRect().intersects(view))
            shapes.push_back({static_cast<std::uint16_t>(province), path});
    }
    return shapes;
}

} // namespace dateline
