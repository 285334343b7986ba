#pragma once

#include "base/lonlat.h"
#include "base/result.h"
#include "geo/overlay.h"
#include "geo/projection.h"

#include <QPointF>
#include <QRectF>

#include <functional>
#include <optional>
#include <vector>

namespace dateline
{

/// The projection of @p view; Unsupported if it is unknown.
[[nodiscard]] Result<Projection> projectionOf(const OverlayView &view);

/// The place that @p metres of the plane of @p projection show; none outside the earth’s image, where some projections
/// answer with a place that is drawn elsewhere. Longitude −180…180.
[[nodiscard]] std::optional<LonLat> shownPlace(const Projection &projection, QPointF metres, double metresPerPixel);

/// Where the middles of a view’s pixels lie in the pixels of a source, which has any projection or none.
///
/// Asked of the source on a grid, and between its nodes exact to a fifth of a pixel of the view: where that cannot be had
/// by halving the way, such as along the antimeridian, each pixel is asked.
class ViewGrid
{
public:
    using ToSource = std::function<std::optional<QPointF>(LonLat)>;

    ViewGrid(const OverlayView &view, const Projection &projection, const ToSource &toSource,
             const std::stop_token &stop);

    /// The positions of row @p y; NaN where there are none.
    void row(int y, std::vector<QPointF> &positions) const;

    /// Around all positions; empty if there are none.
    [[nodiscard]] QRectF box() const { return m_box; }
    /// How many pixels of the source one of the view spans, in the middle of what it shows; 0 if it shows none.
    [[nodiscard]] double step() const { return m_step; }

private:
    static constexpr int side = 16; ///< Of a cell between nodes; pixels.

    struct Cell
    {
        enum class Kind : std::uint8_t { Empty, Even, Single } kind = Kind::Empty;
        std::size_t begin = 0; ///< In m_singles, row by row.
    };

    [[nodiscard]] const QPointF &node(int column, int row) const;
    [[nodiscard]] QPointF between(int column, int row, QPointF share) const;
    void include(QPointF position);

    QSize m_size;
    int m_columns; ///< Of cells.
    int m_rows;
    std::vector<QPointF> m_nodes;
    std::vector<Cell> m_cells;
    std::vector<QPointF> m_singles;
    QRectF m_box;
    double m_step = 0;
};

} // namespace dateline
