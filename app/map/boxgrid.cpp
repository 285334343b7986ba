#include "map/boxgrid.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double cellPx = 64;

int cellCount(double length)
{
    return static_cast<int>(std::clamp(std::ceil(length / cellPx), 1.0, 512.0));
}

int cellAt(double offset, int count)
{
    return static_cast<int>(std::clamp(std::floor(offset / cellPx), 0.0, count - 1.0));
}

} // namespace

BoxGrid::BoxGrid(const QRectF &area)
    : m_origin(area.topLeft())
    , m_columns(cellCount(area.width()))
    , m_rows(cellCount(area.height()))
    , m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{
}

BoxGrid::Cells BoxGrid::cellsOf(const QRectF &box) const
{
    return {cellAt(box.left() - m_origin.x(), m_columns), cellAt(box.top() - m_origin.y(), m_rows),
            cellAt(box.right() - m_origin.x(), m_columns), cellAt(box.bottom() - m_origin.y(), m_rows)};
}

std::size_t BoxGrid::indexOf(int row, int column) const
{
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
}

void BoxGrid::add(const QRectF &box)
{
    const Cells cells = cellsOf(box);
    for (int row = cells.top; row <= cells.bottom; ++row) {
        for (int column = cells.left; column <= cells.right; ++column)
            m_cells[indexOf(row, column)].push_back(box);
    }
}

bool BoxGrid::meets(const QRectF &box) const
{
    const Cells cells = cellsOf(box);
    for (int row = cells.top; row <= cells.bottom; ++row) {
        for (int column = cells.left; column <= cells.right; ++column) {
            const std::vector<QRectF> &held = m_cells[indexOf(row, column)];
            if (std::ranges::any_of(held, [&](const QRectF &other) { return other.intersects(box); }))
                return true;
        }
    }
    return false;
}

} // namespace dateline
