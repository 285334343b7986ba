#include "figure/notes.h"

#include "figure/captions.h"
#include "figure/figuretext.h"
#include "figure/noteimage.h"
#include "figure/svggroups.h"
#include "geo/geodesy.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double pxPerPoint = 96.0 / 72;

std::vector<LonLat> positionsOf(const FigureNote &note)
{
    std::vector<LonLat> positions;
    positions.reserve(note.points.size());
    for (const NotePoint &point : note.points)
        positions.push_back({point.x, point.y});
    return positions;
}

bool canBeMeasured(const FigureNote &note)
{
    return note.on == NoteOn::Ground && pointsOf(note.kind).most > 2 && note.points.size() >= pointsOf(note.kind).least;
}

/// Three figures tell as much as a hand can draw.
QString rounded(double value)
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const double digits = value > 0 ? std::floor(std::log10(value)) : 0;
    const double step = std::pow(10, digits - 2);
    return english.toString(std::round(value / step) * step, 'f', std::clamp(static_cast<int>(2 - digits), 0, 2));
}

/// The positions that lead along @p note: what is measured is what is drawn.
std::vector<LonLat> groundWay(const FigureNote &note)
{
    std::vector<LonLat> way = positionsOf(note);
    if (!note.measured || !canBeMeasured(note))
        return way;
    std::vector<LonLat> shortest{way.front()};
    const std::size_t edges = way.size() - (isArea(note.kind) ? 0 : 1);
    for (std::size_t i = 0; i < edges; ++i) {
        constexpr double step = 25'000; // Straight to the eye at any scale.
        const std::vector<LonLat> edge = shortestWay(way[i], way[(i + 1) % way.size()], step);
        shortest.insert(shortest.end(), edge.begin() + 1, edge.end());
    }
    if (isArea(note.kind))
        shortest.pop_back();
    return shortest;
}

/// Without what the eye does not part: a hand leaves many points on one spot.
void thin(std::vector<QPointF> &points)
{
    constexpr std::size_t few = 100;
    if (points.size() <= few)
        return;
    constexpr double apart = 0.5;
    std::vector<QPointF> kept{points.front()};
    for (const QPointF point : points) {
        if (std::hypot(point.x() - kept.back().x(), point.y() - kept.back().y()) >= apart)
            kept.push_back(point);
    }
    if (kept.size() >= 3) {
        kept.back() = points.back();
        points = std::move(kept);
    }
}

NoteStand standOf(const FigureNote &note, const Viewport &view, const QRectF &map, QSizeF page, double pxPerPt)
{
    NoteStand stand{{}, pxPerPt, note.on == NoteOn::Ground ? QRectF({0, 0}, map.size()) : QRectF({0, 0}, page)};
    stand.points.reserve(note.points.size());
    if (note.on == NoteOn::Page) {
        for (const NotePoint &point : note.points)
            stand.points.emplace_back(point.x * page.width(), point.y * page.height());
        return stand;
    }
    for (const LonLat at : groundWay(note)) {
        if (const std::optional<QPointF> pixel = view.pixelFromLonLat(at);
            pixel && std::isfinite(pixel->x()) && std::isfinite(pixel->y()))
            stand.points.push_back(*pixel);
    }
    thin(stand.points);
    return stand;
}

QString labelOf(const FigureNote &note)
{
    QStringList lines{note.inKey ? QString() : note.text, measureOf(note)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

FigureNotes::FigureNotes(const FigureSpec &spec, const Viewport &view, const QRectF &map, double scale,
                         const Theme &theme)
    : m_notes(spec.notes)
    , m_mapAt(map.topLeft())
    , m_scale(scale)
{
    const QSizeF page = QSizeF(spec.widthPx, spec.heightPx) / scale;
    m_shapes.reserve(m_notes.size());
    for (const FigureNote &note : m_notes)
        m_shapes.push_back(noteShape(note, standOf(note, view, map, page, pxPerPoint / scale), labelOf(note), theme));
}

std::vector<QRectF> FigureNotes::keepFree() const
{
    std::vector<QRectF> taken;
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        const QPointF offset = m_notes[i].on == NoteOn::Ground ? QPointF() : -m_mapAt;
        for (const QRectF &rect : m_shapes[i].keepFree)
            taken.push_back(rect.translated(offset));
    }
    return taken;
}

std::vector<BetterFree> FigureNotes::betterFree() const
{
    std::vector<BetterFree> found;
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        const QPointF offset = m_notes[i].on == NoteOn::Ground ? QPointF() : -m_mapAt;
        for (const auto &[rect, cost] : m_shapes[i].betterFree)
            found.push_back({rect.translated(offset), cost});
    }
    return found;
}

void FigureNotes::paint(QPainter &painter, NoteOn on) const
{
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        if (m_notes[i].on != on || m_shapes[i].box.isNull())
            continue;
        const SvgGroup group(painter, QStringLiteral("note-%1").arg(i + 1));
        m_shapes[i].paint(painter);
    }
}

void FigureNotes::paintOnGround(QPainter &painter) const
{
    paint(painter, NoteOn::Ground);
}

void FigureNotes::paintOnPage(QPainter &painter) const
{
    paint(painter, NoteOn::Page);
}

void FigureNotes::report(FigureReport &report, bool withGround) const
{
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        const bool onGround = m_notes[i].on == NoteOn::Ground;
        if (onGround && !withGround) {
            report.noteBoxes.emplace_back();
            report.noteTraces.emplace_back();
            continue;
        }
        const QPointF offset = onGround ? m_mapAt : QPointF();
        const QTransform toPage = QTransform::fromScale(m_scale, m_scale).translate(offset.x(), offset.y());
        report.noteBoxes.push_back(m_shapes[i].box.isNull() ? QRectF() : toPage.mapRect(m_shapes[i].box));
        report.noteTraces.push_back(m_shapes[i].trace.mapped(toPage));
    }
}

QString measureOf(const FigureNote &note)
{
    if (!note.measured || !canBeMeasured(note))
        return {};
    std::vector<LonLat> way = positionsOf(note);
    constexpr double kilometre = 1000;
    if (!isArea(note.kind)) {
        double metres = 0;
        for (std::size_t i = 1; i < way.size(); ++i)
            metres += distanceMetres(way[i - 1], way[i]);
        return metres < kilometre ? FigureText::tr("%1 m").arg(rounded(metres))
                                  : FigureText::tr("%1 km").arg(rounded(metres / kilometre));
    }
    const double squareMetres = areaSquareMetres(way);
    constexpr double hectare = 10'000;
    if (squareMetres < hectare)
        return FigureText::tr("%1 m²").arg(rounded(squareMetres));
    return squareMetres < kilometre * kilometre
        ? FigureText::tr("%1 ha").arg(rounded(squareMetres / hectare))
        : FigureText::tr("%1 km²").arg(rounded(squareMetres / kilometre / kilometre));
}

std::vector<SectionRow> noteRows(std::span<const FigureNote> notes, const Theme &theme)
{
    std::vector<SectionRow> rows;
    std::vector<FigureNote> told;
    for (const FigureNote &note : notes) {
        if (!note.inKey || note.text.isEmpty())
            continue;
        FigureNote style = note;
        style.points.clear();
        style.on = NoteOn::Ground;
        style.measured = false;
        if (std::ranges::contains(told, style))
            continue;
        told.push_back(style);
        QString text = note.text;
        rows.push_back({{{text.replace(u'\n', u' '), sansFont(textSize), theme.ink},
                         {FigureText::tr(" (drawn by hand)"), sansFont(textSize), theme.mutedInk}},
                        [style, &theme](QPainter &painter, QPointF at) { keyShape(style, at, theme).paint(painter); }});
    }
    return rows;
}

QString notesProblem(std::span<const FigureNote> notes)
{
    qsizetype bytes = 0;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        if (notes[i].kind != NoteKind::Image)
            continue;
        bytes += notes[i].image.size();
        if (imageFrom(notes[i].image).isNull())
            return FigureText::tr("Note %1: its picture cannot be read; take another one").arg(i + 1);
    }
    if (bytes <= mostImageBytes)
        return {};
    return FigureText::tr("The pictures of the notes take %1 MB together and can take %2; make them smaller")
        .arg(static_cast<double>(bytes) / 1e6, 0, 'f', 1)
        .arg(static_cast<double>(mostImageBytes) / 1e6, 0, 'f', 1);
}

} // namespace dateline
