#pragma once

#include "map/shownrows.h"

#include <QRectF>

#include <vector>

namespace dateline
{

/// How many incidents lie in each square of a grid over the world: a square is a power-of-two part of it in Web Mercator,
/// so that any two grids of the same side share their squares.
struct SquareGrid
{
    int shift = 0; ///< A square's side is 2^shift units of IncidentColumns::x.
    std::uint32_t west = 0; ///< Where the grid begins, in units.
    std::uint32_t north = 0;
    int across = 0;
    int down = 0;
    std::vector<std::uint32_t> counts; ///< Row by row from the north-west.

    /// The index in counts of the square that holds @p position; none beyond the grid.
    [[nodiscard]] std::optional<std::size_t> at(FixedPosition position) const
    {
        const std::uint32_t column = (position.x - west) >> static_cast<unsigned>(shift);
        const std::uint32_t row = (position.y - north) >> static_cast<unsigned>(shift);
        const bool isIn = column < static_cast<std::uint32_t>(across) && row < static_cast<std::uint32_t>(down);
        return isIn ? std::optional(std::size_t{row} * static_cast<std::size_t>(across) + column) : std::nullopt;
    }
};

/// The squares of side 2^@p shift, 0…31, that @p view meets, and how many incidents @p table shows in each; one pass.
///
/// @param closely leaves out incidents of which no more is known than an area that may reach out of a square.
[[nodiscard]] SquareGrid squaresIn(const IncidentTable &table, const FixedView &view, int shift, bool closely = false);

/// How many incidents lie in each square of a grid over a view.
struct DensityGrid
{
    int across = 0;
    int down = 0;
    std::vector<std::uint32_t> counts; ///< Row by row from the north-west.
    QRectF box; ///< Where the grid lies, in pixels; it reaches a little beyond the view.
    double sideMetres = 0; ///< Of a square in the middle of the view.
    std::uint32_t total = 0;
};

/// The density of what @p table shows in the Web Mercator @p viewport; one pass over the table.
///
/// A square is a power-of-two part of the world, 8 to 16 pixels wide, and counted whole, so that nothing changes while
/// the map is panned.
[[nodiscard]] DensityGrid densityIn(const IncidentTable &table, const Viewport &viewport);

} // namespace dateline
