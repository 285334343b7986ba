#pragma once

#include <QColor>
#include <QPointF>
#include <QRect>

#include <cstdint>
#include <span>
#include <vector>

class QImage;

namespace dateline
{

/// How much of each pixel of an image shapes cover, added up shape by shape and then painted in one colour.
///
/// For thousands of short edges many times faster than QPainter, which walks a whole path once for every few rows.
/// Coordinates are the image's pixels.
class Coverage
{
public:
    /// Of the pixels of @p box; rings may reach beyond it by @p margin and lines by any length.
    Coverage(const QRect &box, int margin);

    /// Adds the closed @p ring, by the winding rule: rings of one direction that share an edge meet without a seam.
    void addRing(std::span<const QPointF> ring);

    /// Adds what a round pen of @p width leaves along @p line.
    void addLine(std::span<const QPointF> line, double width);

    // Both paint what was added over an image of Format_RGB32 or Format_ARGB32_Premultiplied, and forget it.
    void paintRings(QImage &image, QColor colour);
    void paintLines(QImage &image, QColor colour);

private:
    struct Row
    {
        int begin; ///< First column that was touched.
        int end;
    };

    void addEdge(QPointF from, QPointF to);
    void addSegment(QPointF from, QPointF to, float radius, float most);
    void touch(Row &row, int begin, int end) const;
    [[nodiscard]] QRgb *pixelsOf(QImage &image, int row) const;

    QRect m_box;
    int m_margin;
    int m_columns; ///< Of both planes, margins included.
    int m_lines;
    QPointF m_origin; ///< Of both planes; pixels of the image.
    std::vector<float> m_areas; ///< What the edges change from one column to the next.
    std::vector<std::uint8_t> m_most; ///< Of the pens, the most that any covers.
    std::vector<Row> m_areaRows;
    std::vector<Row> m_lineRows;
};

} // namespace dateline
