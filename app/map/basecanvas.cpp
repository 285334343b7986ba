#include "map/basecanvas.h"

#include "map/coverage.h"
#include "map/plainimage.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace dateline
{

namespace
{

// A coverage takes five bytes a pixel; of a poster that would be more than the picture itself has to spare.
constexpr qint64 mostPixels = 64'000'000;

class PainterCanvas : public BaseCanvas
{
public:
    explicit PainterCanvas(QPainter &painter)
        : m_painter(painter)
    {
    }

    void addRing(std::span<const QPointF> ring) override
    {
        append(ring, m_areas);
        m_areas.closeSubpath();
    }

    void fill(QColor colour) override
    {
        // One path for all cells: their common edges cancel, where filled one by one they would show as hairlines.
        m_areas.setFillRule(Qt::WindingFill);
        m_painter.fillPath(m_areas, colour);
        m_areas.clear();
    }

    void setPen(const QPen &pen) override { m_pen = pen; }

    void addLine(std::span<const QPointF> line, double lengthBefore) override
    {
        if (m_pen.style() != Qt::SolidLine)
            m_dashed.emplace_back(QPainterPath(), lengthBefore);
        append(line, m_dashed.empty() ? m_lines : m_dashed.back().first);
    }

    void stroke() override
    {
        m_painter.strokePath(m_lines, m_pen);
        for (const auto &[path, lengthBefore] : m_dashed) {
            m_pen.setDashOffset(lengthBefore / m_pen.widthF());
            m_painter.strokePath(path, m_pen);
        }
        m_lines.clear();
        m_dashed.clear();
    }

private:
    static void append(std::span<const QPointF> corners, QPainterPath &path)
    {
        path.moveTo(corners.front());
        for (const QPointF corner : corners.subspan(1))
            path.lineTo(corner);
    }

    QPainter &m_painter;
    QPen m_pen;
    QPainterPath m_areas;
    QPainterPath m_lines;
    std::vector<std::pair<QPainterPath, double>> m_dashed; // With the length of the line before it.
};

/// The dashes of @p pattern, lengths of ink and gap in turn, along @p line.
void forEachDash(std::span<const QPointF> line, const std::vector<double> &pattern, double offset,
                 std::vector<QPointF> &dash, auto take)
{
    double period = 0;
    for (const double length : pattern)
        period += length;
    double left = std::fmod(offset, period);
    std::size_t now = 0;
    while (left >= pattern[now]) {
        left -= pattern[now];
        now = (now + 1) % pattern.size();
    }
    left = pattern[now] - left;
    dash.assign(1, line.front());
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF from = line[i - 1];
        double length = std::hypot(line[i].x() - from.x(), line[i].y() - from.y());
        while (length > left) {
            from += (line[i] - from) * (left / length);
            length -= left;
            dash.push_back(from);
            if (now % 2 == 0)
                take(dash);
            dash.assign(1, from);
            now = (now + 1) % pattern.size();
            left = pattern[now];
        }
        left -= length;
        dash.push_back(line[i]);
    }
    if (now % 2 == 0 && dash.size() > 1)
        take(dash);
}

class ImageCanvas : public BaseCanvas
{
public:
    ImageCanvas(QImage &image, const QTransform &fromView, const QRect &box)
        : m_image(image)
        , m_fromView(fromView)
        , m_coverage(box, static_cast<int>(std::ceil(sparePx * fromView.m11())) + 2)
    {
    }

    void addRing(std::span<const QPointF> ring) override { m_coverage.addRing(placed(ring)); }
    void fill(QColor colour) override { m_coverage.paintRings(m_image, colour); }

    void setPen(const QPen &pen) override
    {
        m_colour = pen.color();
        m_width = pen.widthF() * m_fromView.m11();
        m_pattern.clear();
        if (pen.style() != Qt::SolidLine) {
            for (const double length : pen.dashPattern())
                m_pattern.push_back(length * m_width);
        }
        // The pen is round, so what it adds to the ends of a dash is taken from its length.
        for (std::size_t i = 0; i + 1 < m_pattern.size(); i += 2) {
            const double round = std::min(m_width * 0.8, m_pattern[i] / 2);
            m_pattern[i] -= round;
            m_pattern[i + 1] += round;
        }
    }

    void addLine(std::span<const QPointF> line, double lengthBefore) override
    {
        const std::span<const QPointF> onImage = placed(line);
        if (m_pattern.empty()) {
            m_coverage.addLine(onImage, m_width);
            return;
        }
        forEachDash(onImage, m_pattern, lengthBefore * m_fromView.m11(), m_dash,
                    [this](const std::vector<QPointF> &dash) { m_coverage.addLine(dash, m_width); });
    }

    void stroke() override { m_coverage.paintLines(m_image, m_colour); }

private:
    [[nodiscard]] std::span<const QPointF> placed(std::span<const QPointF> corners)
    {
        m_placed.resize(corners.size());
        std::ranges::transform(corners, m_placed.begin(), [this](QPointF corner) {
            return QPointF(corner.x() * m_fromView.m11() + m_fromView.dx(),
                           corner.y() * m_fromView.m22() + m_fromView.dy());
        });
        return m_placed;
    }

    QImage &m_image;
    QTransform m_fromView;
    Coverage m_coverage;
    QColor m_colour;
    double m_width = 0; // Pixels of the image, as is the pattern.
    std::vector<double> m_pattern;
    std::vector<QPointF> m_placed;
    std::vector<QPointF> m_dash;
};

} // namespace

std::unique_ptr<BaseCanvas> canvasFor(QPainter &painter, QSizeF viewPx)
{
    const std::optional<PlainImage> plain = plainImage(painter);
    const QTransform fromView = painter.deviceTransform();
    const bool isUpright =
        fromView.type() <= QTransform::TxScale && fromView.m11() > 0 && qFuzzyCompare(fromView.m11(), fromView.m22());
    const QRect box = plain ? fromView.mapRect(QRectF(QPointF(), viewPx)).toRect() & plain->clip : QRect();
    if (!plain || !isUpright || qint64{box.width()} * box.height() > mostPixels)
        return std::make_unique<PainterCanvas>(painter);
    return std::make_unique<ImageCanvas>(*plain->image, fromView, box);
}

} // namespace dateline
