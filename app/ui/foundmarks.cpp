#include "ui/foundmarks.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <array>

namespace dateline
{

namespace
{

// By Found; each 3 : 1 on the page, which a test holds.
constexpr std::array<QRgb, foundCount> lightColours{0xff007d85, 0xff6a4fc0, 0xff526e94,
                                                    0xff525d6b, 0xffb72d2d, 0xffa85d00};
constexpr std::array<QRgb, foundCount> darkColours{0xff4cbfc9, 0xffb6a2ff, 0xff8fa9cc,
                                                   0xffa9b6c6, 0xffff8d85, 0xffeeb058};

/// The boxes around the units of @p span, one or more a line: in mixed directions a span may stand in pieces.
std::vector<QRectF> boxesOf(const QTextLayout &layout, TextSpan span)
{
    std::vector<QRectF> boxes;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int begin = std::max(line.textStart(), static_cast<int>(span.begin));
        const int end = std::min(line.textStart() + line.textLength(), static_cast<int>(span.end));
        for (int at = begin; at < end; ++at) {
            const qreal a = line.cursorToX(at);
            const qreal b = line.cursorToX(at + 1);
            const QRectF box(std::min(a, b), line.y(), std::abs(b - a), line.ascent() + line.descent());
            constexpr qreal seam = 0.5;
            const bool goesOn = at > begin
                && (std::abs(box.left() - boxes.back().right()) < seam
                    || std::abs(box.right() - boxes.back().left()) < seam);
            if (goesOn)
                boxes.back() |= box;
            else if (box.width() > 0 || at == begin)
                boxes.push_back(box);
        }
    }
    return boxes;
}

void wave(QPainter &painter, QPointF from, qreal width)
{
    constexpr qreal half = 3;
    QPainterPath path(from);
    for (qreal x = 0; x + half <= width + 0.1; x += half)
        path.quadTo(from + QPointF(x + half / 2, std::fmod(x, 2 * half) < half ? 2.6 : -2.6),
                    from + QPointF(x + half, 0));
    painter.drawPath(path);
}

// Each kind has a line of its own, so that it is known without its colour.
void drawLine(QPainter &painter, Found found, const QRectF &box, qreal y, const Theme &theme)
{
    QPen pen(colourOf(found, theme), 1.6);
    pen.setCapStyle(Qt::FlatCap);
    const QPointF left(box.left(), y);
    const QPointF right(box.right(), y);
    switch (found) {
    case Found::Place: break;
    case Found::Time: pen.setDashPattern({4, 2}); break;
    case Found::Speaker:
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.01, 2.2});
        break;
    case Found::Quote: return;
    case Found::Loss:
        pen.setWidthF(1.2);
        painter.setPen(pen);
        painter.drawLine(left + QPointF(0, 2.6), right + QPointF(0, 2.6));
        break;
    case Found::Event:
        pen.setWidthF(1.3);
        painter.setPen(pen);
        return wave(painter, left + QPointF(0, 0.6), box.width());
    }
    painter.setPen(pen);
    painter.drawLine(left, right);
}

} // namespace

QColor colourOf(Found found, const Theme &theme)
{
    return QColor::fromRgb((theme.dark ? darkColours : lightColours).at(static_cast<std::size_t>(found)));
}

FoundMarks::FoundMarks(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void FoundMarks::setTarget(QQuickTextDocument *target)
{
    m_target = target;
    update();
    Q_EMIT targetChanged();
}

void FoundMarks::setLayers(FoundLayers *layers)
{
    m_layers = layers;
    if (layers)
        connect(layers, &FoundLayers::changed, this, [this] { update(); });
    update();
    Q_EMIT targetChanged();
}

void FoundMarks::setLook(Look *look)
{
    m_look = look;
    if (look)
        connect(look, &Look::changed, this, [this] { update(); });
    update();
    Q_EMIT targetChanged();
}

void FoundMarks::setRow(int row)
{
    m_row = row;
    update();
    Q_EMIT targetChanged();
}

void FoundMarks::setSample(int sample)
{
    m_sample = sample;
    update();
    Q_EMIT targetChanged();
}

void FoundMarks::paint(QPainter *painter)
{
    if (!m_look)
        return;
    const Theme &theme = m_look->theme();
    const auto tint = [&theme](float strength) {
        QColor colour = colourOf(Found::Quote, theme);
        colour.setAlphaF(strength);
        return colour;
    };
    if (m_sample >= 0 && m_sample < foundCount) {
        const auto found = static_cast<Found>(m_sample);
        if (found == Found::Quote)
            painter->fillRect(QRectF(0, 0, width(), height()), tint(0.22F));
        else
            drawLine(*painter, found, {0, 0, width(), height()}, height() / 2, theme);
        return;
    }
    if (!m_target || !m_target->textDocument() || !m_layers)
        return;
    const QTextLayout &layout = *m_target->textDocument()->firstBlock().layout();
    const std::vector<FoundLayers::Part> parts = m_layers->partsIn(m_row);
    for (const FoundLayers::Part &part : parts) {
        const std::vector<QRectF> boxes = boxesOf(layout, part.span);
        for (const QRectF &box : boxes) {
            if (part.found == Found::Quote)
                painter->fillRect(box, tint(0.15F));
            if (part.focused) {
                QColor ground = theme.accent;
                ground.setAlphaF(0.16F);
                painter->setPen(QPen(theme.accent, 1.5));
                painter->setBrush(ground);
                painter->drawRoundedRect(box.adjusted(-1, 0.75, 1, -0.75), 3, 3);
                painter->setBrush(Qt::NoBrush);
            }
        }
    }
    for (const FoundLayers::Part &part : parts) {
        for (const QRectF &box : boxesOf(layout, part.span))
            drawLine(*painter, part.found, box, box.bottom() - 1.2, theme);
    }
}

} // namespace dateline
