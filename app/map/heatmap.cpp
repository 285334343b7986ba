#include "map/heatmap.h"

#include "map/shownrows.h"

#include <cmath>

namespace dateline
{

namespace
{

constexpr int reach = 8; ///< Of a mean, to both sides.
constexpr int means = 3;
constexpr int margin = reach * means; ///< From so far outside the view something still reaches into it.
constexpr double halfWidthPx = 20; ///< Of the bell that the means make, at half its height.

/// Replaces each value of rows of @p across by the sum of those within reach in its row.
void sumAlongRows(std::vector<float> &values, std::size_t across)
{
    std::vector<float> padded(across + 2 * reach + 1);
    for (std::size_t begin = 0; begin < values.size(); begin += across) {
        float *row = values.data() + begin;
        std::copy_n(row, across, padded.data() + reach + 1);
        float sum = 0;
        for (std::size_t i = 1; i <= 2 * reach; ++i)
            sum += padded[i];
        for (std::size_t i = 0; i < across; ++i) {
            sum += padded[i + 2 * reach + 1] - padded[i];
            row[i] = sum;
        }
    }
}

/// The same in each column; a row at a time, as memory has them.
void sumAlongColumns(std::vector<float> &values, std::size_t across)
{
    const std::size_t down = values.size() / across;
    const std::vector<float> before = values;
    std::vector<float> sums(across);
    const auto add = [&](std::size_t row, float sign) {
        const float *from = before.data() + row * across;
        for (std::size_t i = 0; i < across; ++i)
            sums[i] += sign * from[i];
    };
    for (std::size_t row = 0; row < std::min<std::size_t>(reach, down); ++row)
        add(row, 1);
    for (std::size_t row = 0; row < down; ++row) {
        if (row + reach < down)
            add(row + reach, 1);
        if (row > reach)
            add(row - reach - 1, -1);
        std::ranges::copy(sums, values.begin() + static_cast<std::ptrdiff_t>(row * across));
    }
}

} // namespace

HeatMap heatIn(const IncidentTable &table, const Viewport &viewport)
{
    HeatMap heat;
    heat.across = static_cast<int>(std::ceil(viewport.sizePx().width()));
    heat.down = static_cast<int>(std::ceil(viewport.sizePx().height()));
    const QSizeF wider = viewport.sizePx() + QSizeF(2 * margin, 2 * margin);
    const std::optional<LonLat> middle =
        viewport.lonLatFromPixel({viewport.sizePx().width() / 2, viewport.sizePx().height() / 2});
    const FixedView view(Viewport::webMercator(middle.value_or(LonLat{}), viewport.zoom(), wider));
    const auto widened = [](int count) { return static_cast<std::size_t>(count) + std::size_t{2} * margin; };
    const std::size_t across = widened(heat.across);
    const std::size_t down = widened(heat.down);
    std::vector<float> values(across * down);
    const std::uint32_t *x = table.columns().x.data();
    const std::uint32_t *y = table.columns().y.data();
    const double perUnit = 1 / view.unitsPerPixel;
    const auto indexOf = [](double px, std::size_t count) {
        return static_cast<std::size_t>(std::clamp(px, 0.0, static_cast<double>(count - 1)));
    };
    forEachRowIn(table, view, [&](std::uint32_t row) {
        const std::size_t column = indexOf(view.left + (x[row] - view.west) * perUnit, across);
        ++values[indexOf(view.top + (y[row] - view.north) * perUnit, down) * across + column];
    });
    for (std::size_t row = margin; row + margin < down; ++row) {
        for (std::size_t column = margin; column + margin < across; ++column)
            heat.total += static_cast<std::uint32_t>(values[row * across + column]);
    }
    for (int mean = 0; mean < means; ++mean)
        sumAlongRows(values, across);
    for (int mean = 0; mean < means; ++mean)
        sumAlongColumns(values, across);
    const double summed = std::pow(2 * reach + 1, 2 * means);
    heat.perSquareKm.resize(static_cast<std::size_t>(heat.across) * static_cast<std::size_t>(heat.down));
    float *to = heat.perSquareKm.data();
    for (int row = 0; row < heat.down; ++row) {
        const double side = viewport.metresPerPixelAt({viewport.sizePx().width() / 2, row + 0.5}) / 1000;
        const auto factor = static_cast<float>(1 / (summed * side * side));
        const float *from = values.data() + static_cast<std::size_t>(row + margin) * across + margin;
        for (int column = 0; column < heat.across; ++column)
            *to++ = std::max(0.0F, from[column]) * factor; // Sums of many may end a little below 0.
    }
    heat.evenedMetres =
        halfWidthPx * viewport.metresPerPixelAt({viewport.sizePx().width() / 2, viewport.sizePx().height() / 2});
    return heat;
}

} // namespace dateline
