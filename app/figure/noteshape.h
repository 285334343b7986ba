#pragma once

#include "figure/calloutlayout.h"
#include "figure/notetrace.h"
#include "map/theme.h"

#include <QBrush>
#include <QFont>
#include <QImage>
#include <QPainterPath>
#include <QPen>
#include <QRectF>
#include <QTransform>

#include <optional>
#include <vector>

class QPainter;

namespace dateline
{

/// The place and the scale of a note that is to be drawn.
struct NoteStand
{
    std::vector<QPointF> points; ///< Pixels.
    double pxPerPt = 1;
    QRectF visible; ///< What lies far from it is not drawn.
};

/// Words of a note in lines; they are painted as text, so that SVG and PDF keep them as text.
struct NoteWords
{
    QFont font;
    double scale = 1; ///< Pixels to a pixel of the font, whose size is a whole number.
    std::vector<std::pair<QString, QPointF>> lines; ///< With where each begins on its baseline; pixels of the font.
    QRectF box; ///< Pixels.
    QColor ink;
    QColor halo;
};

/// A note as it is drawn; pixels.
struct NoteShape
{
    struct Part
    {
        QPainterPath path;
        QPen pen = QPen(Qt::NoPen);
        QBrush brush = QBrush(Qt::NoBrush);
    };

    std::vector<Part> parts; ///< Back to front.
    QImage image;
    QRectF imageBox;
    std::optional<NoteWords> words; ///< In front of all.
    QTransform turn; ///< For all of the above.
    NoteTrace trace; ///< Turned.
    QRectF box; ///< Around all, turned; null if nothing is drawn.
    std::vector<QRectF> keepFree; ///< Of the above, what nothing else should cover: words, symbols, images, tips.
    std::vector<BetterFree> betterFree; ///< Of the rest, what had better not be: along lines, and areas.

    void paint(QPainter &painter) const;
};

/// Sets @p note at @p stand.
///
/// @param label what it says; empty: nothing.
[[nodiscard]] NoteShape noteShape(const FigureNote &note, const NoteStand &stand, const QString &label,
                                  const Theme &theme);

/// The same as a sign for the key, some 26 × 18 pixels around @p middle.
[[nodiscard]] NoteShape keyShape(const FigureNote &note, QPointF middle, const Theme &theme);

/// The colour of a note's words, and what is behind them.
struct NoteInk
{
    QColor words;
    QColor behind;
};
[[nodiscard]] NoteInk inkOf(const FigureNote &note, const Theme &theme);

} // namespace dateline
