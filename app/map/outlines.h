#pragma once

#include "domain/incidentcolumns.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline
{

/// The outlines of many areas, column by column. An area's number is its place in the order they were added in.
struct Outlines
{
    static constexpr double worldUnits = 4294967296.0; ///< 2^32, the width and height of the world in positions.

    /// A closed ring: its last corner is its first again.
    struct Ring
    {
        std::uint32_t begin; ///< In corners.
        std::uint32_t end;
        FixedPosition least; ///< The corners of its box.
        FixedPosition most;
    };

    std::vector<FixedPosition> corners; ///< No edge spans more than a quarter of a degree.
    std::vector<Ring> rings;
    std::vector<std::uint32_t> areas{0}; ///< Where the rings of each begin, and where the last one's end.

    [[nodiscard]] std::size_t size() const { return areas.size() - 1; }
    [[nodiscard]] std::span<const Ring> ringsOf(std::size_t area) const;
};

/// Adds an area of closed @p rings, filled by the even-odd rule, whose edges are straight on the plane of degrees.
void append(Outlines &outlines, const std::vector<std::vector<LonLat>> &rings);

/// A box of the 2048 × 2048 cells that the Web Mercator world is cut into; its columns go on round the world.
struct CellBox
{
    static constexpr int shift = 21; ///< Of a FixedPosition's x and y.
    static constexpr std::uint32_t side = 1U << (32 - shift);

    std::uint32_t column;
    std::uint32_t columns;
    std::uint32_t row;
    std::uint32_t rows;

    friend bool operator==(const CellBox &, const CellBox &) = default;
};

/// The cells with a position no more than @p km from the box that @p a and @p b are corners of, and few others.
[[nodiscard]] CellBox cellsNear(FixedPosition a, FixedPosition b, double km);

/// The edges of outlines by the rows of cells that they meet, so that a position is held against few of them.
class OutlineBands
{
public:
    explicit OutlineBands(Outlines outlines);

    [[nodiscard]] const Outlines &outlines() const { return m_outlines; }

    /// Whether @p area holds @p position, exactly: of two that share an edge just one holds a position on it.
    [[nodiscard]] bool holds(std::size_t area, FixedPosition position) const;

    /// Kilometres from @p position to the outline of @p area; more than @p most, if anything, where it is no nearer.
    [[nodiscard]] double kmTo(std::size_t area, FixedPosition position, double most) const;

    /// Where the outline of @p area crosses @p y, from west to east.
    [[nodiscard]] std::vector<double> crossings(std::size_t area, std::uint32_t y) const;

private:
    /// Corners first…last, joined by edges.
    struct Span
    {
        std::uint32_t first;
        std::uint32_t last;
    };
    struct Band
    {
        std::uint32_t row; ///< The first.
        std::uint32_t rows;
        std::size_t begin; ///< In m_rows.
    };

    void add(std::size_t area);
    void forEachEdge(std::size_t area, std::uint32_t row, auto take) const;

    Outlines m_outlines;
    std::vector<Band> m_bands; ///< One an area.
    std::vector<std::size_t> m_rows{0}; ///< Where the spans of each row begin, and where the last one's end.
    std::vector<Span> m_spans;
};

} // namespace dateline
