#include "ui/mapline.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

QList<QPointF> pixelsAlong(std::span<const LonLat> positions, const Viewport &view)
{
    constexpr double worldPx = 256;
    constexpr double farthest = 89; // The poles are infinitely far away on this map.
    const double width = worldPx * std::exp2(view.zoom());
    QList<QPointF> pixels;
    for (const LonLat position : positions) {
        std::optional<QPointF> pixel =
            view.pixelFromLonLat({position.lon, std::clamp(position.lat, -farthest, farthest)});
        if (!pixel)
            return {};
        if (!pixels.isEmpty())
            pixel->rx() = pixels.back().x() + std::remainder(pixel->x() - pixels.back().x(), width);
        pixels.append(*pixel);
    }
    return pixels;
}

} // namespace dateline
