#include "map/outlinegrid.h"

#include <QtAssert>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

namespace dateline
{

namespace
{

constexpr std::uint32_t mixedCell = 1U << 31U;

std::uint32_t cellAt(std::uint32_t x, std::uint32_t y)
{
    return (y >> CellBox::shift) * CellBox::side + (x >> CellBox::shift);
}

} // namespace

OutlineGrid::OutlineGrid(Outlines outlines, double reachKm)
    : m_reachKm(reachKm)
    , m_bands(std::move(outlines))
    , m_cells(std::size_t{CellBox::side} * CellBox::side, none)
{
    Q_ASSERT(m_bands.outlines().size() <= none);
    std::vector<Near> near;
    const auto count = static_cast<std::uint16_t>(m_bands.outlines().size());
    for (std::uint16_t area = 0; area < count; ++area) {
        const std::vector<std::uint32_t> met = cellsNearOutline(area, 0);
        // Only what the area holds wholly is its own: where its outline passes, the one before stays.
        std::vector<std::uint32_t> before(met.size());
        std::ranges::transform(met, before.begin(), [this](std::uint32_t cell) { return m_cells[cell]; });
        fill(area);
        for (std::size_t i = 0; i < met.size(); ++i)
            m_cells[met[i]] = before[i];
        for (const std::uint32_t cell : cellsNearOutline(area, m_reachKm))
            near.push_back({cell, area, !std::ranges::binary_search(met, cell)});
    }
    // Where an area holds all of a cell nobody asks what else is near.
    std::erase_if(near, [this](Near one) { return one.outside && m_cells[one.cell] != none; });
    listCandidates(std::move(near));
}

std::vector<std::uint32_t> OutlineGrid::cellsNearOutline(std::uint16_t area, double km) const
{
    std::vector<std::uint32_t> cells;
    CellBox last{};
    for (const Outlines::Ring &ring : outlines().ringsOf(area)) {
        for (std::uint32_t corner = ring.begin; corner + 1 < ring.end; ++corner) {
            const CellBox box = cellsNear(outlines().corners[corner], outlines().corners[corner + 1], km);
            if (std::exchange(last, box) == box)
                continue;
            for (std::uint32_t row = box.row; row < box.row + box.rows; ++row) {
                for (std::uint32_t column = box.column; column < box.column + box.columns; ++column)
                    cells.push_back(row * CellBox::side + column % CellBox::side);
            }
        }
    }
    std::ranges::sort(cells);
    cells.erase(std::ranges::unique(cells).begin(), cells.end());
    return cells;
}

// Sets the cells whose middle row of positions lies inside.
void OutlineGrid::fill(std::uint16_t area)
{
    std::uint32_t north = ~0U;
    std::uint32_t south = 0;
    for (const Outlines::Ring &ring : outlines().ringsOf(area)) {
        north = std::min(north, ring.least.y);
        south = std::max(south, ring.most.y);
    }
    for (std::uint32_t row = north >> CellBox::shift; row <= south >> CellBox::shift; ++row) {
        const std::uint32_t middle = (row << CellBox::shift) + (1U << (CellBox::shift - 1));
        const std::vector<double> ends = m_bands.crossings(area, middle);
        for (std::size_t i = 1; i < ends.size(); i += 2)
            std::fill(m_cells.begin() + cellAt(static_cast<std::uint32_t>(ends[i - 1]), middle),
                      m_cells.begin() + cellAt(static_cast<std::uint32_t>(ends[i]), middle) + 1, area);
    }
}

void OutlineGrid::listCandidates(std::vector<Near> near)
{
    std::ranges::sort(near, {}, [](Near one) { return std::tuple(one.cell, one.outside, -one.area); });
    for (auto first = near.begin(); first != near.end();) {
        const auto last = std::find_if(first, near.end(), [first](Near one) { return one.cell != first->cell; });
        const auto outside = std::find_if(first, last, [](Near one) { return one.outside; });
        std::uint32_t &cell = m_cells[first->cell];
        // What holds all of the cell hides the lower numbers.
        const std::uint32_t whole = cell;
        const auto hidden =
            std::find_if(first, outside, [whole](Near one) { return whole != none && one.area < whole; });
        if (whole == none || hidden != first) {
            cell = mixedCell | static_cast<std::uint32_t>(m_candidates.size());
            const auto add = std::back_inserter(m_candidates);
            std::transform(first, hidden, add, [](Near one) { return one.area; });
            if (whole != none)
                m_candidates.push_back(static_cast<std::uint16_t>(whole));
            m_candidates.push_back(none);
            std::transform(outside, last, add, [](Near one) { return one.area; });
            m_candidates.push_back(none);
        }
        first = last;
    }
}

std::uint16_t OutlineGrid::at(FixedPosition position) const
{
    const std::uint32_t cell = m_cells[cellAt(position.x, position.y)];
    return (cell & mixedCell) == 0 ? static_cast<std::uint16_t>(cell) : among(cell, position);
}

std::vector<std::uint16_t> OutlineGrid::of(const IncidentColumns &columns) const
{
    // Row of cells by row of cells, so that edges are fetched from memory once; it takes half the time.
    const auto forEachPlaced = [&columns](auto take) {
        for (std::uint32_t row = 0; row < columns.size(); ++row) {
            if (columns.has(row, IncidentColumns::HasPlace))
                take(row, columns.y[row] >> CellBox::shift);
        }
    };
    std::vector<std::uint32_t> begins(CellBox::side + 1);
    forEachPlaced([&](std::uint32_t, std::uint32_t band) { ++begins[band + 1]; });
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<std::uint32_t> order(begins.back());
    forEachPlaced([&](std::uint32_t row, std::uint32_t band) { order[begins[band]++] = row; });
    std::vector<std::uint16_t> found(columns.size(), none);
    for (const std::uint32_t row : order)
        found[row] = at({columns.x[row], columns.y[row]});
    return found;
}

std::uint16_t OutlineGrid::among(std::uint32_t cell, FixedPosition position) const
{
    const auto first = m_candidates.begin() + (cell & ~mixedCell);
    auto candidate = first;
    for (; *candidate != none; ++candidate) {
        if (m_bands.holds(*candidate, position))
            return *candidate;
    }
    std::uint16_t nearest = none;
    double least = m_reachKm;
    const auto measure = [&](std::uint16_t area) {
        const double km = m_bands.kmTo(area, position, least);
        if (km <= least) {
            least = km;
            nearest = area;
        }
    };
    std::for_each(first, candidate, measure);
    for (++candidate; *candidate != none; ++candidate)
        measure(*candidate);
    return nearest;
}

} // namespace dateline
