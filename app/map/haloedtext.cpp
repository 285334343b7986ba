#include "map/haloedtext.h"

#include "map/blend.h"
#include "map/plainimage.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

void drawRuns(QPainter &painter, std::span<const LetterRun> runs)
{
    for (const LetterRun &run : runs) {
        if (run.angle == 0) {
            painter.drawText(run.at, run.text);
            continue;
        }
        painter.save();
        painter.translate(run.at);
        painter.rotate(run.angle);
        painter.drawText(QPointF(), run.text);
        painter.restore();
    }
}

/// @p font as Qt is to be handed it for @p device, on which it would else space letters by the device's own pixels.
QFont fontFor(const QPaintDevice &device, QFont font)
{
    const int usual = QImage(1, 1, QImage::Format_RGB32).logicalDpiY();
    if (font.letterSpacingType() == QFont::AbsoluteSpacing && font.letterSpacing() != 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, font.letterSpacing() * usual / device.logicalDpiY());
    return font;
}

QPainterPath outlinesOf(std::span<const LetterRun> runs, const QFont &font)
{
    QPainterPath outlines;
    for (const LetterRun &run : runs) {
        QPainterPath letters;
        letters.addText({}, font, run.text);
        outlines.addPath(QTransform::fromTranslate(run.at.x(), run.at.y()).rotate(run.angle).map(letters));
    }
    return outlines;
}

/// The letters as they cover the pixels of @p box.
QImage lettersOn(const QRect &box, const QTransform &toImage, std::span<const LetterRun> runs, const QFont &font)
{
    QImage letters(box.size(), QImage::Format_Grayscale8);
    letters.fill(Qt::black);
    QPainter painter(&letters);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(toImage * QTransform::fromTranslate(-box.left(), -box.top()));
    painter.setFont(font);
    painter.setPen(Qt::white);
    drawRuns(painter, runs);
    return letters;
}

/// @p letters grown by @p reach pixels: every pixel is as much covered as its best neighbour reaches it.
QImage grown(const QImage &letters, double reach)
{
    QImage halo(letters.size(), QImage::Format_Grayscale8);
    halo.fill(Qt::black);
    // A thin stem that lies between two columns of pixels covers half of each, and its halo must not be half as strong.
    QImage strong = letters;
    for (int y = 0; y < strong.height(); ++y) {
        uchar *row = strong.scanLine(y);
        std::for_each(row, row + strong.width(),
                      [](uchar &value) { value = static_cast<uchar>(std::min(255, 2 * value)); });
    }
    const int steps = static_cast<int>(std::ceil(reach));
    for (int dy = -steps; dy <= steps; ++dy) {
        for (int dx = -steps; dx <= steps; ++dx) {
            const double part = std::clamp(reach + 0.5 - std::hypot(dx, dy), 0.0, 1.0);
            const auto weight = static_cast<unsigned>(std::lround(part * 256));
            if (weight == 0)
                continue;
            const int begin = std::max(0, dx);
            const int end = halo.width() + std::min(0, dx);
            for (int y = std::max(0, dy); y < halo.height() + std::min(0, dy); ++y) {
                const uchar *from = strong.constScanLine(y - dy) - dx;
                uchar *to = halo.scanLine(y);
                for (int x = begin; x < end; ++x)
                    to[x] = std::max(to[x], static_cast<uchar>((from[x] * weight) >> 8U));
            }
        }
    }
    return halo;
}

void paintThrough(const QImage &mask, QImage &image, const QRect &box, const QRect &clip, QColor colour)
{
    const QRgb ink = qPremultiply(colour.rgba());
    const QRect shown = box & clip;
    for (int y = shown.top(); y <= shown.bottom(); ++y) {
        const uchar *parts = mask.constScanLine(y - box.top()) - box.left();
        QRgb *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = shown.left(); x <= shown.right(); ++x) {
            if (parts[x] > 0)
                blend(pixels[x], ink, parts[x]);
        }
    }
}

} // namespace

void paintHaloedText(QPainter &painter, std::span<const LetterRun> runs, const QRectF &box, const QFont &font,
                     QColor ink, QColor halo, double reachPx)
{
    const std::optional<PlainImage> plain = plainImage(painter);
    if (!plain) {
        painter.strokePath(outlinesOf(runs, font), QPen(halo, 2 * reachPx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setFont(fontFor(*painter.device(), font));
        painter.setPen(ink);
        drawRuns(painter, runs);
        return;
    }
    // Many times faster than the outlines' own halo, and it lies where the letters come to lie on the pixels.
    const QTransform toImage = painter.deviceTransform();
    const double reach = reachPx * std::sqrt(std::abs(toImage.determinant()));
    const double spare = reachPx + 2; // Letters may hang over a little.
    const QRect pixels = toImage.mapRect(box.adjusted(-spare, -spare, spare, spare)).toAlignedRect();
    if (!pixels.intersects(plain->clip))
        return;
    const QImage letters = lettersOn(pixels, toImage, runs, font);
    paintThrough(grown(letters, reach), *plain->image, pixels, plain->clip, halo);
    paintThrough(letters, *plain->image, pixels, plain->clip, ink);
}

void paintHaloedText(QPainter &painter, QPointF baseline, const QString &text, const QFont &font, QColor ink,
                     QColor halo)
{
    const QFontMetricsF metrics(font);
    const QRectF box(baseline - QPointF(0, metrics.ascent()),
                     QSizeF(metrics.horizontalAdvance(text), metrics.height()));
    const LetterRun run{text, baseline};
    paintHaloedText(painter, {&run, 1}, box, font, ink, halo);
}

} // namespace dateline
