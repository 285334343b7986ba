#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <span>

class QPainter;

namespace dateline
{

inline constexpr double letterHaloPx = 1.5; ///< That a halo reaches beyond its letters.

/// Letters on one baseline.
struct LetterRun
{
    QString text;
    QPointF at; ///< The left end of the baseline.
    double angle = 0; ///< Of the baseline; degrees, clockwise.
};

/// Paints @p runs, all within @p box, with a halo that reaches @p reachPx beyond the letters and eats into none.
///
/// They stay text in SVG and PDF.
void paintHaloedText(QPainter &painter, std::span<const LetterRun> runs, const QRectF &box, const QFont &font,
                     QColor ink, QColor halo, double reachPx = letterHaloPx);

/// The same for one level @p text, its left end and baseline at @p baseline.
void paintHaloedText(QPainter &painter, QPointF baseline, const QString &text, const QFont &font, QColor ink,
                     QColor halo);

} // namespace dateline
