#include "figure/notegeometry.h"

#include "figure/planegeometry.h"

#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace dateline
{

namespace
{

QPointF leftOf(QPointF along)
{
    return {along.y(), -along.x()}; // y leads down.
}

} // namespace

std::vector<QPointF> smoothed(std::span<const QPointF> points)
{
    std::vector<QPointF> through(points.begin(), points.end());
    const auto [first, last] = std::ranges::unique(through);
    through.erase(first, last);
    if (through.size() < 3)
        return through;
    // Catmull and Rom's curve, centripetal: it makes no loops where points stand unevenly.
    std::vector<QPointF> way{through.front()};
    const auto count = static_cast<std::ptrdiff_t>(through.size());
    const auto pointAt = [&](std::ptrdiff_t i) {
        if (i < 0)
            return 2 * through[0] - through[1];
        if (i >= count)
            return 2 * through[through.size() - 1] - through[through.size() - 2];
        return through[static_cast<std::size_t>(i)];
    };
    for (std::ptrdiff_t i = 0; i + 1 < count; ++i) {
        const std::array p{pointAt(i - 1), pointAt(i), pointAt(i + 1), pointAt(i + 2)};
        std::array<double, 4> t{};
        for (std::size_t k = 1; k < 4; ++k)
            t.at(k) = t.at(k - 1) + std::max(1e-6, std::sqrt(lengthOf(p.at(k) - p.at(k - 1))));
        const auto mix = [&](QPointF a, QPointF b, double from, double to, double at) {
            return a * ((to - at) / (to - from)) + b * ((at - from) / (to - from));
        };
        constexpr double stepPx = 3;
        const int steps = std::clamp(static_cast<int>(lengthOf(p[2] - p[1]) / stepPx), 1, 24);
        for (int step = 1; step <= steps; ++step) {
            const double at = t[1] + (t[2] - t[1]) * step / steps;
            const QPointF a = mix(p[0], p[1], t[0], t[1], at);
            const QPointF b = mix(p[1], p[2], t[1], t[2], at);
            const QPointF c = mix(p[2], p[3], t[2], t[3], at);
            way.push_back(step == steps ? p[2]
                                        : mix(mix(a, b, t[0], t[2], at), mix(b, c, t[1], t[3], at), t[1], t[2], at));
        }
    }
    return way;
}

Way::Way(std::span<const QPointF> points)
    : m_points(points)
{
    m_lengths.reserve(points.size());
    double length = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        length += i == 0 ? 0 : lengthOf(points[i] - points[i - 1]);
        m_lengths.push_back(length);
    }
}

WayPoint Way::at(double distance) const
{
    if (length() <= 0)
        return {m_points.empty() ? QPointF() : m_points.front(), {1, 0}};
    // The first point that lies further on than the one before, and as far as asked.
    const double within = std::clamp(distance, 1e-9 * length(), length());
    const auto next = std::ranges::lower_bound(m_lengths, within);
    const auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, next - m_lengths.begin()));
    const double step = m_lengths[i] - m_lengths[i - 1];
    const QPointF along = (m_points[i] - m_points[i - 1]) / step;
    if (distance >= length())
        return {m_points.back(), along};
    return {m_points[i - 1] + along * (std::max(0.0, distance) - m_lengths[i - 1]), along};
}

std::vector<QPointF> Way::until(double distance) const
{
    std::vector<QPointF> kept;
    for (std::size_t i = 0; i < m_points.size() && m_lengths[i] <= distance; ++i)
        kept.push_back(m_points[i]);
    if (kept.size() < m_points.size())
        kept.push_back(at(distance).at);
    return kept;
}

std::vector<std::vector<QPointF>> partsWithin(std::span<const QPointF> way, const QRectF &rect)
{
    std::vector<std::vector<QPointF>> parts;
    for (std::size_t i = 1; i < way.size(); ++i) {
        const auto cut = partWithin(rect, way[i - 1], way[i]);
        if (!cut)
            continue;
        if (parts.empty() || parts.back().back() != cut->first)
            parts.push_back({cut->first});
        parts.back().push_back(cut->second);
    }
    return parts;
}

QPainterPath arrowHead(QPointF tip, QPointF along, double length, double width)
{
    QPainterPath head(tip);
    const QPointF base = tip - along * length;
    head.lineTo(base + leftOf(along) * (width / 2));
    head.lineTo(base - leftOf(along) * (width / 2));
    head.closeSubpath();
    return head;
}

QPainterPath broadArrow(std::span<const QPointF> points, double width)
{
    const Way way(points);
    const double length = way.length();
    if (length <= 0)
        return {};
    width = std::min(width, length / 3); // A short one stays an arrow.
    const double headLength = 1.9 * width;
    const double neck = length - headLength;
    const int steps = std::clamp(static_cast<int>(neck / 2), 8, 400);
    std::vector<QPointF> right;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int i = 0; i <= steps; ++i) {
        const double part = static_cast<double>(i) / steps;
        const auto [at, along] = way.at(part * neck);
        const QPointF aside = leftOf(along) * (width / 2 * (0.3 + 0.7 * part));
        if (i == 0)
            path.moveTo(at + aside);
        else
            path.lineTo(at + aside);
        right.push_back(at - aside);
    }
    const QPointF base = way.at(neck).at;
    const QPointF towards = points.back() - base;
    const QPointF aside = leftOf(towards / std::max(1e-9, lengthOf(towards))) * (1.15 * width);
    path.lineTo(base + aside);
    path.lineTo(points.back());
    path.lineTo(base - aside);
    for (auto point = right.rbegin(); point != right.rend(); ++point)
        path.lineTo(*point);
    path.closeSubpath();
    return path.simplified();
}

QPainterPath teethAlong(std::span<const QPointF> points, double size, bool closed)
{
    const Way way(points);
    QPainterPath teeth;
    const double gap = 2.4 * size;
    const double length = way.length();
    const int count = std::max(1, static_cast<int>(length / gap));
    for (int i = 0; i < count; ++i) {
        const double middle = length * (i + 0.5) / count;
        const auto [at, along] = way.at(middle);
        const QPointF apex = at + leftOf(along) * size;
        teeth.moveTo(closed ? way.at(middle - size / 2).at : at);
        teeth.lineTo(apex);
        if (closed) {
            teeth.lineTo(way.at(middle + size / 2).at);
            teeth.closeSubpath();
        }
    }
    return teeth;
}

QPainterPath hatchLines(const QPainterPath &area, const QRectF &within, double degrees, double gap)
{
    // Turned so that the lines are level, each edge of the area leaves where it meets which of them.
    const QTransform turn = QTransform().rotate(-degrees);
    const QTransform back = QTransform().rotate(degrees);
    const QRectF seen = turn.mapRect(within);
    std::map<int, std::vector<double>> crossings;
    for (const QPolygonF &polygon : area.toSubpathPolygons(turn)) {
        for (qsizetype i = 0; i < polygon.size(); ++i) {
            const QPointF a = polygon[i];
            const QPointF b = polygon[(i + 1) % polygon.size()];
            const double top = std::max(std::min(a.y(), b.y()), seen.top());
            const double bottom = std::min(std::max(a.y(), b.y()), seen.bottom());
            // Half open, so that a corner on a line counts once.
            for (int row = static_cast<int>(std::ceil(top / gap)); row * gap < bottom; ++row)
                crossings[row].push_back(a.x() + (b.x() - a.x()) * (row * gap - a.y()) / (b.y() - a.y()));
        }
    }
    QPainterPath lines;
    for (auto &[row, at] : crossings) {
        std::ranges::sort(at);
        for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
            const double from = std::max(at[i], seen.left());
            const double to = std::min(at[i + 1], seen.right());
            if (from >= to)
                continue;
            lines.moveTo(back.map(QPointF(from, row * gap)));
            lines.lineTo(back.map(QPointF(to, row * gap)));
        }
    }
    return lines;
}

QPainterPath hatchDots(const QPainterPath &area, const QRectF &within, double gap, double radius)
{
    QPainterPath dots;
    // Along level lines, every other one moved by half a gap.
    const QPainterPath lines = hatchLines(area, within, 0, gap * 0.866);
    for (const QPolygonF &line : lines.toSubpathPolygons()) {
        const double y = line.front().y();
        const bool isOdd = std::lround(y / (gap * 0.866)) % 2 != 0;
        const double shift = isOdd ? 0.5 : 0.0;
        for (double x = (std::ceil((line.front().x() + radius) / gap - shift) + shift) * gap;
             x <= line.back().x() - radius; x += gap)
            dots.addEllipse(QPointF(x, y), radius, radius);
    }
    return dots;
}

QPointF roomiestPoint(const QPolygonF &area, const QRectF &within)
{
    const QRectF seen = area.boundingRect().intersected(within);
    if (seen.isEmpty())
        return area.boundingRect().center();
    // Of long outlines some corners will do.
    const qsizetype stride = 1 + area.size() / 400;
    constexpr int cells = 25; // With one in the middle.
    QPointF best = seen.center();
    double most = std::numeric_limits<double>::lowest();
    for (int i = 0; i < cells * cells; ++i) {
        const int column = i % cells;
        const int row = i / cells;
        const QPointF at =
            seen.topLeft() + QPointF((column + 0.5) * seen.width() / cells, (row + 0.5) * seen.height() / cells);
        if (!area.containsPoint(at, Qt::OddEvenFill))
            continue;
        double room =
            std::min({at.x() - seen.left(), seen.right() - at.x(), at.y() - seen.top(), seen.bottom() - at.y()});
        for (qsizetype a = 0; a < area.size() && room > most; a += stride)
            room = std::min(room, distanceToSegment(at, area[a], area[(a + stride) % area.size()]));
        // Where there is as much of it along a strip, near the middle.
        room -= 0.02 * lengthOf(at - seen.center());
        if (room > most) {
            most = room;
            best = at;
        }
    }
    return best;
}

double distanceToLines(const QPainterPath &lines, QPointF at)
{
    double least = std::numeric_limits<double>::max();
    for (const QPolygonF &line : lines.toSubpathPolygons()) {
        for (qsizetype i = 1; i < line.size(); ++i)
            least = std::min(least, distanceToSegment(at, line[i - 1], line[i]));
    }
    return least;
}

} // namespace dateline
