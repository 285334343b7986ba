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

/// Calls @p each with every row for which @p isWanted is 1, and not 0, in ascending order.
///
/// That is worked out without a branch, 64 rows at once; blocks without any cost nothing more.
template<typename IsWanted, typename Each>
void forEachRowWhere(std::size_t rowCount, IsWanted isWanted, Each each)
{
    constexpr std::size_t blockSize = 64;
    std::array<std::uint8_t, blockSize> wanted{};
    std::array<std::uint32_t, blockSize> rows{};
    for (std::size_t begin = 0; begin < rowCount; begin += blockSize) {
        const std::size_t count = std::min(blockSize, rowCount - begin);
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

/// Calls @p each with every row that @p table shows and whose anchor lies in @p view, in ascending order; with
/// @p areasAnywhere also with every area, which may reach into it.
template<typename Each>
void forEachRowIn(const IncidentTable &table, const FixedView &view, Each each, bool areasAnywhere = false)
{
    const IncidentColumns &columns = table.columns();
    const auto areas = static_cast<std::uint8_t>(areasAnywhere ? IncidentColumns::IsArea : 0);
    forEachRowWhere(
        columns.size(),
        [x = columns.x.data(), y = columns.y.data(), flags = columns.flags.data(), hidden = table.hidden().data(),
         west = view.west, width = view.width, north = view.north, height = view.height, areas](std::size_t row) {
            const bool isIn = (x[row] - west <= width) & (y[row] - north <= height);
            return static_cast<std::uint8_t>((hidden[row] == 0) & (isIn | ((flags[row] & areas) != 0))
                                             & (flags[row] & IncidentColumns::HasPlace));
        },
        each);
}

/// How many rows @p table shows with an anchor in the Web Mercator @p viewport.
[[nodiscard]] std::uint32_t countShownIn(const IncidentTable &table, const Viewport &viewport);

} // namespace dateline
