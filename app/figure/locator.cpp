#include "figure/locator.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

constexpr int outlineSteps = 16; // on each side of the frame

/// The edge of what @p view shows, drawn in @p small.
QPolygonF outlineOf(const Viewport &view, const Viewport &small)
{
    const QSizeF size = view.sizePx();
    const std::array<QPointF, 5> corners{QPointF(0, 0), QPointF(size.width(), 0), QPointF(size.width(), size.height()),
                                         QPointF(0, size.height()), QPointF(0, 0)};
    QPolygonF outline;
    for (std::size_t side = 0; side + 1 < corners.size(); ++side) {
        for (int i = 0; i < outlineSteps; ++i) {
            const QPointF pixel = corners[side] + (corners[side + 1] - corners[side]) * i / outlineSteps;
            const std::optional<LonLat> position = view.lonLatFromPixel(pixel);
            const std::optional<QPointF> at = position ? small.pixelFromLonLat(*position) : std::nullopt;
            if (at)
                outline << *at;
        }
    }
    return outline;
}

} // namespace

LonLatBox surroundingsOf(const LonLatBox &box)
{
    constexpr double times = 8;
    constexpr double least = 24; // degrees
    const LonLat middle = box.centre();
    const double height = std::max(least * 0.6, times * (box.north - box.south));
    const double width = std::max(least, times * (box.east - box.west));
    if (width > 150 || height > 100)
        return {-180, -58, 180, 80};
    const double lat = std::clamp(middle.lat, -80 + height / 2, 80 - height / 2);
    return {middle.lon - width / 2, lat - height / 2, middle.lon + width / 2, lat + height / 2};
}

void paintLocator(QPainter &painter, const QRectF &rect, const Viewport &view, const BaseMap &baseMap,
                  const Theme &theme)
{
    const LonLatBox around = surroundingsOf(view.box());
    const Viewport small = Viewport::fitting(Projection::fitting(around), around, rect.size());
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.translate(rect.topLeft());
    baseMap.paint(painter, small, theme);
    QPolygonF outline = outlineOf(view, small);
    // Where most of the frame lies beyond the earth's edge, it shows all or half of the earth: there is nothing to find.
    if (outline.size() < 2 * outlineSteps)
        outline.clear();
    QColor fill = theme.accent;
    fill.setAlphaF(0.15F);
    painter.setBrush(fill);
    painter.setPen(QPen(theme.accent, 2));
    constexpr double visible = 10; // pixels; a smaller outline is easily overlooked
    const QRectF bounds = outline.boundingRect();
    if (!outline.isEmpty() && (bounds.width() < visible || bounds.height() < visible))
        painter.drawEllipse(bounds.center(), visible, visible);
    else
        painter.drawPolygon(outline);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.hairline, 1));
    painter.drawRect(rect);
}

} // namespace dateline
