#include "map/overlaypicture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double mercatorWorld = 2 * std::numbers::pi * 6378137.0; // metres around

/// A part of a view, and which column of it is the first.
struct ViewPart
{
    int left;
    OverlayView view;
};

/// @p view taken apart into copies of the world; Web Mercator's are many, other planes have one.
std::vector<ViewPart> partsOf(const OverlayView &view)
{
    if (view.projection != QLatin1StringView("EPSG:3857"))
        return {{0, view}};
    const double pixel = view.metresPerPixel();
    std::vector<ViewPart> parts;
    const int first = static_cast<int>(std::floor(view.metres.left() / mercatorWorld + 0.5));
    const int last = static_cast<int>(std::floor(view.metres.right() / mercatorWorld + 0.5));
    for (int copy = first; copy <= last; ++copy) {
        const double west = (copy - 0.5) * mercatorWorld;
        const auto columnOf = [&](double metres) {
            const double column = std::round((metres - view.metres.left()) / pixel);
            return static_cast<int>(std::clamp(column, 0.0, double(view.sizePx.width())));
        };
        const int left = columnOf(west);
        const int right = columnOf(west + mercatorWorld);
        if (right <= left)
            continue;
        OverlayView part = view;
        part.sizePx.setWidth(right - left);
        part.metres.setLeft(view.metres.left() + left * pixel - copy * mercatorWorld);
        part.metres.setWidth((right - left) * pixel);
        parts.push_back({left, part});
    }
    return parts;
}

OverlayView overlayViewOf(const Viewport &viewport, double pixelRatio)
{
    const QSizeF size = viewport.sizePx();
    const QPointF northWest = viewport.metresFromPixel({0, 0});
    const QPointF southEast = viewport.metresFromPixel({size.width(), size.height()});
    return {viewport.projection().definition(),
            QRectF(QPointF(northWest.x(), southEast.y()), QPointF(southEast.x(), northWest.y())),
            (size * pixelRatio).toSize(), pixelRatio};
}

/// Lays @p upper over @p picture, both of the device's pixels.
void lay(QImage &picture, const QImage &upper, int left, double opacity)
{
    QImage plain = upper;
    plain.setDevicePixelRatio(1);
    QPainter painter(&picture);
    painter.setOpacity(opacity);
    painter.drawImage(left, 0, plain);
}

} // namespace

QImage overlayPicture(std::span<const DrawnOverlay> overlays, const Viewport &viewport, double pixelRatio,
                      const std::stop_token &stop, const Overlay::Meanwhile &meanwhile, QStringList &problems)
{
    const OverlayView view = overlayViewOf(viewport, pixelRatio);
    QImage picture(view.sizePx, QImage::Format_ARGB32_Premultiplied);
    if (picture.isNull())
        return {};
    picture.fill(Qt::transparent);
    const auto finished = [&](QImage image) {
        image.setDevicePixelRatio(pixelRatio);
        return image;
    };
    for (const auto &[overlay, style] : overlays) {
        if (!style.visible || style.opacity <= 0)
            continue;
        for (const ViewPart &part : partsOf(view)) {
            Overlay::Meanwhile early;
            if (meanwhile) {
                early = [&](const QImage &coarse) {
                    QImage sofar = picture;
                    lay(sofar, coarse, part.left, style.opacity);
                    meanwhile(finished(sofar));
                };
            }
            const Result<QImage> own = overlay->picture(part.view, style, stop, early);
            if (stop.stop_requested())
                return {};
            if (own)
                lay(picture, *own, part.left, style.opacity);
            else
                problems.append(own.error().message);
        }
    }
    problems.removeDuplicates();
    return finished(picture);
}

} // namespace dateline
