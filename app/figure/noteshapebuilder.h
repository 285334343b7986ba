#pragma once

#include "figure/noteshape.h"

#include <span>

namespace dateline
{

/// Builds the shape of one note; a member function for each kind.
class ShapeBuilder
{
public:
    ShapeBuilder(const FigureNote &note, const NoteStand &stand, const QString &label, const Theme &theme);

    NoteShape take();

private:
    [[nodiscard]] double px(double points) const { return points * m_stand.pxPerPt; }
    [[nodiscard]] double strokePx() const { return px(m_note.widthPt); }
    [[nodiscard]] bool turns() const;

    [[nodiscard]] QPen pen(QColor colour, double width, bool dashed = false) const;
    void addHalo(const QPainterPath &path, double width);
    void addStroke(const QPainterPath &path);
    void addFill(const QPainterPath &path, QColor colour);
    void addArea(const QPainterPath &path, std::span<const QPointF> outline);
    /// The way of a line, without what lies far from the view.
    [[nodiscard]] QPainterPath seenPath(std::span<const QPointF> way, bool closed) const;
    [[nodiscard]] NoteWords label(double width = 0) const;
    void addWords(NoteWords words);
    /// Beside the middle of @p way, clear of what is drawn up to @p beside from it; callouts are kept off it.
    void labelWay(std::span<const QPointF> way, double beside);
    void labelUnder(const QRectF &box);
    void finish();

    void buildText();
    void buildLine();
    void buildArrow();
    void buildEllipse();
    void buildPolygon();
    void buildFreehand();
    void buildImage();
    void buildSymbol();
    void buildMovement();
    void buildFront();

    const FigureNote &m_note;
    const NoteStand &m_stand;
    const QString &m_label;
    const Theme &m_theme;
    QColor m_colour;
    QRectF m_far; ///< What lies beyond it is not drawn.
    NoteShape m_shape;
};

/// @p colour with the opacity @p alpha.
[[nodiscard]] QColor withAlpha(QColor colour, double alpha);

} // namespace dateline
