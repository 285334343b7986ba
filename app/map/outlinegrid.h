#pragma once

#include "map/outlines.h"

namespace dateline
{

/// Tells which of many areas, such as provinces, holds a position. Safe from several threads at once.
class OutlineGrid
{
public:
    static constexpr std::uint16_t none = 0xFFFF;

    /// For at most 65,535 areas; takes 0.25 s and 25 MB for the provinces of the world.
    OutlineGrid(Outlines outlines, double reachKm);

    [[nodiscard]] const Outlines &outlines() const { return m_bands.outlines(); }

    /// The number of the area that holds @p position, the highest where some overlap; of the nearest one within reach
    /// if none does; else none.
    [[nodiscard]] std::uint16_t at(FixedPosition position) const;

    /// The same for each row; none for one without a place.
    [[nodiscard]] std::vector<std::uint16_t> of(const IncidentColumns &columns) const;

private:
    /// A cell and an area whose outline comes near it, or even into it.
    struct Near
    {
        std::uint32_t cell;
        std::uint16_t area;
        bool outside;
    };

    [[nodiscard]] std::vector<std::uint32_t> cellsNearOutline(std::uint16_t area, double km) const;
    void fill(std::uint16_t area);
    void listCandidates(std::vector<Near> near);
    [[nodiscard]] std::uint16_t among(std::uint32_t cell, FixedPosition position) const;

    double m_reachKm;
    OutlineBands m_bands;
    /// The area that holds all of a cell, or none; where that is not all, the begin of its candidates with a bit set.
    std::vector<std::uint32_t> m_cells;
    /// Of each such cell: those that may hold a position from the highest number down and none; then, if none of them
    /// holds the whole cell, the others that are near, and none once more.
    std::vector<std::uint16_t> m_candidates;
};

} // namespace dateline
