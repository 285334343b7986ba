#pragma once

#include "figure/figure.h"
#include "geo/projection.h"

namespace dateline
{

/// Leads from the points of notes to a painted page and back, so that notes can be drawn and moved on it.
class NotePlane
{
public:
    /// @param report of @p spec as it was painted.
    NotePlane(const FigureSpec &spec, const FigureReport &report);

    /// Page pixels; none for what the projection does not show, or on the ground where there are several maps.
    [[nodiscard]] std::optional<QPointF> pageFromPoint(NotePoint point, NoteOn on) const;
    [[nodiscard]] std::optional<NotePoint> pointFromPage(QPointF page, NoteOn on) const;

    /// @p note moved by @p by page pixels; as it is where it cannot be.
    [[nodiscard]] FigureNote moved(const FigureNote &note, QPointF by) const;

    /// @p note whose box of page pixels is pulled from @p from to @p to; what stands at one point gets larger. As it is where
    /// it cannot be.
    [[nodiscard]] FigureNote pulled(const FigureNote &note, const QRectF &from, const QRectF &to) const;

    /// @p note at the same place of the page, kept to @p on; as it is where it cannot be.
    [[nodiscard]] FigureNote keptTo(const FigureNote &note, NoteOn on) const;

private:
    template<typename Move>
    [[nodiscard]] FigureNote withPoints(const FigureNote &note, NoteOn on, const Move &move) const;

    QSizeF m_page;
    std::optional<QTransform> m_metres;
    std::optional<Projection> m_projection;
};

} // namespace dateline
