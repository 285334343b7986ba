#include "map/outlines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double equatorKm = 40075.017;
// Short edges keep to few cells, bend as the projection does, and multiply without overflow.
constexpr double longestEdge = 0.25;

double unitsPerKm(std::uint32_t y)
{
    return Outlines::worldUnits / equatorKm * std::cosh(std::numbers::pi * (1 - 2 * (y / Outlines::worldUnits)));
}

/// b − a, the short way round the world.
std::int64_t across(std::uint32_t a, std::uint32_t b)
{
    return static_cast<std::int32_t>(b - a);
}

std::int64_t down(std::uint32_t a, std::uint32_t b)
{
    return std::int64_t{b} - std::int64_t{a};
}

double squaredDistance(FixedPosition p, FixedPosition a, FixedPosition b)
{
    const auto ax = static_cast<double>(across(p.x, a.x));
    const auto ay = static_cast<double>(down(p.y, a.y));
    const auto dx = static_cast<double>(across(a.x, b.x));
    const auto dy = static_cast<double>(down(a.y, b.y));
    const double length = dx * dx + dy * dy;
    const double part = length > 0 ? std::clamp(-(ax * dx + ay * dy) / length, 0.0, 1.0) : 0;
    const double x = ax + part * dx;
    const double y = ay + part * dy;
    return x * x + y * y;
}

bool crosses(FixedPosition a, FixedPosition b, std::uint32_t y)
{
    return (a.y > y) != (b.y > y);
}

} // namespace

std::span<const Outlines::Ring> Outlines::ringsOf(std::size_t area) const
{
    return std::span(rings).subspan(areas[area], areas[area + 1] - areas[area]);
}

void append(Outlines &outlines, const std::vector<std::vector<LonLat>> &rings)
{
    for (const std::vector<LonLat> &ring : rings) {
        if (ring.empty())
            continue;
        const FixedPosition first = fixedFromLonLat(ring.front());
        Outlines::Ring added{static_cast<std::uint32_t>(outlines.corners.size()), 0, first, first};
        outlines.corners.push_back(first);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const LonLat a = ring[i - 1];
            const LonLat b = ring[i];
            const double pieces = std::ceil(std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat)) / longestEdge);
            for (double piece = 1; piece <= pieces; ++piece) {
                const double part = piece / pieces;
                const FixedPosition corner =
                    fixedFromLonLat({std::lerp(a.lon, b.lon, part), std::lerp(a.lat, b.lat, part)});
                outlines.corners.push_back(corner);
                added.least = {std::min(added.least.x, corner.x), std::min(added.least.y, corner.y)};
                added.most = {std::max(added.most.x, corner.x), std::max(added.most.y, corner.y)};
            }
        }
        added.end = static_cast<std::uint32_t>(outlines.corners.size());
        outlines.rings.push_back(added);
    }
    outlines.areas.push_back(static_cast<std::uint32_t>(outlines.rings.size()));
}

CellBox cellsNear(FixedPosition a, FixedPosition b, double km)
{
    const auto [north, south] = std::minmax(a.y, b.y);
    const auto [west, east] = std::minmax(a.x, b.x);
    // A kilometre is longest on the map near a pole; a little more, as it grows within the distance as well.
    const auto margin = static_cast<std::uint32_t>(1.05 * km * std::max(unitsPerKm(north), unitsPerKm(south)));
    const std::uint32_t first = (west - margin) >> CellBox::shift;
    const std::uint32_t last = (east + margin) >> CellBox::shift;
    const std::uint32_t top = (north - std::min(north, margin)) >> CellBox::shift;
    const std::uint32_t bottom = (south + std::min(~south, margin)) >> CellBox::shift;
    return {first, ((last - first) & (CellBox::side - 1)) + 1, top, bottom - top + 1};
}

OutlineBands::OutlineBands(Outlines outlines)
    : m_outlines(std::move(outlines))
{
    m_bands.reserve(m_outlines.size());
    for (std::size_t area = 0; area < m_outlines.size(); ++area)
        add(area);
}

void OutlineBands::add(std::size_t area)
{
    std::uint32_t first = CellBox::side;
    std::uint32_t end = 0;
    for (const Outlines::Ring &ring : m_outlines.ringsOf(area)) {
        first = std::min(first, ring.least.y >> CellBox::shift);
        end = std::max(end, (ring.most.y >> CellBox::shift) + 1);
    }
    first = std::min(first, end); // Of an area without rings.
    std::vector<std::vector<Span>> rows(end - first);
    for (const Outlines::Ring &ring : m_outlines.ringsOf(area)) {
        for (std::uint32_t corner = ring.begin; corner + 1 < ring.end; ++corner) {
            const auto [north, south] = std::minmax(m_outlines.corners[corner].y, m_outlines.corners[corner + 1].y);
            for (std::uint32_t row = north >> CellBox::shift; row <= south >> CellBox::shift; ++row) {
                std::vector<Span> &spans = rows[row - first];
                if (!spans.empty() && spans.back().last == corner)
                    ++spans.back().last;
                else
                    spans.push_back({corner, corner + 1});
            }
        }
    }
    m_bands.push_back({first, end - first, m_rows.size() - 1});
    for (const std::vector<Span> &spans : rows) {
        m_spans.insert(m_spans.end(), spans.begin(), spans.end());
        m_rows.push_back(m_spans.size());
    }
}

void OutlineBands::forEachEdge(std::size_t area, std::uint32_t row, auto take) const
{
    const Band &band = m_bands[area];
    if (row - band.row >= band.rows) // Wraps, north of the first one.
        return;
    const std::size_t begin = band.begin + row - band.row;
    for (std::size_t i = m_rows[begin]; i < m_rows[begin + 1]; ++i) {
        for (std::uint32_t corner = m_spans[i].first; corner < m_spans[i].last; ++corner)
            take(m_outlines.corners[corner], m_outlines.corners[corner + 1]);
    }
}

bool OutlineBands::holds(std::size_t area, FixedPosition position) const
{
    bool inside = false;
    forEachEdge(area, position.y >> CellBox::shift, [&](FixedPosition a, FixedPosition b) {
        // In whole numbers, which is exact; and without a branch, as which edges cross cannot be foreseen. The span east
        // of an edge at the antimeridian is not across(): rings end there.
        const std::int64_t height = down(a.y, b.y);
        const std::int64_t side = down(a.x, b.x) * down(a.y, position.y) - down(a.x, position.x) * height;
        inside ^= crosses(a, b, position.y) & ((height > 0 ? side : -side) > 0);
    });
    return inside;
}

double OutlineBands::kmTo(std::size_t area, FixedPosition position, double most) const
{
    const CellBox rows = cellsNear(position, position, most);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::uint32_t row = rows.row; row < rows.row + rows.rows; ++row)
        forEachEdge(area, row, [&](FixedPosition a, FixedPosition b) {
            nearest = std::min(nearest, squaredDistance(position, a, b));
        });
    return std::sqrt(nearest) / unitsPerKm(position.y);
}

std::vector<double> OutlineBands::crossings(std::size_t area, std::uint32_t y) const
{
    std::vector<double> found;
    forEachEdge(area, y >> CellBox::shift, [&](FixedPosition a, FixedPosition b) {
        if (crosses(a, b, y))
            found.push_back(std::lerp(double(a.x), double(b.x), double(down(a.y, y)) / double(down(a.y, b.y))));
    });
    std::ranges::sort(found);
    return found;
}

} // namespace dateline
