#include "map/density.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace dateline
{

SquareGrid squaresIn(const IncidentTable &table, const FixedView &view, int shift, bool closely)
{
    const FixedView wide = view.widenedTo(shift);
    SquareGrid grid{shift,
                    wide.west,
                    wide.north,
                    static_cast<int>((wide.width >> shift) + 1),
                    static_cast<int>((wide.height >> shift) + 1),
                    {}};
    const auto across = static_cast<std::size_t>(grid.across);
    grid.counts.resize(across * static_cast<std::size_t>(grid.down));
    const IncidentColumns &columns = table.columns();
    const auto count = [x = columns.x.data(), y = columns.y.data(), counts = grid.counts.data(), west = wide.west,
                        north = wide.north, shift, across](std::uint32_t row) {
        ++counts[((y[row] - north) >> shift) * across + ((x[row] - west) >> shift)];
    };
    if (!closely) {
        forEachRowIn(table, wide, count);
        return grid;
    }
    forEachRowIn(table, wide, [count, reach = columns.reach.data(), shift](std::uint32_t row) {
        if (reach[row] <= shift)
            count(row);
    });
    return grid;
}

DensityGrid densityIn(const IncidentTable &table, const Viewport &viewport)
{
    constexpr double widestPx = 16;
    constexpr double equatorMetres = 40'075'016.686;
    const FixedView narrow(viewport);
    const int shift = narrow.shiftOf(widestPx);
    const FixedView view = narrow.widenedTo(shift);
    SquareGrid grid = squaresIn(table, narrow, shift);
    DensityGrid density{grid.across, grid.down, std::move(grid.counts), {}, 0, 0};
    density.total = std::accumulate(density.counts.begin(), density.counts.end(), 0U);
    const double side = std::ldexp(1.0, shift) / view.unitsPerPixel;
    density.box = QRectF(view.pixelFrom(0, 0), QSizeF(density.across * side, density.down * side));
    const QSizeF size = viewport.sizePx();
    const LonLat middle = viewport.lonLatFromPixel({size.width() / 2, size.height() / 2}).value_or(LonLat{});
    density.sideMetres = std::ldexp(equatorMetres, shift - 32) * std::cos(middle.lat * std::numbers::pi / 180);
    return density;
}

} // namespace dateline
