#include "ui/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double largestFitZoom = 9;
constexpr double fitMarginPx = 72;
constexpr double worldPx = 256;

double mercatorY(double lat)
{
    const double radians = std::clamp(lat, -85.0, 85.0) * std::numbers::pi / 180;
    return (1 - std::asinh(std::tan(radians)) / std::numbers::pi) / 2;
}

double latFromMercatorY(double y)
{
    return std::atan(std::sinh((1 - 2 * y) * std::numbers::pi)) * 180 / std::numbers::pi;
}

} // namespace

Camera::Camera(QObject *parent)
    : QObject(parent)
{
}

Viewport Camera::viewport() const
{
    return Viewport::webMercator(m_centre, m_zoom, m_size.isEmpty() ? QSizeF(1, 1) : m_size);
}

ScaleBar Camera::scaleBar() const
{
    constexpr double longestPx = 128;
    const QPointF middle(m_size.width() / 2, m_size.height() / 2);
    return scaleBarFor(viewport().metresPerPixelAt(middle), longestPx);
}

double Camera::scaleLength() const
{
    return scaleBar().lengthPx;
}

QString Camera::scaleText() const
{
    return scaleBar().text;
}

void Camera::follow(double longitude, double latitude, double zoom, QSizeF size)
{
    const bool resized = size != m_size;
    m_centre = {longitude, latitude};
    m_zoom = zoom;
    m_size = size;
    // What was asked to fit still does after the window got its final size, unless somebody has moved the map since.
    if (m_fittedZoom && !m_fitting && !resized) {
        m_fitted.reset();
        m_fittedZoom.reset();
    }
    if (m_fitted && resized && canFit())
        fitNow(*m_fitted, Motion::Jump);
    Q_EMIT changed();
}

bool Camera::canFit() const
{
    return m_size.width() > 2 * fitMarginPx && m_size.height() > 2 * fitMarginPx;
}

void Camera::fit(const LonLatBox &box, Motion motion)
{
    m_fitted = box;
    if (canFit())
        fitNow(box, motion);
}

void Camera::fitNow(const LonLatBox &box, Motion motion)
{
    const double top = mercatorY(box.north);
    const double bottom = mercatorY(box.south);
    const double width = std::max((box.east - box.west) / 360, 1e-9);
    const double height = std::max(bottom - top, 1e-9);
    const double zoom = std::log2(std::min((m_size.width() - 2 * fitMarginPx) / (width * worldPx),
                                           (m_size.height() - 2 * fitMarginPx) / (height * worldPx)));
    // Whole levels show the tiles pixel for pixel; a quarter below one is worth the sharper picture.
    const double whole = std::floor(zoom + 0.15);
    m_fittedZoom = std::min(whole, largestFitZoom);
    m_fitting = true;
    Q_EMIT moveRequested(box.centre().lon, latFromMercatorY((top + bottom) / 2), *m_fittedZoom,
                         motion == Motion::Glide);
    m_fitting = false;
}

QPointF Camera::pixelOf(double longitude, double latitude) const
{
    return viewport().pixelFromLonLat({longitude, latitude}).value_or(QPointF(-1e4, -1e4));
}

void Camera::reveal(LonLat position)
{
    if (m_size.isEmpty())
        return;
    const std::optional<QPointF> pixel = viewport().pixelFromLonLat(position);
    const QRectF inside(fitMarginPx, fitMarginPx, m_size.width() - 2 * fitMarginPx, m_size.height() - 2 * fitMarginPx);
    if (!pixel || !inside.contains(*pixel))
        Q_EMIT moveRequested(position.lon, position.lat, m_zoom, true);
}

void Camera::look(LonLat position, double zoom)
{
    go(position, std::max(zoom, m_zoom));
}

void Camera::go(LonLat position, double zoom)
{
    Q_EMIT moveRequested(position.lon, position.lat, zoom, true);
}

} // namespace dateline
