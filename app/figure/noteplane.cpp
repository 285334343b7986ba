#include "figure/noteplane.h"

#include <algorithm>

namespace dateline
{

NotePlane::NotePlane(const FigureSpec &spec, const FigureReport &report)
    : m_page(spec.widthPx, spec.heightPx)
    , m_metres(report.metres)
{
    if (Result<Projection> projection = Projection::fromText(report.projection))
        m_projection.emplace(std::move(*projection));
}

std::optional<QPointF> NotePlane::pageFromPoint(NotePoint point, NoteOn on) const
{
    if (on == NoteOn::Page)
        return QPointF(point.x * m_page.width(), point.y * m_page.height());
    if (!m_metres || !m_projection)
        return std::nullopt;
    const std::optional<QPointF> metres = m_projection->metresFromLonLat({point.x, point.y});
    return metres ? std::optional(m_metres->inverted().map(*metres)) : std::nullopt;
}

std::optional<NotePoint> NotePlane::pointFromPage(QPointF page, NoteOn on) const
{
    if (on == NoteOn::Page)
        return NotePoint{page.x() / m_page.width(), page.y() / m_page.height()};
    if (!m_metres || !m_projection)
        return std::nullopt;
    const std::optional<LonLat> at = m_projection->lonLatFromMetres(m_metres->map(page));
    return at ? std::optional(NotePoint{at->lon, at->lat}) : std::nullopt;
}

template<typename Move>
FigureNote NotePlane::withPoints(const FigureNote &note, NoteOn on, const Move &move) const
{
    FigureNote result = note;
    result.on = on;
    for (NotePoint &point : result.points) {
        const std::optional<QPointF> page = pageFromPoint(point, note.on);
        const std::optional<NotePoint> at = page ? pointFromPage(move(*page), on) : std::nullopt;
        if (!at)
            return note;
        point = *at;
    }
    return result;
}

FigureNote NotePlane::moved(const FigureNote &note, QPointF by) const
{
    return withPoints(note, note.on, [by](QPointF at) { return at + by; });
}

FigureNote NotePlane::pulled(const FigureNote &note, const QRectF &from, const QRectF &to) const
{
    if (note.points.size() == 1) {
        FigureNote result = moved(note, to.center() - from.center());
        const double factor = from.height() > 0 ? to.height() / from.height() : 1;
        result.heightPt = std::clamp(result.heightPt * factor, 6.0, 400.0);
        if (result.kind == NoteKind::Text)
            result.textPt = std::clamp(result.textPt * factor, leastNoteText, 72.0);
        return result;
    }
    const auto along = [](double at, double low, double length, double newLow, double newLength) {
        return newLow + (length > 0 ? (at - low) / length * newLength : 0);
    };
    return withPoints(note, note.on, [&](QPointF at) {
        return QPointF(along(at.x(), from.left(), from.width(), to.left(), to.width()),
                       along(at.y(), from.top(), from.height(), to.top(), to.height()));
    });
}

FigureNote NotePlane::keptTo(const FigureNote &note, NoteOn on) const
{
    return withPoints(note, on, [](QPointF at) { return at; });
}

} // namespace dateline
