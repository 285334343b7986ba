#include "geo/featurepainter.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double pxPerPoint = 96.0 / 72;

QColor colourOf(OverlayColour colour, double alpha = 1)
{
    QColor made = QColor::fromRgb(colour | 0xff000000U);
    made.setAlphaF(static_cast<float>(alpha));
    return made;
}

double strokePx(const FeatureStyle &style, double ratio)
{
    return style.widthPt * pxPerPoint * ratio;
}

/// A tile of the pattern of @p fill that goes on without a seam.
QBrush patternOf(NoteFill fill, QColor colour, double strokeWidth, double ratio)
{
    const double gap = std::max(4.5 * pxPerPoint * ratio, 3 * strokeWidth);
    const bool areDots = fill == NoteFill::Dots;
    // Lines are as far apart as the side of the tile by the root of 2.
    const int side = std::max(4, qRound(areDots ? gap : gap * std::numbers::sqrt2));
    QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = std::max(0.6 * pxPerPoint * ratio, 0.6 * strokeWidth);
    if (areDots) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const double radius = std::max(0.7 * pxPerPoint * ratio, width);
        painter.drawEllipse(QPointF(side / 2.0, side / 2.0), radius, radius);
    } else {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap));
        for (const int along : {-side, 0, side}) {
            painter.drawLine(QPointF(along, side), QPointF(along + side, 0));
            if (fill == NoteFill::Cross)
                painter.drawLine(QPointF(along, 0), QPointF(along + side, side));
        }
    }
    painter.end();
    return {tile};
}

QBrush brushOf(const FeatureStyle &style, double ratio)
{
    const OverlayColour colour = style.fillColour.value_or(style.colour);
    switch (style.fill) {
    case NoteFill::None: return Qt::NoBrush;
    case NoteFill::Tint: return colourOf(colour, 0.18);
    case NoteFill::Solid: return colourOf(colour, 0.85);
    case NoteFill::Diagonal:
    case NoteFill::Cross:
    case NoteFill::Dots: return patternOf(style.fill, colourOf(colour), strokePx(style, ratio), ratio);
    }
    return Qt::NoBrush;
}

QPainterPath markPath(FeatureMark mark, double radius)
{
    QPainterPath path;
    switch (mark) {
    case FeatureMark::Circle: path.addEllipse(QPointF(), radius, radius); break;
    case FeatureMark::Square: path.addRect(QRectF(-0.88 * radius, -0.88 * radius, 1.76 * radius, 1.76 * radius)); break;
    case FeatureMark::Diamond:
        path.addPolygon(QPolygonF{{0, -radius}, {radius, 0}, {0, radius}, {-radius, 0}, {0, -radius}});
        break;
    case FeatureMark::Triangle:
        path.addPolygon(
            QPolygonF{{0, -radius}, {0.87 * radius, 0.5 * radius}, {-0.87 * radius, 0.5 * radius}, {0, -radius}});
        break;
    case FeatureMark::Cross: {
        const double arm = 0.3 * radius;
        path.addPolygon(QPolygonF{{-arm, -radius},
                                  {arm, -radius},
                                  {arm, -arm},
                                  {radius, -arm},
                                  {radius, arm},
                                  {arm, arm},
                                  {arm, radius},
                                  {-arm, radius},
                                  {-arm, arm},
                                  {-radius, arm},
                                  {-radius, -arm},
                                  {-arm, -arm},
                                  {-arm, -radius}});
        break;
    }
    }
    return path;
}

/// An odd number of pixels wide, with the mark’s middle in the middle of its middle pixel.
QImage markImage(const FeatureStyle &style, double ratio)
{
    const double radius = style.markPt * pxPerPoint * ratio / 2;
    const double edge = std::max(ratio, std::min(strokePx(style, ratio), radius / 2));
    const int half = static_cast<int>(std::ceil(radius + edge));
    QImage image(2 * half + 1, 2 * half + 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(half + 0.5, half + 0.5);
    painter.setPen(QPen(style.fillColour ? colourOf(style.colour) : QColor(Qt::white), edge));
    painter.setBrush(colourOf(style.fillColour.value_or(style.colour)));
    painter.drawPath(markPath(style.mark, radius));
    painter.end();
    return image;
}

} // namespace

FeaturePainter::FeaturePainter(QImage &image, const FeatureStyle &style, double ratio)
    : m_size(image.size())
    , m_painter(&image)
    , m_pen(colourOf(style.colour), strokePx(style, ratio), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)
    , m_brush(brushOf(style, ratio))
    , m_mark(markImage(style, ratio))
    , m_marked(static_cast<qsizetype>(image.width()) * image.height())
    , m_dotted(m_marked)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

double FeaturePainter::reachPx(const FeatureStyle &style, double ratio)
{
    return std::max(strokePx(style, ratio), style.markPt * pxPerPoint * ratio) + 2;
}

bool FeaturePainter::isFirstAt(QPoint pixel, QBitArray &taken) const
{
    if (!QRect(QPoint(), m_size).contains(pixel))
        return false;
    const qsizetype at = static_cast<qsizetype>(pixel.y()) * m_size.width() + pixel.x();
    if (taken.testBit(at))
        return false;
    taken.setBit(at);
    return true;
}

void FeaturePainter::paint(const ViewShape &shape)
{
    if (!shape.areas.empty() && m_brush.style() != Qt::NoBrush) {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (const QPolygonF &ring : shape.areas) {
            path.addPolygon(ring);
            path.closeSubpath();
        }
        m_painter.fillPath(path, m_brush);
    }
    m_painter.setPen(m_pen);
    for (const QPolygonF &line : shape.lines)
        m_painter.drawPolyline(line);
    const int half = m_mark.width() / 2;
    for (const QPointF at : shape.points) {
        const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
        const bool isBeyond = !QRect(QPoint(), m_size).contains(pixel);
        // A mark beyond the edge may still reach in.
        if (isBeyond ? QRect(QPoint(), m_size).adjusted(-half, -half, half, half).contains(pixel)
                     : isFirstAt(pixel, m_marked))
            m_painter.drawImage(pixel - QPoint(half, half), m_mark);
    }
}

void FeaturePainter::paintDot(QPointF at)
{
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    if (isFirstAt(pixel, m_dotted))
        m_painter.fillRect(QRect(pixel, QSize(1, 1)), m_pen.color());
}

QImage featureSwatch(const FeatureStyle &style, SwatchShape shape)
{
    constexpr double swatchRatio = 2;
    QImage image(48, 28, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    FeatureStyle small = style;
    small.widthPt = std::min(style.widthPt, 3.0);
    small.markPt = std::min(style.markPt, 9.0);
    {
        FeaturePainter painter(image, small, swatchRatio);
        const double inset = std::max(1.0, strokePx(small, swatchRatio) / 2);
        switch (shape) {
        case SwatchShape::Area: {
            const QPolygonF ring(QRectF(inset, inset, 48 - 2 * inset, 28 - 2 * inset));
            painter.paint({{ring}, {ring}, {}});
            break;
        }
        case SwatchShape::Line: painter.paint({{}, {{{4, 20}, {16, 8}, {32, 18}, {44, 8}}}, {}}); break;
        case SwatchShape::Mark: painter.paint({{}, {}, {{24, 14}}}); break;
        }
    }
    image.setDevicePixelRatio(swatchRatio);
    return image;
}

} // namespace dateline
