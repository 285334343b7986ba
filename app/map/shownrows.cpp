#include "map/shownrows.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

FixedView::FixedView(const Viewport &viewport)
{
    constexpr double worldUnits = 4294967296.0; // 2^32
    const QSizeF size = viewport.sizePx();
    unitsPerPixel = worldUnits / (256 * std::exp2(viewport.zoom()));
    const std::optional<LonLat> middle = viewport.lonLatFromPixel({size.width() / 2, size.height() / 2});
    const FixedPosition centre = fixedFromLonLat(middle.value_or(LonLat{}));
    const double halfWidth = size.width() / 2 * unitsPerPixel;
    const double halfHeight = size.height() / 2 * unitsPerPixel;
    if (halfWidth * 2 < worldUnits) {
        west = centre.x - static_cast<std::uint32_t>(static_cast<std::int64_t>(halfWidth));
        width = static_cast<std::uint32_t>(halfWidth * 2);
    } else {
        west = centre.x - (1U << 31U);
        width = ~0U;
    }
    const double northEdge = std::clamp(centre.y - halfHeight, 0.0, worldUnits - 1);
    const double southEdge = std::clamp(centre.y + halfHeight, 0.0, worldUnits - 1);
    north = static_cast<std::uint32_t>(northEdge);
    height = static_cast<std::uint32_t>(southEdge - northEdge);
    left = size.width() / 2 - (width == ~0U ? worldUnits / 2 : halfWidth) / unitsPerPixel;
    top = (northEdge - (centre.y - halfHeight)) / unitsPerPixel;
}

FixedView::FixedView(const LonLatBox &box)
{
    const FixedPosition northWest = fixedFromLonLat({box.west, box.north});
    const FixedPosition southEast = fixedFromLonLat({box.east, box.south});
    const bool isAround = box.east - box.west >= 360;
    west = isAround ? 0 : northWest.x;
    width = isAround ? ~0U : southEast.x - northWest.x;
    north = northWest.y;
    height = southEast.y - northWest.y;
}

int FixedView::shiftOf(double widestPx) const
{
    return std::clamp(static_cast<int>(std::floor(std::log2(widestPx * unitsPerPixel))), 0, 31);
}

FixedView FixedView::widenedTo(int shift) const
{
    const auto part = static_cast<std::uint32_t>((1ULL << static_cast<unsigned>(shift)) - 1);
    FixedView wide = *this;
    wide.west -= west & part;
    wide.left -= (west & part) / unitsPerPixel;
    wide.width = static_cast<std::uint32_t>(std::min<std::uint64_t>((std::uint64_t{west & part} + width) | part, ~0U));
    wide.north -= north & part;
    wide.top -= (north & part) / unitsPerPixel;
    wide.height = static_cast<std::uint32_t>(
        std::min<std::uint64_t>((std::uint64_t{north & part} + height) | part, ~0U - wide.north));
    return wide;
}

std::uint32_t countShownIn(const IncidentTable &table, const Viewport &viewport)
{
    std::uint32_t count = 0;
    forEachRowIn(table, FixedView(viewport), [&count](std::uint32_t) { ++count; });
    return count;
}

} // namespace dateline
