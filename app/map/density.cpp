#include "map/density.h"

#include "map/shownrows.h"

#include <cmath>
#include <numbers>

namespace dateline
{

DensityGrid densityIn(const IncidentTable &table, const Viewport &viewport)
{
    constexpr double widestPx = 16;
    constexpr double equatorMetres = 40'075'016.686;
    const FixedView narrow(viewport);
    const int shift = narrow.shiftOf(widestPx);
    const FixedView view = narrow.widenedTo(shift);
    DensityGrid density;
    density.across = static_cast<int>((view.width >> shift) + 1);
    density.down = static_cast<int>((view.height >> shift) + 1);
    const auto across = static_cast<std::size_t>(density.across);
    density.counts.resize(across * static_cast<std::size_t>(density.down));
    const std::uint32_t *x = table.columns().x.data();
    const std::uint32_t *y = table.columns().y.data();
    forEachRowIn(table, view, [&](std::uint32_t row) {
        ++density.counts[((y[row] - view.north) >> shift) * across + ((x[row] - view.west) >> shift)];
        ++density.total;
    });
    const double side = std::ldexp(1.0, shift) / view.unitsPerPixel;
    density.box = QRectF(view.pixelFrom(0, 0), QSizeF(density.across * side, density.down * side));
    const QSizeF size = viewport.sizePx();
    const LonLat middle = viewport.lonLatFromPixel({size.width() / 2, size.height() / 2}).value_or(LonLat{});
    density.sideMetres = std::ldexp(equatorMetres, shift - 32) * std::cos(middle.lat * std::numbers::pi / 180);
    return density;
}

} // namespace dateline
