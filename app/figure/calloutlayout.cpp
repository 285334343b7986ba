#include "figure/calloutlayout.h"

#include "figure/planegeometry.h"

#include <QMarginsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <limits>
#include <numbers>

namespace dateline
{

namespace
{

// Clear space in pixels that the eye needs to tell things apart.
constexpr double betweenBoxes = 8;
constexpr double betweenLeaders = 6;
constexpr double fromMarks = 5;
constexpr double fromFrame = 10;
constexpr double cornerInset = 9;

constexpr int directions = 24;
constexpr std::array<double, 9> distances{16, 30, 48, 72, 104, 148, 204, 280, 380};
constexpr double edgeStep = 26;

double clampedInto(double value, double low, double high)
{
    return low > high ? (low + high) / 2 : std::clamp(value, low, high);
}

QRectF extentOf(const CalloutPlace &place)
{
    // The leader starts on the box: only its end can lie beyond it.
    const QRectF &box = place.box;
    const QPointF end = place.leaderEnd;
    return {QPointF(std::min(box.left(), end.x()), std::min(box.top(), end.y())),
            QPointF(std::max(box.right(), end.x()), std::max(box.bottom(), end.y()))};
}

/// Where the leader to @p mark leaves @p box: level or upright where it can be, never at a corner.
QPointF leaderStartOf(const QRectF &box, QPointF mark)
{
    if (mark.x() > box.left() && mark.x() < box.right()) {
        return {clampedInto(mark.x(), box.left() + cornerInset, box.right() - cornerInset),
                mark.y() < box.center().y() ? box.top() : box.bottom()};
    }
    return {mark.x() < box.center().x() ? box.left() : box.right(),
            clampedInto(mark.y(), box.top() + cornerInset, box.bottom() - cornerInset)};
}

} // namespace

QRectF grown(const QRectF &rect, double by)
{
    return rect.adjusted(-by, -by, by, by);
}

bool areApart(const CalloutPlace &a, const CalloutPlace &b)
{
    // Most pairs lie far from each other, and most others overlap.
    if (!grown(extentOf(a), betweenBoxes).intersects(extentOf(b)))
        return true;
    return !grown(a.box, betweenBoxes).intersects(b.box)
        && !crosses(a.leaderStart, a.leaderEnd, grown(b.box, betweenLeaders))
        && !crosses(b.leaderStart, b.leaderEnd, grown(a.box, betweenLeaders))
        && distanceBetween(a.leaderStart, a.leaderEnd, b.leaderStart, b.leaderEnd) >= betweenLeaders;
}

CalloutPlacer::CalloutPlacer(CalloutField field)
    : m_field(std::move(field))
    , m_fixed(m_field.marks.size())
    , m_candidates(m_field.marks.size())
    , m_places(m_field.marks.size())
    , m_costs(m_field.marks.size())
{
}

void CalloutPlacer::fix(std::size_t index, QRectF box)
{
    const QRectF &frame = m_field.frame;
    box.moveLeft(clampedInto(box.left(), frame.left(), frame.right() - box.width()));
    box.moveTop(clampedInto(box.top(), frame.top(), frame.bottom() - box.height()));
    const QRectF &mark = m_field.marks[index];
    if (!frame.contains(mark.center()))
        return;
    CalloutPlace place{box, mark.center(), mark.center()};
    const QPointF start = leaderStartOf(box, mark.center());
    const double length = lengthOf(start - mark.center());
    if (!box.contains(mark.center()) && length > mark.width() / 2) {
        place.leaderStart = start;
        place.leaderEnd = mark.center() + (start - mark.center()) * (mark.width() / 2 / length);
    }
    m_fixed[index] = place;
}

double CalloutPlacer::costOf(const CalloutPlace &place) const
{
    double covered = 0;
    for (const auto &[rect, cost] : m_field.betterFree) {
        const QRectF common = rect & place.box;
        covered += common.isValid() ? cost * common.width() * common.height() : 0;
    }
    const QPointF leader = place.leaderEnd - place.leaderStart;
    // Level and upright leaders read as calmer than slanted ones.
    const double slant = std::min(std::abs(leader.x()), std::abs(leader.y()));
    return lengthOf(leader) + 0.25 * slant + covered;
}

std::optional<CalloutPlacer::Candidate> CalloutPlacer::candidate(std::size_t index, QRectF box) const
{
    const QRectF inner = grown(m_field.frame, -fromFrame);
    if (box.width() > inner.width() || box.height() > inner.height())
        return std::nullopt;
    box.moveLeft(std::clamp(box.left(), inner.left(), inner.right() - box.width()));
    box.moveTop(std::clamp(box.top(), inner.top(), inner.bottom() - box.height()));
    const QRectF ownMark = m_field.marks[index];
    const QPointF mark = ownMark.center();
    CalloutPlace place{box, leaderStartOf(box, mark), mark};
    const QPointF leader = place.leaderStart - mark;
    const double length = lengthOf(leader);
    const double radius = ownMark.width() / 2;
    if (length <= radius + fromMarks)
        return std::nullopt;
    place.leaderEnd = mark + leader * (radius / length);
    for (std::size_t i = 0; i < m_field.marks.size(); ++i) {
        const QRectF other = grown(m_field.marks[i], fromMarks);
        if (other.intersects(box) || (i != index && crosses(place.leaderStart, place.leaderEnd, other)))
            return std::nullopt;
    }
    for (const QRectF &obstacle : m_field.obstacles) {
        const QRectF kept = grown(obstacle, betweenBoxes);
        if (kept.intersects(box) || crosses(place.leaderStart, place.leaderEnd, kept))
            return std::nullopt;
    }
    for (const std::optional<CalloutPlace> &fixed : m_fixed) {
        if (fixed && !areApart(place, *fixed))
            return std::nullopt;
    }
    return Candidate{place, costOf(place)};
}

std::vector<CalloutPlacer::Candidate> CalloutPlacer::candidatesFor(std::size_t index, QSizeF size) const
{
    std::vector<Candidate> found;
    const auto add = [&](double left, double top) {
        if (const std::optional<Candidate> valid = candidate(index, QRectF({left, top}, size)))
            found.push_back(*valid);
    };
    const QRectF mark = m_field.marks[index];
    if (size.isEmpty() || !m_field.frame.contains(mark.center()))
        return found;
    // Around the mark, …
    for (const double distance : distances) {
        for (int i = 0; i < directions; ++i) {
            const double angle = 2 * std::numbers::pi * i / directions;
            const QPointF direction(std::cos(angle), std::sin(angle));
            const QPointF touch = mark.center() + direction * (mark.width() / 2 + distance);
            const double right = std::clamp(1.4 * direction.x(), -1.0, 1.0);
            const double down = std::clamp(1.4 * direction.y(), -1.0, 1.0);
            add(touch.x() + (right - 1) * size.width() / 2, touch.y() + (down - 1) * size.height() / 2);
        }
    }
    // … and along the frame.
    const QRectF frame = m_field.frame;
    for (double y = frame.top(); y < frame.bottom(); y += edgeStep) {
        add(frame.left(), y);
        add(frame.right(), y);
    }
    for (double x = frame.left(); x < frame.right(); x += 2 * edgeStep) {
        add(x, frame.top());
        add(x, frame.bottom());
    }
    std::ranges::stable_sort(found, {}, &Candidate::cost);
    return found;
}

bool CalloutPlacer::fitsBesideAll(std::size_t index, const CalloutPlace &place) const
{
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (i != index && m_places[i] && !areApart(place, *m_places[i]))
            return false;
    }
    return true;
}

bool CalloutPlacer::placeBest(std::size_t index)
{
    for (const Candidate &candidate : m_candidates[index]) {
        if (m_places[index] && candidate.cost >= m_costs[index])
            return false;
        if (fitsBesideAll(index, candidate.place)) {
            m_places[index] = candidate.place;
            m_costs[index] = candidate.cost;
            return true;
        }
    }
    return false;
}

void CalloutPlacer::placeByEjecting(std::vector<std::size_t> waiting)
{
    // A callout without room takes the place where it displaces the fewest, and the least often displaced, of the
    // others; those look for room again. The state with the fewest left out is kept.
    std::deque<std::size_t> queue(waiting.begin(), waiting.end());
    std::vector<int> displaced(m_places.size(), 1);
    std::size_t fewest = queue.size();
    auto best = std::pair(m_places, m_costs);
    for (std::size_t step = 0; step < 8 * m_places.size() && !queue.empty(); ++step) {
        const std::size_t index = queue.front();
        queue.pop_front();
        const Candidate *choice = nullptr;
        double least = std::numeric_limits<double>::max();
        for (const Candidate &candidate : m_candidates[index]) {
            double price = candidate.cost;
            for (std::size_t i = 0; i < m_places.size() && price < least; ++i) {
                if (i != index && m_places[i] && !areApart(candidate.place, *m_places[i]))
                    price += 1000.0 * displaced[i];
            }
            if (price < least) {
                least = price;
                choice = &candidate;
            }
        }
        if (choice == nullptr)
            continue;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (m_places[i] && !areApart(choice->place, *m_places[i])) {
                m_places[i].reset();
                ++displaced[i];
                queue.push_back(i);
            }
        }
        m_places[index] = choice->place;
        m_costs[index] = choice->cost;
        if (queue.size() < fewest) {
            fewest = queue.size();
            best = {m_places, m_costs};
        }
    }
    std::tie(m_places, m_costs) = best;
}

void CalloutPlacer::improve()
{
    bool better = true;
    for (int sweep = 0; sweep < 8 && better; ++sweep) {
        better = false;
        for (std::size_t i = 0; i < m_places.size(); ++i)
            better |= placeBest(i);
    }
}

int CalloutPlacer::place(std::span<const QSizeF> sizes)
{
    Q_ASSERT(sizes.size() == m_places.size());
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        m_places[i] = m_fixed[i];
        m_candidates[i].clear();
        if (m_fixed[i] || sizes[i].isEmpty())
            continue;
        m_candidates[i] = candidatesFor(i, sizes[i]);
        order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [this](std::size_t i) { return m_candidates[i].size(); });
    std::vector<std::size_t> waiting;
    for (const std::size_t i : order) {
        if (!placeBest(i) && !m_candidates[i].empty())
            waiting.push_back(i);
    }
    if (!waiting.empty())
        placeByEjecting(std::move(waiting));
    improve();
    return static_cast<int>(std::ranges::count_if(order, [this](std::size_t i) { return !m_places[i]; }));
}

bool CalloutPlacer::resize(std::size_t index, QSizeF size)
{
    const std::vector<Candidate> candidates = candidatesFor(index, size);
    const auto fitting = std::ranges::find_if(
        candidates, [&](const Candidate &candidate) { return fitsBesideAll(index, candidate.place); });
    if (fitting == candidates.end())
        return false;
    m_places[index] = fitting->place;
    m_costs[index] = fitting->cost;
    m_candidates[index] = candidates;
    return true;
}

} // namespace dateline
