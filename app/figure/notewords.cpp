#include "figure/notewords.h"

#include "figure/textblock.h"
#include "map/markpainter.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace dateline
{

NoteWords noteWords(const QString &text, double sizePx, double width, QColor ink, QColor halo)
{
    NoteWords words;
    words.font = sansFont(std::max(1, static_cast<int>(std::lround(sizePx))), QFont::DemiBold);
    words.scale = sizePx / words.font.pixelSize();
    words.ink = ink;
    words.halo = halo;
    QString paragraph = text;
    QTextLayout layout(paragraph.replace(u'\n', QChar::LineSeparator), words.font);
    QTextOption option;
    option.setWrapMode(width > 0 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    QSizeF size;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        constexpr double anyWidth = 1e6;
        line.setLineWidth(width > 0 ? width / words.scale : anyWidth);
        words.lines.emplace_back(paragraph.mid(line.textStart(), line.textLength()).remove(QChar::LineSeparator),
                                 QPointF(line.naturalTextWidth(), size.height() + line.ascent()));
        size = {std::max(size.width(), line.naturalTextWidth()), size.height() + line.height()};
    }
    layout.endLayout();
    // Each line in the middle of the others.
    for (auto &[line, at] : words.lines)
        at.setX((size.width() - at.x()) / 2);
    words.box = QRectF({0, 0}, size * words.scale);
    return words;
}

void paintWords(QPainter &painter, const NoteWords &words)
{
    painter.save();
    painter.translate(words.box.topLeft());
    painter.scale(words.scale, words.scale);
    for (const auto &[line, at] : words.lines)
        paintHaloedText(painter, at, line, words.font, words.ink, words.halo);
    painter.restore();
}

} // namespace dateline
