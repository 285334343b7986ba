#include "map/clusters.h"

#include "map/shownrows.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace dateline
{

namespace
{

constexpr double widestCellPx = 64;

/// Sums of one cell, relative to the view's corner so that they do not wrap.
struct Cell
{
    std::uint64_t x = 0;
    std::uint64_t y = 0;
    std::array<std::uint32_t, kindCount> kinds{};
    std::uint32_t one = 0;
};

} // namespace

std::vector<Cluster> clustersIn(const IncidentTable &table, const Viewport &viewport)
{
    const FixedView narrow(viewport);
    const int shift = narrow.shiftOf(widestCellPx);
    const FixedView view = narrow.widenedTo(shift);
    const std::size_t across = (view.width >> shift) + std::size_t{1};
    const std::size_t down = (view.height >> shift) + std::size_t{1};
    std::vector<Cell> cells(across * down);
    const std::uint32_t *x = table.columns().x.data();
    const std::uint32_t *y = table.columns().y.data();
    const std::uint8_t *kind = table.columns().kind.data();
    forEachRowIn(table, view, [&](std::uint32_t row) {
        Cell &cell = cells[((y[row] - view.north) >> shift) * across + ((x[row] - view.west) >> shift)];
        cell.x += x[row] - view.west;
        cell.y += y[row] - view.north;
        ++cell.kinds[kind[row]];
        cell.one = row;
    });
    std::vector<Cluster> clusters;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell &cell = cells[i];
        const std::uint32_t count = std::reduce(cell.kinds.begin(), cell.kinds.end());
        if (count == 0)
            continue;
        const auto mean = [count](std::uint64_t sum) { return static_cast<double>(sum) / count; };
        clusters.push_back({view.pixelFrom(mean(cell.x), mean(cell.y)),
                            cell.kinds,
                            count,
                            cell.one,
                            {view.west + static_cast<std::uint32_t>(cell.x / count),
                             view.north + static_cast<std::uint32_t>(cell.y / count)},
                            {shift, x[cell.one] >> shift, y[cell.one] >> shift}});
    }
    return clusters;
}

std::optional<std::vector<std::uint32_t>> rowsIn(const IncidentTable &table, const Viewport &viewport, std::size_t most)
{
    std::vector<std::uint32_t> rows;
    std::size_t count = 0;
    forEachRowReaching(table, FixedView(viewport), [&](std::uint32_t row) {
        if (++count <= most)
            rows.push_back(row);
    });
    return count <= most ? std::optional(std::move(rows)) : std::nullopt;
}

std::vector<std::uint32_t> rowsIn(const IncidentTable &table, const WorldCell &cell)
{
    std::vector<std::uint32_t> rows;
    const IncidentColumns &columns = table.columns();
    for (std::uint32_t row = 0; row < columns.size(); ++row) {
        if (columns.x[row] >> cell.shift == cell.column && columns.y[row] >> cell.shift == cell.row && table.shows(row)
            && columns.has(row, IncidentColumns::HasPlace))
            rows.push_back(row);
    }
    return rows;
}

std::optional<double> zoomThatSplits(const IncidentColumns &columns, std::span<const std::uint32_t> rows)
{
    std::uint32_t differing = 0;
    for (const std::uint32_t row : rows)
        differing |= (columns.x[row] ^ columns.x[rows.front()]) | (columns.y[row] ^ columns.y[rows.front()]);
    if (differing == 0)
        return std::nullopt;
    // Cells of this shift part what differs in its highest bit; the zoom at which cells of that shift come into use.
    const int shift = std::bit_width(differing) - 1;
    return std::log2(widestCellPx * 4294967296.0 / 256) - shift - 1 + 1e-6;
}

} // namespace dateline
