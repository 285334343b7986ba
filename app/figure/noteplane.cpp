#include "figure/noteplane.h"

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

FigureNote NotePlane::moved(const FigureNote &note, QPointF by) const
{
    FigureNote result = note;
    for (NotePoint &point : result.points) {
        const std::optional<QPointF> page = pageFromPoint(point, note.on);
        const std::optional<NotePoint> at = page ? pointFromPage(*page + by, note.on) : std::nullopt;
        if (!at)
            return note;
        point = *at;
    }
    return result;
}

FigureNote NotePlane::keptTo(const FigureNote &note, NoteOn on) const
{
    FigureNote result = note;
    result.on = on;
    for (NotePoint &point : result.points) {
        const std::optional<QPointF> page = pageFromPoint(point, note.on);
        const std::optional<NotePoint> at = page ? pointFromPage(*page, on) : std::nullopt;
        if (!at)
            return note;
        point = *at;
    }
    return result;
}

} // namespace dateline
