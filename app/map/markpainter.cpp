#include "map/markpainter.h"

#include "map/haloedtext.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

class SavedPainter
{
public:
    explicit SavedPainter(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~SavedPainter() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(SavedPainter)

private:
    QPainter &m_painter;
};

QPainterPath circlePath(QPointF middle, double radius)
{
    QPainterPath path;
    path.addEllipse(middle, radius, radius);
    return path;
}

QPainterPath polygonPath(std::initializer_list<QPointF> corners)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(corners)));
    path.closeSubpath();
    return path;
}

// The symbols lie in a square from −1 to 1, y down; the disc around them has a radius of 1.8.

QPainterPath crossedBars()
{
    QPainterPath path;
    const QPainterPath bar = polygonPath({{-0.24, -1.15}, {0.24, -1.15}, {0.24, 1.15}, {-0.24, 1.15}});
    path.addPath(QTransform().rotate(45).map(bar));
    path = path.united(QTransform().rotate(-45).map(bar));
    return path;
}

QPainterPath burst()
{
    QPolygonF star;
    for (int i = 0; i < 16; ++i) {
        const double angle = i * std::numbers::pi / 8;
        const double radius = i % 4 == 0 ? 1.3 : i % 2 == 0 ? 0.95 : 0.42;
        star << QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    QPainterPath path;
    path.addPolygon(star);
    path.closeSubpath();
    return path;
}

QPainterPath person()
{
    QPainterPath path = circlePath({0, -0.62}, 0.44);
    QPainterPath body({-0.85, 1.0});
    body.cubicTo({-0.85, 0.1}, {-0.45, 0.0}, {0, 0.0});
    body.cubicTo({0.45, 0.0}, {0.85, 0.1}, {0.85, 1.0});
    body.closeSubpath();
    path.addPath(body);
    return path;
}

QPainterPath megaphone()
{
    QPainterPath path =
        polygonPath({{-1.1, -0.32}, {-0.45, -0.32}, {0.75, -0.95}, {0.75, 0.75}, {-0.45, 0.22}, {-1.1, 0.22}});
    path.addPath(polygonPath({{-0.8, 0.36}, {-0.32, 0.36}, {-0.12, 1.0}, {-0.6, 1.0}}));
    path.addPath(polygonPath({{0.92, -0.38}, {1.18, -0.38}, {1.18, 0.22}, {0.92, 0.22}}));
    return path;
}

QPainterPath flame()
{
    QPainterPath path({0.1, -1.25});
    path.cubicTo({0.25, -0.55}, {0.95, -0.25}, {0.9, 0.4});
    path.cubicTo({0.87, 0.9}, {0.45, 1.15}, {0, 1.15});
    path.cubicTo({-0.45, 1.15}, {-0.87, 0.9}, {-0.9, 0.4});
    path.cubicTo({-0.92, 0.05}, {-0.7, -0.25}, {-0.48, -0.45});
    path.cubicTo({-0.42, -0.2}, {-0.35, -0.1}, {-0.22, -0.02});
    path.cubicTo({-0.25, -0.5}, {-0.12, -0.95}, {0.1, -1.25});
    path.closeSubpath();
    return path;
}

QPainterPath flag()
{
    QPainterPath path = polygonPath({{-0.75, -1.1}, {-0.45, -1.1}, {-0.45, 1.15}, {-0.75, 1.15}});
    path.addPath(polygonPath({{-0.3, -1.0}, {1.0, -0.45}, {-0.3, 0.1}}));
    return path;
}

QPainterPath threeDots()
{
    QPainterPath path;
    for (const double x : {-0.86, 0.0, 0.86})
        path.addPath(circlePath({x, 0}, 0.28));
    return path;
}

const QPainterPath &symbolOf(Kind kind)
{
    static const std::array<QPainterPath, kindCount> symbols{crossedBars(), burst(), person(),   megaphone(),
                                                             flame(),       flag(),  threeDots()};
    return symbols.at(static_cast<std::size_t>(kind));
}

void paintSymbol(QPainter &painter, QPointF middle, Kind kind, double radius, QColor colour)
{
    const double scale = radius / 1.8;
    const QTransform placed = QTransform::fromTranslate(middle.x(), middle.y()).scale(scale, scale);
    painter.fillPath(placed.map(symbolOf(kind)), colour);
}

void paintNumber(QPainter &painter, QPointF middle, const QString &text, double radius, QColor colour)
{
    const double room = radius * 1.5;
    QFont font = interfaceFont(std::max(1, static_cast<int>(std::lround(radius * 1.18))), true);
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    if (width > room)
        font.setPixelSize(std::max(1, static_cast<int>(font.pixelSize() * room / width)));
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colour);
    // Centred by the height of a capital: digits have no descender.
    painter.drawText(QPointF(middle.x() - metrics.horizontalAdvance(text) / 2, middle.y() + metrics.capHeight() / 2),
                     text);
}

// Hovered: a soft ring in the kind's colour. Selected: a ring in the accent colour, apart from the disc.
void paintState(QPainter &painter, QPointF middle, MarkState state, QColor colour, double radius, const Theme &theme)
{
    if (state == MarkState::Plain)
        return;
    painter.setBrush(Qt::NoBrush);
    if (state == MarkState::Hovered) {
        colour.setAlphaF(0.45F);
        painter.setPen(QPen(colour, 3));
        painter.drawEllipse(middle, radius + 3, radius + 3);
        return;
    }
    painter.setPen(QPen(theme.placeHalo, 5));
    painter.drawEllipse(middle, radius + 3.5, radius + 3.5);
    painter.setPen(QPen(theme.accent, 2.5));
    painter.drawEllipse(middle, radius + 4, radius + 4);
}

void paintCount(QPainter &painter, QPointF middle, std::size_t count, double radius, const Theme &theme)
{
    const QPointF at = middle + QPointF(radius * 0.85, -radius * 0.85);
    const double size = radius * 0.68;
    painter.setPen(QPen(theme.placeHalo, 1));
    painter.setBrush(theme.ink);
    painter.drawEllipse(at, size, size);
    paintNumber(painter, at, count > 99 ? QStringLiteral("99+") : QString::number(count), size, theme.page);
}

} // namespace

void paintMark(QPainter &painter, QPointF middle, Kind kind, MarkState state, const QString &text, const Theme &theme,
               double diameterPx)
{
    const SavedPainter saved(painter);
    const double radius = diameterPx / 2;
    const QColor colour = colourOf(kind, theme);
    paintState(painter, middle, state, colour, radius, theme);
    // A pale rim parts the disc from whatever lies under it, another mark too.
    painter.setPen(QPen(theme.dark ? theme.page : QColor(Qt::white), 1.5));
    painter.setBrush(colour);
    painter.drawEllipse(middle, radius - 0.75, radius - 0.75);
    if (text.isEmpty())
        paintSymbol(painter, middle, kind, radius, Qt::white);
    else
        paintNumber(painter, middle, text, radius, Qt::white);
}

void paintRing(QPainter &painter, QPointF middle, Kind kind, MarkState state, const QString &text, const Theme &theme,
               double diameterPx)
{
    const SavedPainter saved(painter);
    const double radius = diameterPx / 2;
    const QColor ink = theme.dark ? colourOf(kind, theme).lighter(150) : colourOf(kind, theme);
    paintState(painter, middle, state, colourOf(kind, theme), radius, theme);
    painter.setPen(QPen(theme.area, 2, Qt::CustomDashLine));
    QPen pen(theme.area, 2);
    pen.setDashPattern({1.9, 1.1});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(theme.panel);
    painter.drawEllipse(middle, radius - 1, radius - 1);
    if (text.isEmpty())
        paintSymbol(painter, middle, kind, radius * 0.92, ink);
    else
        paintNumber(painter, middle, text, radius, theme.ink);
}

void paintMark(QPainter &painter, const SceneMark &mark, MarkState state, const QString &text, const Theme &theme,
               double diameterPx)
{
    if (mark.isArea)
        paintRing(painter, mark.at, mark.kind, state, text, theme, diameterPx);
    else
        paintMark(painter, mark.at, mark.kind, state, text, theme, diameterPx);
    if (mark.incidents.size() > 1 && text.isEmpty()) {
        const SavedPainter saved(painter);
        paintCount(painter, mark.at, mark.incidents.size(), diameterPx / 2, theme);
    }
}

void paintArea(QPainter &painter, const SceneArea &area, MarkState state, const Theme &theme)
{
    const SavedPainter saved(painter);
    const QColor line = area.circle ? colourOf(area.kind, theme) : theme.area;
    const bool raised = state != MarkState::Plain;
    if (!area.line) {
        QColor fill = line;
        fill.setAlphaF((area.circle ? 0.13F : 0.12F) + (raised ? 0.06F : 0.0F));
        painter.fillPath(area.path, fill);
    }
    QColor edge = line;
    edge.setAlphaF(area.circle && !raised ? 0.6F : 1.0F);
    if (state == MarkState::Selected)
        edge = theme.accent;
    QPen pen(edge, area.circle ? (raised ? 1.5 : 1.0) : (raised ? 2.5 : 1.75));
    if (!area.circle)
        pen.setDashPattern({5, 2.5});
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.strokePath(area.path, pen);
}

void paintSceneLabels(QPainter &painter, const std::vector<SceneLabel> &labels, const Theme &theme)
{
    const SavedPainter saved(painter);
    const QFont font = interfaceFont(sceneLabelPx, true);
    const double ascent = QFontMetricsF(font).ascent();
    for (const SceneLabel &label : labels)
        paintHaloedText(painter, label.box.topLeft() + QPointF(0, ascent), label.text, font,
                        label.isArea ? theme.areaInk : theme.ink, theme.placeHalo);
}

QImage kindImage(Kind kind, const Theme &theme, double diameterPx, double pixelRatio)
{
    const int side = static_cast<int>(std::ceil(diameterPx * pixelRatio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintMark(painter, {diameterPx / 2, diameterPx / 2}, kind, MarkState::Plain, {}, theme, diameterPx);
    return image;
}

} // namespace dateline
