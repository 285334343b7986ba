#include "geo/overlaylabels.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double letterPx = 11.5;
constexpr double overlayHaloPx = 1.5;
constexpr std::size_t mostLabels = 400;

/// Whether a line parts the two rectangles: one along a side of either.
bool meet(const QPolygonF &a, const QPolygonF &b)
{
    for (const QPolygonF &sides : {a, b}) {
        for (qsizetype i = 0; i < 2; ++i) {
            const QPointF side = sides[i + 1] - sides[i];
            const auto along = [&side](const QPolygonF &of) {
                std::array<double, 4> at{};
                for (qsizetype corner = 0; corner < 4; ++corner)
                    at.at(static_cast<std::size_t>(corner)) = QPointF::dotProduct(of[corner], side);
                return std::ranges::minmax(at);
            };
            const auto [aMin, aMax] = along(a);
            const auto [bMin, bMax] = along(b);
            if (aMax < bMin || bMax < aMin)
                return false;
        }
    }
    return true;
}

} // namespace

OverlayLabels::OverlayLabels(QSize viewPx, double ratio)
    : m_view(QPointF(), QSizeF(viewPx))
    , m_ratio(ratio)
    , m_font(QStringLiteral("Noto Sans"))
{
    m_font.setPixelSize(std::max(1, qRound(letterPx * ratio)));
}

QSizeF OverlayLabels::sizeOf(const QString &text) const
{
    const QFontMetricsF metrics(m_font);
    return {metrics.horizontalAdvance(text), metrics.height()};
}

bool OverlayLabels::place(const QString &text, QPointF middle, double degrees)
{
    if (text.isEmpty() || m_labels.size() >= mostLabels || !m_view.contains(middle))
        return false;
    const QSizeF size = sizeOf(text) + QSizeF(4, 1) * m_ratio;
    const QRectF box(QPointF(-size.width() / 2, -size.height() / 2), size);
    QPolygonF outline(box);
    outline.removeLast(); // It is the first again.
    outline = QTransform::fromTranslate(middle.x(), middle.y()).rotate(degrees).map(outline);
    if (!m_view.contains(outline.boundingRect())
        || std::ranges::any_of(m_labels, [&](const Label &label) { return meet(label.outline, outline); }))
        return false;
    m_labels.push_back({text, middle, degrees, outline});
    return true;
}

bool OverlayLabels::placeBeside(const QString &text, QPointF at, double radius)
{
    const QSizeF size = sizeOf(text);
    const double across = radius + (size.width() / 2) + 2 * m_ratio;
    const double down = radius + size.height() / 2;
    return std::ranges::any_of(std::array{QPointF(across, 0), QPointF(-across, 0), QPointF(0, down), QPointF(0, -down)},
                               [&](QPointF beside) { return place(text, at + beside); });
}

bool OverlayLabels::placeAlong(const QString &text, std::span<const QPointF> line)
{
    const double width = sizeOf(text).width() + 6 * m_ratio;
    // The stretch as long as the text whose chord is longest, so the straightest one, of a few along the line.
    std::vector<double> lengths{0};
    for (std::size_t i = 1; i < line.size(); ++i)
        lengths.push_back(lengths.back() + std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y()));
    if (lengths.back() < 1.5 * width)
        return false;
    const auto at = [&](double length) {
        const auto next = std::ranges::lower_bound(lengths, length);
        const auto i = std::clamp<std::ptrdiff_t>(next - lengths.begin(), 1, std::ssize(lengths) - 1);
        const auto end = static_cast<std::size_t>(i);
        const double share = (length - lengths[end - 1]) / std::max(1e-9, lengths[end] - lengths[end - 1]);
        return line[end - 1] + (line[end] - line[end - 1]) * share;
    };
    struct Stretch
    {
        double chord;
        QPointF a;
        QPointF b;
    };
    std::vector<Stretch> stretches;
    const int steps = std::clamp(static_cast<int>(lengths.back() / width * 2), 2, 40);
    for (int i = 0; i <= steps; ++i) {
        const double begin = (lengths.back() - width) * i / steps;
        const QPointF a = at(begin);
        const QPointF b = at(begin + width);
        // Of equal ones that nearest to the middle of the line.
        const double away = std::abs(begin + width / 2 - lengths.back() / 2) / lengths.back();
        stretches.push_back({std::hypot(b.x() - a.x(), b.y() - a.y()) - 0.02 * width * away, a, b});
    }
    std::ranges::sort(stretches, std::greater(), &Stretch::chord);
    constexpr double straight = 0.9;
    for (const Stretch &stretch : stretches) {
        if (stretch.chord < straight * width)
            return false;
        const QPointF way = stretch.b.x() < stretch.a.x() ? stretch.a - stretch.b : stretch.b - stretch.a;
        if (place(text, (stretch.a + stretch.b) / 2, std::atan2(way.y(), way.x()) * 180 / std::numbers::pi))
            return true;
    }
    return false;
}

void OverlayLabels::paint(QPainter &painter, QColor ink, QColor halo) const
{
    const QFontMetricsF metrics(m_font);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    const QTransform world = painter.transform();
    for (const Label &label : m_labels) {
        const QPointF from(-metrics.horizontalAdvance(label.text) / 2, (metrics.ascent() - metrics.descent()) / 2);
        painter.setTransform(QTransform::fromTranslate(label.middle.x(), label.middle.y()).rotate(label.degrees)
                             * world);
        QPainterPath letters;
        letters.addText(from, m_font, label.text);
        painter.strokePath(letters,
                           QPen(halo, 2 * overlayHaloPx * m_ratio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setPen(ink);
        painter.drawText(from, label.text);
    }
    painter.restore();
}

InnerSpot innerSpotOf(std::span<const QPolygonF> rings, const QRectF &within)
{
    QRectF bounds;
    for (const QPolygonF &ring : rings)
        bounds |= ring.boundingRect();
    bounds &= within;
    const double y = bounds.center().y() + 1e-3; // Hardly ever just at a corner.
    std::vector<double> crossings;
    for (const QPolygonF &ring : rings) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            const QPointF a = ring[i];
            const QPointF b = ring[(i + 1) % ring.size()];
            if ((a.y() < y) != (b.y() < y))
                crossings.push_back(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()));
        }
    }
    std::ranges::sort(crossings);
    InnerSpot spot{bounds.center(), 0};
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        const double left = std::max(crossings[i - 1], within.left());
        const double right = std::min(crossings[i], within.right());
        if (right - left > spot.width)
            spot = {{(left + right) / 2, y}, right - left};
    }
    return spot;
}

} // namespace dateline
