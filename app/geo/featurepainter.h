#pragma once

#include "domain/overlaystyle.h"
#include "geo/viewshaper.h"

#include <QBitArray>
#include <QBrush>
#include <QImage>
#include <QPainter>
#include <QPen>

namespace dateline
{

/// Paints features in the style of their overlay. One object is for one picture.
class FeaturePainter
{
public:
    /// @param image to paint on; ARGB32 premultiplied, without a pixel ratio of its own.
    /// @param ratio how many times as wide lines are as on a screen of 96 dots an inch.
    FeaturePainter(QImage &image, const FeatureStyle &style, double ratio);

    /// How far marks and lines reach beyond their positions; pixels.
    [[nodiscard]] static double reachPx(const FeatureStyle &style, double ratio);

    void paint(const ViewShape &shape);
    /// What is too small to have a shape.
    void paintDot(QPointF at);

    [[nodiscard]] double markRadius() const { return m_mark.width() / 2.0; }
    /// For what is written over it.
    [[nodiscard]] QPainter &painter() { return m_painter; }
    [[nodiscard]] QColor ink() const { return m_pen.color(); }

private:
    [[nodiscard]] bool isFirstAt(QPoint pixel, QBitArray &taken) const;

    QSize m_size;
    QPainter m_painter;
    QPen m_pen;
    QBrush m_brush;
    QImage m_mark;
    QBitArray m_marked; ///< Where a mark stands already, whose next one would be hidden.
    QBitArray m_dotted;
};

/// A small picture of @p style, 24 × 14 with a pixel ratio of 2, for an area, a line or a mark.
enum class SwatchShape : std::uint8_t { Area, Line, Mark };
[[nodiscard]] QImage featureSwatch(const FeatureStyle &style, SwatchShape shape);

} // namespace dateline
