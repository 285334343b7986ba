#include "map/clusters.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double worldUnits = 4294967296.0; // 2^32

/// A view as fixed-point Web Mercator sees it. Differences of x wrap around the world by themselves.
struct FixedView
{
    std::uint32_t west = 0;
    std::uint32_t width = 0;
    std::uint32_t north = 0;
    std::uint32_t height = 0;
    double unitsPerPixel = 1;

    explicit FixedView(const Viewport &viewport)
    {
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
        const double top = std::clamp(centre.y - halfHeight, 0.0, worldUnits - 1);
        const double bottom = std::clamp(centre.y + halfHeight, 0.0, worldUnits - 1);
        north = static_cast<std::uint32_t>(top);
        height = static_cast<std::uint32_t>(bottom - top);
        m_left = size.width() / 2 - halfWidth / unitsPerPixel;
        m_top = (top - (centre.y - halfHeight)) / unitsPerPixel;
        if (width == ~0U)
            m_left = size.width() / 2 - worldUnits / 2 / unitsPerPixel;
    }

    [[nodiscard]] bool holds(std::uint32_t x, std::uint32_t y) const
    {
        return x - west <= width && y - north <= height;
    }
    [[nodiscard]] QPointF pixelFrom(double fromWest, double fromNorth) const
    {
        return {m_left + fromWest / unitsPerPixel, m_top + fromNorth / unitsPerPixel};
    }

private:
    double m_left = 0; // Where west is drawn.
    double m_top = 0;
};

/// Sums of one cell, relative to the view's corner so that they do not wrap.
struct Cell
{
    double x = 0;
    double y = 0;
    std::array<std::uint32_t, kindCount> kinds{};
    std::uint32_t count = 0;
    std::uint32_t first = 0;
};

} // namespace

std::vector<Cluster> clustersIn(const IncidentColumns &columns, const ColumnFilter &filter, const Viewport &viewport)
{
    constexpr double widestCellPx = 64;
    const FixedView view(viewport);
    // The largest power of two that is no wider than that on the screen.
    const int shift = std::clamp(static_cast<int>(std::floor(std::log2(widestCellPx * view.unitsPerPixel))), 0, 31);
    const std::uint32_t westCell = view.west >> shift;
    const std::uint32_t northCell = view.north >> shift;
    const std::size_t across = (((view.west & ((1ULL << shift) - 1)) + view.width) >> shift) + 1;
    const std::size_t down = (((view.north & ((1ULL << shift) - 1)) + view.height) >> shift) + 1;
    // Columns of cells wrap around the world as x does.
    const std::uint32_t cellMask = shift == 0 ? ~0U : (1U << (32 - shift)) - 1;
    std::vector<Cell> cells(across * down);
    for (std::uint32_t row = 0; row < columns.size(); ++row) {
        const std::uint32_t x = columns.x[row];
        const std::uint32_t y = columns.y[row];
        if (!view.holds(x, y) || !columns.has(row, IncidentColumns::HasPlace) || !filter.shows(row))
            continue;
        const std::size_t column = ((x >> shift) - westCell) & cellMask;
        Cell &cell = cells[((y >> shift) - northCell) * across + std::min(column, across - 1)];
        if (cell.count++ == 0)
            cell.first = row;
        ++cell.kinds.at(columns.kind[row]);
        cell.x += x - view.west;
        cell.y += y - view.north;
    }
    std::vector<Cluster> clusters;
    for (const Cell &cell : cells) {
        if (cell.count > 0)
            clusters.push_back(
                {view.pixelFrom(cell.x / cell.count, cell.y / cell.count), cell.kinds, cell.count, cell.first});
    }
    return clusters;
}

std::optional<std::vector<std::uint32_t>> rowsIn(const IncidentColumns &columns, const ColumnFilter &filter,
                                                 const Viewport &viewport, std::size_t most)
{
    const FixedView view(viewport);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < columns.size(); ++row) {
        if (!columns.has(row, IncidentColumns::HasPlace) || !filter.shows(row))
            continue;
        if (!columns.has(row, IncidentColumns::IsArea) && !view.holds(columns.x[row], columns.y[row]))
            continue;
        if (rows.size() == most)
            return std::nullopt;
        rows.push_back(row);
    }
    return rows;
}

} // namespace dateline
