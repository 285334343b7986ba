#pragma once

#include "map/incidenttable.h"
#include "map/viewport.h"

#include <algorithm>
#include <array>

namespace dateline
{

/// A view as fixed-point Web Mercator sees it. Differences of x wrap around the world by themselves.
struct FixedView
{
    explicit FixedView(const Viewport &viewport);
    explicit FixedView(const LonLatBox &box); ///< Drawn nowhere: a pixel is a unit.

    std::uint32_t west = 0;
    std::uint32_t width = 0; ///< Inclusive.
    std::uint32_t north = 0;
    std::uint32_t height = 0; ///< Inclusive.
    double unitsPerPixel = 1;
    double left = 0; ///< Where west is drawn, in pixels.
    double top = 0;

    /// Of the largest square of the world that is drawn no wider than @p widestPx: its side is 2^shift units.
    [[nodiscard]] int shiftOf(double widestPx) const;

    /// The view widened to whole squares of the world, 2^@p shift units wide.
    [[nodiscard]] FixedView widenedTo(int shift) const;

    /// Where the position that lies @p fromWest and @p fromNorth units from the corner is drawn, in pixels.
    [[nodiscard]] QPointF pixelFrom(double fromWest, double fromNorth) const
    {
        return {left + fromWest / unitsPerPixel, top + fromNorth / unitsPerPixel};
    }
};

/// Rows from begin up to, but not with, end.
struct RowRange
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Calls @p each with every one of @p range for which @p isWanted is 1, and not 0, in ascending order.
///
/// That is worked out without a branch, 64 rows at once; blocks without any cost nothing more.
template<typename IsWanted, typename Each>
void forEachRowWhere(RowRange range, IsWanted isWanted, Each each)
{
    constexpr std::size_t blockSize = 64;
    std::array<std::uint8_t, blockSize> wanted{};
    std::array<std::uint32_t, blockSize> rows{};
    for (std::size_t begin = range.begin; begin < range.end; begin += blockSize) {
        const std::size_t count = std::min(blockSize, range.end - begin);
        std::uint8_t any = 0;
        for (std::size_t i = 0; i < count; ++i) {
            wanted[i] = isWanted(begin + i);
            any |= wanted[i];
        }
        if (any == 0)
            continue;
        std::size_t found = 0;
        for (std::size_t i = 0; i < count; ++i) {
            rows[found] = static_cast<std::uint32_t>(begin + i);
            found += wanted[i];
        }
        for (std::size_t i = 0; i < found; ++i)
            each(rows[i]);
    }
}

/// Calls @p each with every row of @p range that @p table shows and whose anchor lies in @p view, in ascending order.
template<typename Each>
void forEachRowIn(const IncidentTable &table, const FixedView &view, RowRange range, Each each)
{
    const IncidentColumns &columns = table.columns();
    forEachRowWhere(
        range,
        [x = columns.x.data(), y = columns.y.data(), flags = columns.flags.data(), hidden = table.hidden().data(),
         west = view.west, width = view.width, north = view.north, height = view.height](std::size_t row) {
            const bool isIn = (x[row] - west <= width) & (y[row] - north <= height);
            return static_cast<std::uint8_t>((hidden[row] == 0) & isIn & (flags[row] & IncidentColumns::HasPlace));
        },
        each);
}
template<typename Each>
void forEachRowIn(const IncidentTable &table, const FixedView &view, Each each)
{
    forEachRowIn(table, view, RowRange{0, table.size()}, each);
}

/// The same with every row that is an area which may reach into @p view, though its anchor lies elsewhere, as well.
template<typename Each>
void forEachRowReaching(const IncidentTable &table, const FixedView &view, Each each)
{
    const IncidentColumns &columns = table.columns();
    // Whether @p at, no further than 2^reach away, can be within.
    const auto meets = [](std::uint32_t at, std::uint8_t reach, std::uint32_t begin, std::uint32_t length) {
        const std::uint64_t by = std::uint64_t{1} << reach;
        return length + 2 * by > ~0U || at - begin + static_cast<std::uint32_t>(by) <= length + 2 * by;
    };
    forEachRowWhere(
        RowRange{0, columns.size()},
        [&](std::size_t row) {
            const bool isArea = columns.has(row, IncidentColumns::IsArea);
            return static_cast<std::uint8_t>(
                table.shows(row) && columns.has(row, IncidentColumns::HasPlace)
                && meets(columns.x[row], isArea ? columns.reach[row] : 0, view.west, view.width)
                && meets(columns.y[row], isArea ? columns.reach[row] : 0, view.north, view.height));
        },
        each);
}

/// How many rows @p table shows with an anchor in the Web Mercator @p viewport.
[[nodiscard]] std::uint32_t countShownIn(const IncidentTable &table, const Viewport &viewport);

} // namespace dateline
