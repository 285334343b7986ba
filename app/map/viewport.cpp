#include "map/viewport.h"

#include "geo/geodesy.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double worldMetres = 2 * std::numbers::pi * 6378137.0;
constexpr double tilePx = 256;

// Positions along the four edges of @p box, close enough that its image's bounds are found to a pixel.
std::vector<LonLat> edgesOf(const LonLatBox &box, int steps)
{
    std::vector<LonLat> edges;
    for (int i = 0; i <= steps; ++i) {
        const double part = static_cast<double>(i) / steps;
        const double lon = std::lerp(box.west, box.east, part);
        const double lat = std::lerp(box.south, box.north, part);
        edges.insert(edges.end(), {{lon, box.south}, {lon, box.north}, {box.west, lat}, {box.east, lat}});
    }
    // The widest parallel of a box over the equator lies inside it.
    edges.push_back({box.west, std::clamp(0.0, box.south, box.north)});
    edges.push_back({box.east, std::clamp(0.0, box.south, box.north)});
    return edges;
}

// Positions all over @p box and on the rim of what @p projection shows: where some edge of the box is hidden, its image
// ends inside it.
std::vector<LonLat> insideOf(const LonLatBox &box, const Projection &projection, int steps)
{
    std::vector<LonLat> inside;
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= steps; ++column)
            inside.push_back({std::lerp(box.west, box.east, static_cast<double>(column) / steps),
                              std::lerp(box.south, box.north, static_cast<double>(row) / steps)});
    }
    for (const LonLat position : projection.rim()) {
        const LonLat middle = box.centre();
        const LonLat near{middle.lon + std::remainder(position.lon - middle.lon, 360), position.lat};
        if (box.contains(near))
            inside.push_back(near);
    }
    return inside;
}

std::optional<QRectF> boundsOf(const std::vector<QPointF> &points)
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    double left = infinite;
    double right = -infinite;
    double low = infinite;
    double high = -infinite;
    for (const QPointF &point : points) {
        if (std::isnan(point.x()))
            continue;
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        low = std::min(low, point.y());
        high = std::max(high, point.y());
    }
    if (left > right)
        return std::nullopt;
    return QRectF(left, low, right - left, high - low);
}

} // namespace

Viewport::Viewport(Projection projection, QSizeF sizePx, QPointF topLeftMetres, double metresPerPixel, bool webMercator)
    : m_projection(std::move(projection))
    , m_sizePx(sizePx)
    , m_topLeftMetres(topLeftMetres)
    , m_metresPerPixel(metresPerPixel)
    , m_webMercator(webMercator)
{
    if (m_webMercator) {
        m_zoom = std::log2(worldMetres / (tilePx * m_metresPerPixel));
        return;
    }
    const QPointF middle(sizePx.width() / 2, sizePx.height() / 2);
    const double lat = lonLatFromPixel(middle).value_or(LonLat{}).lat;
    const double cosine = std::max(0.34, std::cos(lat * std::numbers::pi / 180));
    m_zoom = std::log2(worldMetres * cosine / (tilePx * metresPerPixelAt(middle)));
}

Viewport Viewport::webMercator(LonLat centre, double zoom, QSizeF sizePx)
{
    const double metresPerPixel = worldMetres / (tilePx * std::exp2(zoom));
    Projection projection = Projection::webMercator();
    const QPointF middle = *projection.metresFromLonLat(centre);
    const QPointF topLeft = middle + QPointF(-sizePx.width(), sizePx.height()) / 2 * metresPerPixel;
    return {std::move(projection), sizePx, topLeft, metresPerPixel, true};
}

Viewport Viewport::fitting(const Projection &projection, const LonLatBox &box, QSizeF sizePx, double marginPx)
{
    std::vector<QPointF> metres;
    projection.metresFromLonLats(edgesOf(box, 64), metres);
    if (std::ranges::any_of(metres, [](QPointF point) { return std::isnan(point.x()); }))
        projection.metresFromLonLats(insideOf(box, projection, 64), metres);
    const QRectF bounds = boundsOf(metres).value_or(QRectF(-1, -1, 2, 2));
    const double width = std::max(1.0, sizePx.width() - 2 * marginPx);
    const double height = std::max(1.0, sizePx.height() - 2 * marginPx);
    // A box of one position would give no scale at all: at closest a pixel is 10 cm.
    const double metresPerPixel = std::max({bounds.width() / width, bounds.height() / height, 0.1});
    const QPointF topLeft = bounds.center() + QPointF(-sizePx.width(), sizePx.height()) / 2 * metresPerPixel;
    const bool webMercator = projection.definition() == QLatin1String("EPSG:3857");
    return {projection, sizePx, topLeft, metresPerPixel, webMercator};
}

QPointF Viewport::metresFromPixel(QPointF pixel) const
{
    return {m_topLeftMetres.x() + pixel.x() * m_metresPerPixel, m_topLeftMetres.y() - pixel.y() * m_metresPerPixel};
}

QPointF Viewport::pixelFromMetres(QPointF metres) const
{
    return {(metres.x() - m_topLeftMetres.x()) / m_metresPerPixel,
            (m_topLeftMetres.y() - metres.y()) / m_metresPerPixel};
}

std::optional<QPointF> Viewport::pixelFromLonLat(LonLat position) const
{
    const std::optional<QPointF> metres = m_projection.metresFromLonLat(position);
    if (!metres)
        return std::nullopt;
    QPointF pixel = pixelFromMetres(*metres);
    if (m_webMercator) {
        const double world = worldMetres / m_metresPerPixel;
        const double middle = m_sizePx.width() / 2;
        pixel.rx() = middle + std::remainder(pixel.x() - middle, world);
    }
    return pixel;
}

std::optional<LonLat> Viewport::lonLatFromPixel(QPointF pixel) const
{
    const QPointF metres = metresFromPixel(pixel);
    std::optional<LonLat> position = m_projection.lonLatFromMetres(metres);
    if (!position)
        return std::nullopt;
    if (m_webMercator) {
        position->lon = std::remainder(position->lon, 360);
        return position;
    }
    // Outside the earth's image some projections answer with a position that is drawn elsewhere.
    const std::optional<QPointF> back = m_projection.metresFromLonLat(*position);
    if (!back || std::hypot(back->x() - metres.x(), back->y() - metres.y()) > m_metresPerPixel + 1)
        return std::nullopt;
    return position;
}

void Viewport::pixelsFromLonLats(std::span<const LonLat> positions, std::vector<QPointF> &pixels) const
{
    m_projection.metresFromLonLats(positions, pixels);
    std::ranges::transform(pixels, pixels.begin(), [this](QPointF metres) { return pixelFromMetres(metres); });
}

LonLatBox Viewport::box() const
{
    if (m_webMercator) {
        const LonLat topLeft = *m_projection.lonLatFromMetres(m_topLeftMetres);
        const QPointF corner(m_sizePx.width(), m_sizePx.height());
        const LonLat bottomRight = *m_projection.lonLatFromMetres(metresFromPixel(corner));
        const double width = bottomRight.lon - topLeft.lon;
        if (width >= 360)
            return {-180, bottomRight.lat, 180, topLeft.lat};
        double west = std::remainder(topLeft.lon, 360);
        if (west >= 180)
            west -= 360;
        return {west, bottomRight.lat, west + width, topLeft.lat};
    }
    const double meridian = m_projection.centralMeridian();
    const LonLatBox world{meridian - 180, -90, meridian + 180, 90};
    std::optional<LonLatBox> found;
    constexpr int steps = 24;
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= steps; ++column) {
            const auto position = lonLatFromPixel({m_sizePx.width() * column / steps, m_sizePx.height() * row / steps});
            if (!position)
                return world; // The edge of the earth's image is in view.
            const LonLat near{meridian + std::remainder(position->lon - meridian, 360), position->lat};
            found = found ? found->including(near) : LonLatBox{near.lon, near.lat, near.lon, near.lat};
        }
    }
    for (const double pole : {-90.0, 90.0}) {
        const std::optional<QPointF> pixel = pixelFromLonLat({meridian, pole});
        if (pixel && QRectF(QPointF(), m_sizePx).contains(*pixel))
            found = LonLatBox{world.west, std::min(found->south, pole), world.east, std::max(found->north, pole)};
    }
    // Between two samples the view may reach a little further.
    const double lonSpare = (found->east - found->west) / steps;
    const double latSpare = (found->north - found->south) / steps;
    return {std::max(world.west, found->west - lonSpare), std::max(-90.0, found->south - latSpare),
            std::min(world.east, found->east + lonSpare), std::min(90.0, found->north + latSpare)};
}

double Viewport::metresPerPixelAt(QPointF pixel) const
{
    const std::optional<LonLat> here = lonLatFromPixel(pixel);
    if (!here)
        return m_metresPerPixel;
    constexpr double step = 1e-4;
    const LonLat west{here->lon - step, here->lat};
    const LonLat east{here->lon + step, here->lat};
    const std::optional<QPointF> a = pixelFromLonLat(west);
    const std::optional<QPointF> b = pixelFromLonLat(east);
    if (!a || !b)
        return m_metresPerPixel;
    const double px = std::hypot(b->x() - a->x(), b->y() - a->y());
    const double metres = distanceMetres(west, east);
    return px > 0 && metres > 0 ? metres / px : m_metresPerPixel;
}

} // namespace dateline
