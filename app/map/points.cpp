#include "map/points.h"

#include "map/shownrows.h"

#include <cmath>
#include <cstring>

namespace dateline
{

namespace
{

std::array<std::uint32_t, kindCount> coloursOf(const Theme &theme)
{
    std::array<std::uint32_t, kindCount> colours{};
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        const QColor colour = colourOf(static_cast<Kind>(kind), theme);
        const std::array<std::uint8_t, 4> bytes{
            static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue()), 0xff}; // As Format_RGBA8888_Premultiplied lays them out.
        std::memcpy(&colours.at(kind), bytes.data(), sizeof(std::uint32_t));
    }
    return colours;
}

} // namespace

std::uint32_t paintPoints(QImage &image, const IncidentTable &table, const Viewport &viewport, double pixelRatio,
                          const Theme &theme)
{
    const QSize size = (viewport.sizePx() * pixelRatio).toSize();
    if (image.size() != size || image.format() != QImage::Format_RGBA8888_Premultiplied)
        image = QImage(size, QImage::Format_RGBA8888_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    if (image.isNull())
        return 0;
    const FixedView view(viewport);
    const std::array<std::uint32_t, kindCount> colours = coloursOf(theme);
    const int side = std::max(2, static_cast<int>(std::lround(2 * pixelRatio)));
    const int lastX = size.width() - side;
    const int lastY = size.height() - side;
    const std::uint32_t *x = table.columns().x.data();
    const std::uint32_t *y = table.columns().y.data();
    const std::uint8_t *kind = table.columns().kind.data();
    const double scale = pixelRatio / view.unitsPerPixel;
    const double left = view.left * pixelRatio - side / 2.0;
    const double top = view.top * pixelRatio - side / 2.0;
    auto *pixels = reinterpret_cast<std::uint32_t *>(image.bits());
    const auto stride = static_cast<std::size_t>(image.bytesPerLine()) / sizeof(std::uint32_t);
    // Positions in whole sub-pixels: a multiplication and a shift each.
    constexpr int fraction = 16;
    const auto perUnit = static_cast<std::uint64_t>(scale * std::ldexp(1.0, 32 + fraction));
    const auto offset = [](double px) { return static_cast<std::int64_t>(std::lround(std::ldexp(px, fraction))); };
    const std::int64_t offsetX = offset(left);
    const std::int64_t offsetY = offset(top);
    const auto paint = [&](auto sideOf) {
        std::uint32_t painted = 0;
        forEachRowIn(table, view, [&, pixels, stride](std::uint32_t row) {
            ++painted;
            const auto px = [perUnit](std::uint32_t units, std::int64_t begin, int most) {
                const auto at = static_cast<std::int64_t>(units * perUnit >> 32U) + begin;
                return static_cast<std::size_t>(std::clamp<std::int64_t>(at >> fraction, 0, most));
            };
            std::uint32_t *at =
                pixels + px(y[row] - view.north, offsetY, lastY) * stride + px(x[row] - view.west, offsetX, lastX);
            const std::uint32_t colour = colours[kind[row]];
            for (int line = 0; line < sideOf(); ++line, at += stride) {
                for (int column = 0; column < sideOf(); ++column)
                    at[column] = colour;
            }
        });
        return painted;
    };
    // Most screens have the size that the compiler can unroll.
    return side == 2 ? paint([] { return 2; }) : paint([side] { return side; });
}

std::optional<std::uint32_t> nearestTo(const IncidentTable &table, const Viewport &viewport, QPointF pixel,
                                       double reachPx)
{
    // The same positions as in the view, but no more than lie around the pointer.
    FixedView around(viewport);
    const double middleX = (pixel.x() - around.left) * around.unitsPerPixel;
    const double middleY = (pixel.y() - around.top) * around.unitsPerPixel;
    const double reach = reachPx * around.unitsPerPixel;
    const auto middle = [](std::uint32_t edge, double offset) {
        return edge + static_cast<std::uint32_t>(static_cast<std::int64_t>(offset));
    };
    const FixedPosition at{middle(around.west, middleX), middle(around.north, middleY)};
    std::optional<std::uint32_t> nearest;
    double nearestBy = reach * reach;
    const IncidentColumns &columns = table.columns();
    const auto compare = [&](std::uint32_t row) {
        const double east = static_cast<std::int32_t>(columns.x[row] - at.x);
        const auto south = static_cast<double>(std::int64_t{columns.y[row]} - at.y);
        const double by = east * east + south * south;
        if (by <= nearestBy) { // The last of equals lies on top.
            nearestBy = by;
            nearest = row;
        }
    };
    // Where the view is small, half of all rows may lie in reach: each part looks no further than the nearest yet.
    constexpr std::size_t part = 4096;
    for (std::size_t begin = 0; begin < table.size(); begin += part) {
        const auto units = static_cast<std::uint32_t>(std::ceil(std::sqrt(nearestBy)));
        around.west = at.x - units;
        around.north = at.y > units ? at.y - units : 0;
        around.width = around.height = 2 * units;
        forEachRowIn(table, around, {begin, std::min(begin + part, table.size())}, compare);
    }
    return nearest;
}

} // namespace dateline
