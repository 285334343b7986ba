#pragma once

#include <QRectF>

#include <vector>

namespace dateline
{

/// Boxes on a page, asked quickly whether one more would meet any of them.
class BoxGrid
{
public:
    /// A grid over @p area; boxes may reach beyond it.
    explicit BoxGrid(const QRectF &area);

    void add(const QRectF &box);
    [[nodiscard]] bool meets(const QRectF &box) const;

private:
    struct Cells
    {
        int left;
        int top;
        int right;
        int bottom;
    };
    [[nodiscard]] Cells cellsOf(const QRectF &box) const;
    [[nodiscard]] std::size_t indexOf(int row, int column) const;

    QPointF m_origin;
    int m_columns;
    int m_rows;
    std::vector<std::vector<QRectF>> m_cells;
};

} // namespace dateline
