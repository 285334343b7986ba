#include "geo/clip.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

// One of the four half-planes that make up a frame.
struct Side
{
    bool horizontal; // Cuts along y.
    bool low; // Keeps what is not below the limit; else what is not above it.
    double limit;

    [[nodiscard]] bool keeps(QPointF p) const
    {
        const double value = horizontal ? p.y() : p.x();
        return low ? value >= limit : value <= limit;
    }

    // From the smaller end to the larger, so that both of two rings that share an edge get the very same point.
    [[nodiscard]] QPointF crossing(QPointF a, QPointF b) const
    {
        if (b.x() < a.x() || (b.x() == a.x() && b.y() < a.y()))
            std::swap(a, b);
        if (horizontal)
            return {a.x() + (b.x() - a.x()) * (limit - a.y()) / (b.y() - a.y()), limit};
        return {limit, a.y() + (b.y() - a.y()) * (limit - a.x()) / (b.x() - a.x())};
    }
};

std::array<Side, 4> sidesOf(const QRectF &frame)
{
    return {{{false, true, frame.left()},
             {false, false, frame.right()},
             {true, true, frame.top()},
             {true, false, frame.bottom()}}};
}

void clipToSide(std::span<const QPointF> ring, const Side &side, std::vector<QPointF> &clipped)
{
    clipped.clear();
    if (ring.empty())
        return;
    QPointF previous = ring.back();
    bool previousKept = side.keeps(previous);
    for (const QPointF point : ring) {
        const bool kept = side.keeps(point);
        if (kept != previousKept)
            clipped.push_back(side.crossing(previous, point));
        if (kept)
            clipped.push_back(point);
        previous = point;
        previousKept = kept;
    }
}

// The part of a–b inside @p frame as fractions of its length (Liang and Barsky); false if there is none.
bool clipSegment(QPointF a, QPointF b, const QRectF &frame, double &from, double &to)
{
    from = 0;
    to = 1;
    const QPointF step = b - a;
    const std::array<double, 4> delta{-step.x(), step.x(), -step.y(), step.y()};
    const std::array<double, 4> room{a.x() - frame.left(), frame.right() - a.x(), a.y() - frame.top(),
                                     frame.bottom() - a.y()};
    for (std::size_t i = 0; i < delta.size(); ++i) {
        if (delta.at(i) == 0) {
            if (room.at(i) < 0)
                return false;
            continue;
        }
        const double part = room.at(i) / delta.at(i);
        if (delta.at(i) < 0)
            from = std::max(from, part);
        else
            to = std::min(to, part);
    }
    return from <= to;
}

} // namespace

void clipRing(std::span<const QPointF> ring, const QRectF &frame, std::vector<QPointF> &clipped)
{
    std::array<std::vector<QPointF>, 2> buffers;
    std::span<const QPointF> current = ring;
    std::size_t next = 0;
    for (const Side &side : sidesOf(frame)) {
        if (std::ranges::all_of(current, [&side](QPointF point) { return side.keeps(point); }))
            continue;
        clipToSide(current, side, buffers.at(next));
        current = buffers.at(next);
        next = 1 - next;
    }
    clipped.assign(current.begin(), current.end());
}

void clipLine(std::span<const QPointF> line, const QRectF &frame,
              const std::function<void(std::span<const QPointF>, double)> &take)
{
    std::vector<QPointF> stretch;
    double lengthBefore = 0; // Of the line up to the current segment.
    double stretchBegin = 0;
    const auto finish = [&] {
        if (stretch.size() > 1)
            take(stretch, stretchBegin);
        stretch.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF a = line[i - 1];
        const QPointF b = line[i];
        const double length = std::hypot(b.x() - a.x(), b.y() - a.y());
        double from = 0;
        double to = 0;
        if (!clipSegment(a, b, frame, from, to)) {
            finish();
        } else {
            if (from > 0)
                finish();
            if (stretch.empty()) {
                stretchBegin = lengthBefore + from * length;
                stretch.push_back(a + (b - a) * from);
            }
            stretch.push_back(a + (b - a) * to);
            if (to < 1)
                finish();
        }
        lengthBefore += length;
    }
    finish();
}

} // namespace dateline
