#pragma once

#include "figure/squares.h"

#include <limits>

namespace dateline
{

/// Counts incidents by where they are told, or why not.
class Tally
{
public:
    /// @param isOnMap of the squares of @p grid; empty: all are.
    Tally(const IncidentTable &table, const SquareGrid &grid, const std::vector<std::uint8_t> &isOnMap)
        : m_table(table)
        , m_grid(grid)
        , m_isOnMap(isOnMap)
    {
    }

    /// @returns the square that tells of @p row; none if no square of the map does.
    std::optional<std::size_t> add(std::size_t row);

    /// Tells @p squares what was added.
    void tellOf(FigureSquares &squares) const;

private:
    const IncidentTable &m_table;
    const SquareGrid &m_grid;
    const std::vector<std::uint8_t> &m_isOnMap;
    SceneCount m_count;
    std::array<std::uint32_t, kindCount> m_kinds{};
    std::int32_t m_first = std::numeric_limits<std::int32_t>::max();
    std::int32_t m_last = std::numeric_limits<std::int32_t>::min();
};

} // namespace dateline
