#include "figure/claimmark.h"

#include "figure/textblock.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

void paintCentred(QPainter &painter, QPointF middle, const QString &text, double sizePx, double room, QColor ink)
{
    QFont font = sansFont(std::max(1, static_cast<int>(std::lround(sizePx))), QFont::Bold);
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    if (width > room)
        font.setPixelSize(std::max(1, static_cast<int>(font.pixelSize() * room / width)));
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(middle + QPointF(-metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2), text);
}

} // namespace

void paintClaimMark(QPainter &painter, QPointF middle, Kind kind, Stance stance, const QString &text,
                    const Theme &theme, double diameterPx)
{
    const double radius = diameterPx / 2;
    const QColor colour = theme.dark ? colourOf(kind, theme).lighter(150) : colourOf(kind, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(theme.panel);
    painter.drawEllipse(middle, radius - 1, radius - 1);
    paintCentred(painter, middle, text, radius * 1.18, radius * 1.5, theme.ink);

    const QPointF badge = middle + QPointF(radius * 0.85, -radius * 0.85);
    const double size = radius * 0.6;
    painter.setPen(QPen(theme.placeHalo, 1));
    painter.setBrush(theme.ink);
    painter.drawEllipse(badge, size, size);
    if (stance == Stance::Denies) {
        const double arm = size * 0.5;
        painter.setPen(QPen(theme.page, size * 0.32, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(badge + QPointF(-arm, -arm), badge + QPointF(arm, arm));
        painter.drawLine(badge + QPointF(-arm, arm), badge + QPointF(arm, -arm));
    } else {
        paintCentred(painter, badge, QStringLiteral("?"), size * 1.6, size * 2, theme.page);
    }
    painter.restore();
}

} // namespace dateline
