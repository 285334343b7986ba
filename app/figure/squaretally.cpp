#include "figure/squaretally.h"

#include "figure/captions.h"

#include <QDate>

#include <algorithm>

namespace dateline
{

std::optional<std::size_t> Tally::add(std::size_t row)
{
    const IncidentColumns &columns = m_table.columns();
    ++m_count.total;
    if (!m_table.shows(row)) {
        ++m_count.filtered;
        return std::nullopt;
    }
    if (!columns.has(row, IncidentColumns::HasPlace)) {
        ++m_count.withoutPlace;
        return std::nullopt;
    }
    if (columns.reach[row] > m_grid.shift) {
        ++m_count.wider;
        return std::nullopt;
    }
    const std::optional<std::size_t> at = m_grid.at({columns.x[row], columns.y[row]});
    if (!at || (!m_isOnMap.empty() && m_isOnMap[*at] == 0)) {
        ++m_count.outside;
        return std::nullopt;
    }
    ++m_count.shown;
    ++m_kinds.at(columns.kind[row]);
    if (columns.has(row, IncidentColumns::HasTime)) {
        m_first = std::min(m_first, columns.day[row]);
        m_last = std::max(m_last, columns.day[row]);
    } else {
        ++m_count.withoutTime;
    }
    return at;
}

void Tally::tellOf(FigureSquares &squares) const
{
    squares.count = m_count;
    squares.kinds = m_kinds;
    const QDate epoch(1970, 1, 1);
    squares.days = m_first <= m_last ? dayRange(epoch.addDays(m_first), epoch.addDays(m_last)) : QString();
}

SquareGrid recounted(SquareGrid grid, const IncidentTable &table)
{
    std::ranges::fill(grid.counts, 0);
    const std::vector<std::uint8_t> everywhere;
    Tally tally(table, grid, everywhere);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (const std::optional<std::size_t> at = tally.add(row))
            ++grid.counts[*at];
    }
    return grid;
}

SquareGrid recounted(SquareGrid grid, const IncidentTable &table, std::span<const IncidentId> ids)
{
    std::ranges::fill(grid.counts, 0);
    const std::vector<std::uint8_t> everywhere;
    Tally tally(table, grid, everywhere);
    for (const IncidentId id : ids) {
        const std::optional<std::uint32_t> row = table.rowOf(id);
        if (const std::optional<std::size_t> at = row ? tally.add(*row) : std::nullopt)
            ++grid.counts[*at];
    }
    return grid;
}

FigureSquares partOf(const FigureSquares &whole, const IncidentTable &table, std::span<const IncidentId> incidents)
{
    FigureSquares part;
    part.grid = whole.grid;
    std::ranges::fill(part.grid.counts, 0);
    part.sideMetres = whole.sideMetres;
    part.scale = whole.scale;
    std::vector<std::uint8_t> isOnMap(whole.grid.counts.size());
    for (const FigureSquares::Square &square : whole.squares)
        isOnMap[square.at] = 1;
    Tally tally(table, whole.grid, isOnMap);
    for (const IncidentId id : incidents) {
        const std::optional<std::uint32_t> row = table.rowOf(id);
        if (const std::optional<std::size_t> at = row ? tally.add(*row) : std::nullopt)
            ++part.grid.counts[*at];
    }
    tally.tellOf(part);
    for (const FigureSquares::Square &square : whole.squares) {
        if (const std::uint32_t count = part.grid.counts[square.at]; count > 0)
            part.squares.push_back({square.outline, count, square.at});
    }
    return part;
}

} // namespace dateline
