#include "figure/notegeometry.h"
#include "figure/noteshapebuilder.h"
#include "figure/notewords.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

QPainterPath pathOf(std::span<const QPointF> points, bool closed)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    path.addPolygon(QPolygonF(QList<QPointF>(points.begin(), points.end())));
    if (closed)
        path.closeSubpath();
    return path;
}

} // namespace

QPen ShapeBuilder::pen(QColor colour, double width, bool dashed) const
{
    QPen made(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (dashed && m_note.dash != NoteDash::Solid) {
        made.setCapStyle(m_note.dash == NoteDash::Dashed ? Qt::FlatCap : Qt::RoundCap);
        made.setDashPattern(m_note.dash == NoteDash::Dashed ? QList<qreal>{4, 2.5} : QList<qreal>{0.01, 2.2});
    }
    return made;
}

void ShapeBuilder::addStroke(const QPainterPath &path)
{
    addHalo(path, strokePx());
    m_shape.parts.push_back({path, pen(m_colour, strokePx(), true)});
    m_shape.trace.lines.emplace_back(path, strokePx());
}

QPainterPath ShapeBuilder::seenPath(std::span<const QPointF> way, bool closed) const
{
    if (way.empty())
        return {};
    const QPainterPath whole = pathOf(way, closed);
    if (m_far.contains(whole.boundingRect()))
        return whole;
    std::vector<QPointF> round(way.begin(), way.end());
    if (closed)
        round.push_back(round.front());
    QPainterPath seen;
    for (const std::vector<QPointF> &part : partsWithin(round, m_far))
        seen.addPath(pathOf(part, false));
    return seen;
}

void ShapeBuilder::labelWay(std::span<const QPointF> way, double beside)
{
    const Way measured(way);
    std::vector<QPointF> seen;
    constexpr double stepPx = 12;
    const double step = std::max(stepPx, measured.length() / 400);
    for (double distance = 0; distance <= measured.length(); distance += step) {
        const QPointF at = measured.at(distance).at;
        seen.push_back(at);
        m_shape.betterFree.push_back({QRectF(at.x() - step / 2, at.y() - step / 2, step, step), 0.05});
    }
    if (m_label.isEmpty())
        return;
    NoteWords words = label();
    // Above or beneath where the line leaves it free, near the middle.
    for (const double part : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.5}) {
        const auto [at, along] = measured.at(part * measured.length());
        QPointF up(along.y(), -along.x());
        if (up.y() > 0 || (up.y() == 0 && up.x() < 0))
            up = -up;
        // A corner next to a steep line; next to any other, all of the words as close as they can be.
        const auto towards = [](double share) { return std::clamp(1.4 * share, -1.0, 1.0) / 2; };
        const QPointF corner(towards(up.x()) * words.box.width(), towards(up.y()) * words.box.height());
        const double away = std::abs(up.x()) * words.box.width() / 2 + std::abs(up.y()) * words.box.height() / 2;
        const double gap = beside + px(2);
        for (const QPointF offset : {up * gap + corner, -up * gap - corner, up * (gap + away), -up * (gap + away)}) {
            words.box.moveCenter(at + offset);
            const QRectF kept = grown(words.box, 0.9 * beside);
            if (std::ranges::none_of(seen, [&kept](QPointF point) { return kept.contains(point); })) {
                addWords(std::move(words));
                return;
            }
        }
    }
    addWords(std::move(words));
}

void ShapeBuilder::buildLine()
{
    addStroke(seenPath(m_stand.points, false));
    labelWay(m_stand.points, strokePx() / 2);
}

void ShapeBuilder::buildArrow()
{
    const Way way(m_stand.points);
    const double length = way.length();
    const double head = std::min(length, std::max(px(6), 4.2 * strokePx()));
    const QPointF end = m_stand.points.back();
    const QPointF towards = end - way.at(length - head).at;
    const QPainterPath tip =
        arrowHead(end, towards / std::max(1e-9, std::hypot(towards.x(), towards.y())), head, 0.85 * head);
    addHalo(tip, 0);
    addStroke(seenPath(way.until(length - 0.8 * head), false));
    addFill(tip, m_colour);
    m_shape.keepFree.push_back(tip.boundingRect());
    labelWay(m_stand.points, strokePx() / 2);
}

void ShapeBuilder::buildFreehand()
{
    const std::vector<QPointF> way = smoothed(m_stand.points);
    addStroke(seenPath(way, false));
    labelWay(way, strokePx() / 2);
}

void ShapeBuilder::buildEllipse()
{
    QPainterPath path;
    path.addEllipse(QRectF(m_stand.points[0], m_stand.points[1]).normalized());
    const QPolygonF outline = path.toFillPolygon();
    addArea(path, {outline.begin(), outline.end()});
}

void ShapeBuilder::buildPolygon()
{
    addArea(pathOf(m_stand.points, true), m_stand.points);
}

void ShapeBuilder::addArea(const QPainterPath &path, std::span<const QPointF> outline)
{
    const double gap = std::max(px(4.5), 3 * strokePx());
    const QPen thin = pen(m_colour, std::max(px(0.6), strokePx() * 0.6));
    switch (m_note.fill) {
    case NoteFill::None: break;
    case NoteFill::Tint: m_shape.parts.push_back({path, QPen(Qt::NoPen), withAlpha(m_colour, 0.18)}); break;
    case NoteFill::Solid: m_shape.parts.push_back({path, QPen(Qt::NoPen), withAlpha(m_colour, 0.85)}); break;
    case NoteFill::Diagonal: m_shape.parts.push_back({hatchLines(path, m_far, -45, gap), thin}); break;
    case NoteFill::Cross:
        for (const double degrees : {-45.0, 45.0})
            m_shape.parts.push_back({hatchLines(path, m_far, degrees, gap), thin});
        break;
    case NoteFill::Dots:
        m_shape.parts.push_back(
            {hatchDots(path, m_far, gap, std::max(px(0.7), strokePx() * 0.6)), QPen(Qt::NoPen), m_colour});
        break;
    }
    if (m_note.fill != NoteFill::None)
        m_shape.trace.filled.push_back(path);
    addStroke(seenPath(outline, true));
    m_shape.betterFree.push_back({path.boundingRect() & m_far, 0.01});
    if (m_label.isEmpty())
        return;
    NoteWords words = label();
    words.box.moveCenter(roomiestPoint(QPolygonF(QList<QPointF>(outline.begin(), outline.end())), m_stand.visible));
    if (m_note.fill >= NoteFill::Diagonal) { // Words are not read on a pattern.
        QPainterPath plate;
        plate.addRoundedRect(grown(words.box, px(2)), px(2), px(2));
        m_shape.parts.push_back({plate, QPen(Qt::NoPen), withAlpha(m_theme.placeHalo, 0.9)});
    }
    addWords(std::move(words));
}

void ShapeBuilder::buildMovement()
{
    const std::vector<QPointF> way = smoothed(m_stand.points);
    const QPainterPath arrow = broadArrow(way, strokePx());
    addHalo(arrow, 0);
    if (m_note.fill == NoteFill::None)
        m_shape.parts.push_back({arrow, pen(m_colour, px(1.25), true)});
    else
        m_shape.parts.push_back(
            {arrow, QPen(Qt::NoPen), withAlpha(m_colour, m_note.fill == NoteFill::Solid ? 1 : 0.82)});
    m_shape.trace.filled.push_back(arrow);
    const QPointF tip = m_stand.points.back();
    m_shape.keepFree.push_back(grown(QRectF(tip, tip), 1.5 * strokePx()));
    labelWay(way, strokePx() / 2);
}

void ShapeBuilder::buildFront()
{
    const std::vector<QPointF> way = smoothed(m_stand.points);
    const double size = std::max(px(4), 3.2 * strokePx());
    const bool closed = m_note.fill != NoteFill::None;
    QPainterPath teeth;
    for (const std::vector<QPointF> &part : partsWithin(way, m_far))
        teeth.addPath(teethAlong(part, size, closed));
    addHalo(teeth, closed ? 0 : strokePx());
    addStroke(seenPath(way, false));
    if (closed)
        m_shape.parts.push_back({teeth, QPen(Qt::NoPen), m_colour});
    else
        m_shape.parts.push_back({teeth, pen(m_colour, strokePx())});
    labelWay(way, size + strokePx() / 2);
}

} // namespace dateline
