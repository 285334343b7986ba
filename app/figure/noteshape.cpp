#include "figure/noteshape.h"

#include "figure/noteimage.h"
#include "figure/noteshapebuilder.h"
#include "figure/notewords.h"
#include "figure/symbols.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

QColor mixed(QColor a, QColor b, double share)
{
    const auto part = [share](float x, float y) { return x + (y - x) * static_cast<float>(share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

} // namespace

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

ShapeBuilder::ShapeBuilder(const FigureNote &note, const NoteStand &stand, const QString &label, const Theme &theme)
    : m_note(note)
    , m_stand(stand)
    , m_label(label)
    , m_theme(theme)
    , m_colour(colourOf(note.colour, theme))
    , m_far(stand.visible.adjusted(-200, -200, 200, 200))
{
}

NoteShape ShapeBuilder::take()
{
    using Build = void (ShapeBuilder::*)();
    // In the order of NoteKind.
    constexpr std::array<Build, 11> builders{
        &ShapeBuilder::buildText,    &ShapeBuilder::buildLine,    &ShapeBuilder::buildArrow,
        &ShapeBuilder::buildEllipse, &ShapeBuilder::buildPolygon, &ShapeBuilder::buildFreehand,
        &ShapeBuilder::buildImage,   &ShapeBuilder::buildSymbol,  &ShapeBuilder::buildMovement,
        &ShapeBuilder::buildFront,   &ShapeBuilder::buildPolygon};
    if (m_stand.points.size() < pointsOf(m_note.kind).least)
        return {};
    (this->*builders.at(static_cast<std::size_t>(m_note.kind)))();
    finish();
    return std::move(m_shape);
}

// What is drawn over a map needs a pale rim to part it from that.
void ShapeBuilder::addHalo(const QPainterPath &path, double width)
{
    m_shape.parts.push_back({path, pen(withAlpha(m_theme.placeHalo, 0.75), width + 3)});
}

void ShapeBuilder::addFill(const QPainterPath &path, QColor colour)
{
    m_shape.parts.push_back({path, QPen(Qt::NoPen), colour});
    m_shape.trace.filled.push_back(path);
}

NoteWords ShapeBuilder::label(double width) const
{
    const NoteInk ink = inkOf(m_note, m_theme);
    return noteWords(m_label, px(m_note.textPt), width, ink.words, ink.behind);
}

void ShapeBuilder::addWords(NoteWords words)
{
    QPainterPath box;
    box.addRect(words.box);
    m_shape.trace.filled.push_back(box);
    m_shape.keepFree.push_back(words.box);
    m_shape.words = std::move(words);
}

void ShapeBuilder::buildText()
{
    const bool inBox = m_stand.points.size() > 1;
    const QRectF corners = inBox ? QRectF(m_stand.points[0], m_stand.points[1]).normalized() : QRectF();
    NoteWords words = label(inBox ? corners.width() : px(m_note.textPt) * 24);
    if (inBox)
        words.box.moveTopLeft(corners.topLeft());
    else
        words.box.moveCenter(m_stand.points[0]);
    if (m_note.fill != NoteFill::None) {
        const double margin = px(m_note.textPt) * 0.45;
        QPainterPath card;
        card.addRoundedRect(words.box.adjusted(-1.4 * margin, -margin, 1.4 * margin, margin), 3, 3);
        addHalo(card, strokePx());
        m_shape.parts.push_back({card, pen(m_colour, strokePx(), true), inkOf(m_note, m_theme).behind});
        m_shape.trace.filled.push_back(card);
        m_shape.keepFree.push_back(card.boundingRect());
    }
    addWords(std::move(words));
}

void ShapeBuilder::buildImage()
{
    m_shape.image = imageFrom(m_note.image);
    QSizeF size(m_shape.image.size());
    const bool inBox = m_stand.points.size() > 1;
    const QRectF corners = inBox ? QRectF(m_stand.points[0], m_stand.points[1]).normalized() : QRectF();
    if (size.isEmpty())
        return;
    size.scale(inBox ? corners.size() : QSizeF(1e6, px(m_note.heightPt)), Qt::KeepAspectRatio);
    m_shape.imageBox = QRectF({0, 0}, size);
    m_shape.imageBox.moveCenter(inBox ? corners.center() : m_stand.points[0]);
    QPainterPath box;
    box.addRect(m_shape.imageBox);
    m_shape.trace.filled.push_back(box);
    m_shape.keepFree.push_back(m_shape.imageBox);
    labelUnder(m_shape.imageBox);
}

void ShapeBuilder::buildSymbol()
{
    const SymbolShape symbol = symbolShape(m_note.symbol, m_note.frame, m_note.size);
    const double unit = px(m_note.heightPt) / symbolUnits;
    const QTransform place = QTransform::fromTranslate(m_stand.points[0].x(), m_stand.points[0].y()).scale(unit, unit);
    const QPainterPath ink = place.map(symbol.ink);
    const QPainterPath frame = place.map(symbol.frame);
    addHalo(ink, 0);
    if (frame.isEmpty()) {
        m_shape.parts.push_back({ink, QPen(Qt::NoPen), m_colour});
    } else {
        const QColor pale = mixed(m_colour, Qt::white, m_theme.dark ? 0.25 : 0.6);
        const QColor line = contrast(m_theme.ink, pale) > contrast(m_theme.page, pale) ? m_theme.ink : m_theme.page;
        addHalo(frame, symbolStroke * unit);
        m_shape.parts.push_back(
            {frame, QPen(line, symbolStroke * unit, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin), pale});
        m_shape.parts.push_back({ink, QPen(Qt::NoPen), line});
        m_shape.trace.filled.push_back(frame);
    }
    const QRectF box = ink.boundingRect().united(frame.boundingRect());
    QPainterPath hold;
    hold.addRect(frame.isEmpty() ? box : frame.boundingRect());
    m_shape.trace.filled.push_back(hold);
    m_shape.keepFree.push_back(box);
    labelUnder(box);
}

void ShapeBuilder::labelUnder(const QRectF &box)
{
    if (m_label.isEmpty())
        return;
    NoteWords words = label(px(m_note.textPt) * 16);
    words.box.moveCenter({box.center().x(), 0});
    words.box.moveTop(box.bottom() + px(1.5));
    addWords(std::move(words));
}

bool ShapeBuilder::turns() const
{
    return pointsOf(m_note.kind).most <= 2 && m_note.rotation != 0;
}

void ShapeBuilder::finish()
{
    QRectF around;
    std::erase_if(m_shape.parts, [](const NoteShape::Part &part) { return part.path.isEmpty(); });
    for (const NoteShape::Part &part : m_shape.parts) {
        const double half = part.pen.style() == Qt::NoPen ? 0 : part.pen.widthF() / 2;
        around |= part.path.controlPointRect().adjusted(-half, -half, half, half);
    }
    around |= m_shape.imageBox;
    if (m_shape.words)
        around |= m_shape.words->box;
    if (turns()) {
        // A symbol and a text turn around their point, what has corners around its middle.
        const QPointF middle =
            m_stand.points.size() > 1 ? (m_stand.points[0] + m_stand.points[1]) / 2 : m_stand.points[0];
        m_shape.turn.translate(middle.x(), middle.y()).rotate(m_note.rotation).translate(-middle.x(), -middle.y());
        m_shape.trace = m_shape.trace.mapped(m_shape.turn);
        for (QRectF &rect : m_shape.keepFree)
            rect = m_shape.turn.mapRect(rect);
    }
    m_shape.box = m_shape.turn.mapRect(around);
}

NoteInk inkOf(const FigureNote &note, const Theme &theme)
{
    const QColor colour = colourOf(note.colour, theme);
    if (note.kind != NoteKind::Text || note.fill == NoteFill::None)
        return {note.kind == NoteKind::Symbol ? theme.ink : colour, theme.placeHalo};
    if (note.fill != NoteFill::Solid)
        return {colour, mixed(theme.panel, colour, 0.08)};
    return {contrast(theme.ink, colour) > contrast(theme.page, colour) ? theme.ink : theme.page, colour};
}

NoteShape noteShape(const FigureNote &note, const NoteStand &stand, const QString &label, const Theme &theme)
{
    return ShapeBuilder(note, stand, label, theme).take();
}

NoteShape keyShape(const FigureNote &note, QPointF middle, const Theme &theme)
{
    FigureNote sign = note;
    NoteStand stand{{middle}, 1, QRectF(middle - QPointF(40, 40), QSizeF(80, 80))};
    const QPointF half(13, 9);
    sign.widthPt = std::min(note.widthPt, note.kind == NoteKind::Movement ? 7.0 : 2.5);
    sign.heightPt = note.frame == NoteFrame::None ? 18 : 12;
    sign.rotation = 0;
    if (pointsOf(note.kind).most == 2 && note.kind != NoteKind::Text && note.kind != NoteKind::Image)
        stand.points = {middle - half, middle + half};
    else if (isArea(note.kind))
        stand.points = {middle - half, middle + QPointF(half.x(), -half.y()), middle + half,
                        middle + QPointF(-half.x(), half.y())};
    else if (pointsOf(note.kind).most > 2)
        stand.points = {middle - QPointF(half.x(), -2), middle + QPointF(half.x(), 2)};
    return noteShape(sign, stand, note.kind == NoteKind::Text ? QStringLiteral("Aa") : QString(), theme);
}

void NoteShape::paint(QPainter &painter) const
{
    painter.save();
    painter.setTransform(turn, true);
    for (const Part &part : parts) {
        painter.setPen(part.pen);
        painter.setBrush(part.brush);
        painter.drawPath(part.path);
    }
    if (!image.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(imageBox, image);
    }
    if (words)
        paintWords(painter, *words);
    painter.restore();
}

} // namespace dateline
