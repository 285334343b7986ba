#include "geo/viewgrid.h"

#include "geo/overlaytext.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline
{

namespace
{

constexpr QPointF nowhere{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

bool isSomewhere(QPointF point)
{
    return !std::isnan(point.x());
}

double apart(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

Result<Projection> projectionOf(const OverlayView &view)
{
    Result<Projection> projection = Projection::fromText(view.projection);
    if (!projection)
        return failure(Error::Kind::Unsupported, projection.error().message, view.projection);
    return projection;
}

std::optional<LonLat> shownPlace(const Projection &projection, QPointF metres, double metresPerPixel)
{
    std::optional<LonLat> place = projection.lonLatFromMetres(metres);
    if (!place)
        return std::nullopt;
    if (projection.definition() != QLatin1StringView("EPSG:3857")) {
        const std::optional<QPointF> back = projection.metresFromLonLat(*place);
        if (!back || apart(*back, metres) > metresPerPixel + 1)
            return std::nullopt;
    }
    if (std::abs(place->lon) > 180)
        place->lon = std::remainder(place->lon, 360);
    return place;
}

ViewGrid::ViewGrid(const OverlayView &view, const Projection &projection, const ToSource &toSource,
                   const std::stop_token &stop)
    : m_size(view.sizePx)
    , m_columns((view.sizePx.width() + side - 1) / side)
    , m_rows((view.sizePx.height() + side - 1) / side)
    , m_nodes(static_cast<std::size_t>((m_columns + 1) * (m_rows + 1)), nowhere)
    , m_cells(static_cast<std::size_t>(m_columns * m_rows))
{
    const double xStep = view.metres.width() / view.sizePx.width();
    const double yStep = view.metres.height() / view.sizePx.height();
    // top() of the view's metres is its south.
    const auto ask = [&](double x, double y) -> QPointF {
        const QPointF metres(view.metres.left() + x * xStep, view.metres.bottom() - y * yStep);
        const std::optional<LonLat> place = shownPlace(projection, metres, xStep);
        const std::optional<QPointF> position = place ? toSource(*place) : std::nullopt;
        return position && std::isfinite(position->x()) && std::isfinite(position->y()) ? *position : nowhere;
    };
    for (int row = 0; row <= m_rows && !stop.stop_requested(); ++row) {
        for (int column = 0; column <= m_columns; ++column)
            m_nodes[static_cast<std::size_t>(row * (m_columns + 1) + column)] =
                ask(column * side + 0.5, row * side + 0.5);
    }
    std::vector<double> steps;
    for (int row = 0; row < m_rows && !stop.stop_requested(); ++row) {
        for (int column = 0; column < m_columns; ++column) {
            const QPointF middle = ask((column + 0.5) * side + 0.5, (row + 0.5) * side + 0.5);
            const std::array corners{node(column, row), node(column + 1, row), node(column, row + 1),
                                     node(column + 1, row + 1), middle};
            const auto known = std::ranges::count_if(corners, isSomewhere);
            if (known == 0)
                continue;
            Cell &cell = m_cells[static_cast<std::size_t>(row * m_columns + column)];
            const double step = apart(corners[0], corners[3]) / std::hypot(side, side);
            // A fifth of a pixel in the middle; what bends evenly is off most there.
            if (known == 5 && apart(middle, between(column, row, {0.5, 0.5})) < 0.2 * step) {
                cell.kind = Cell::Kind::Even;
                steps.push_back(step);
                for (int i = 0; i < 4; ++i)
                    include(corners.at(static_cast<std::size_t>(i)));
                continue;
            }
            cell = {Cell::Kind::Single, m_singles.size()};
            for (int y = row * side; y < (row + 1) * side; ++y) {
                for (int x = column * side; x < (column + 1) * side; ++x) {
                    m_singles.push_back(ask(x + 0.5, y + 0.5));
                    include(m_singles.back());
                }
            }
        }
    }
    if (steps.empty() && m_singles.size() > 1) {
        for (std::size_t i = 1; i < m_singles.size(); ++i) {
            const double step = apart(m_singles[i - 1], m_singles[i]);
            if (!std::isnan(step))
                steps.push_back(step);
        }
    }
    if (steps.empty())
        return;
    const auto median = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, median);
    m_step = *median;
}

const QPointF &ViewGrid::node(int column, int row) const
{
    return m_nodes[static_cast<std::size_t>(row * (m_columns + 1) + column)];
}

QPointF ViewGrid::between(int column, int row, QPointF share) const
{
    const QPointF above = node(column, row) * (1 - share.x()) + node(column + 1, row) * share.x();
    const QPointF below = node(column, row + 1) * (1 - share.x()) + node(column + 1, row + 1) * share.x();
    return above * (1 - share.y()) + below * share.y();
}

void ViewGrid::include(QPointF position)
{
    if (!isSomewhere(position))
        return;
    if (m_box.isNull()) {
        m_box = QRectF(position, QSizeF(1e-9, 1e-9));
        return;
    }
    m_box.setLeft(std::min(m_box.left(), position.x()));
    m_box.setRight(std::max(m_box.right(), position.x()));
    m_box.setTop(std::min(m_box.top(), position.y()));
    m_box.setBottom(std::max(m_box.bottom(), position.y()));
}

void ViewGrid::row(int y, std::vector<QPointF> &positions) const
{
    positions.assign(static_cast<std::size_t>(m_size.width()), nowhere);
    const int row = y / side;
    const double down = static_cast<double>(y % side) / side;
    for (int column = 0; column < m_columns; ++column) {
        const Cell &cell = m_cells[static_cast<std::size_t>(row * m_columns + column)];
        if (cell.kind == Cell::Kind::Empty)
            continue;
        const int end = std::min(m_size.width(), (column + 1) * side);
        for (int x = column * side; x < end; ++x) {
            const int across = x - column * side;
            positions[static_cast<std::size_t>(x)] = cell.kind == Cell::Kind::Even
                ? between(column, row, {static_cast<double>(across) / side, down})
                : m_singles[cell.begin + static_cast<std::size_t>((y % side) * side + across)];
        }
    }
}

} // namespace dateline
