#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline
{

// The input that our benchmarks share with the programs of peers/, which make the same integers in their languages
// (scatter.mjs, qgis_points.py). Integers of 32 bits only, so that nothing depends on a machine's rounding.

/// All over the world, or seven of eight in 200 towns whose sizes fall as 1/rank.
enum class Scatter { Uniform, Skewed };

/// What IncidentColumns hold of an incident, in their units.
struct ScatterPoint
{
    std::uint32_t x; ///< In Web Mercator: the world's width is 2^32, 0 at 180° west.
    std::uint32_t y; ///< 0 at 85.05° north.
    std::int32_t begin; ///< Minutes since 1970, within 2021 to 2025.
    std::int32_t end; ///< Not included: minutes, a day or up to a week later.
    std::uint8_t kind; ///< 0 to 5, from often to seldom.
};

/// Mulberry32: the numbers of a counter, mixed.
class ScatterNumbers
{
public:
    explicit constexpr ScatterNumbers(std::uint32_t seed)
        : m_state(seed)
    {
    }

    constexpr std::uint32_t next(std::uint32_t added = 0)
    {
        m_state += 0x6D2B79F5U;
        const std::uint32_t state = m_state + added;
        std::uint32_t mixed = (state ^ (state >> 15U)) * (state | 1U);
        mixed ^= mixed + (mixed ^ (mixed >> 7U)) * (mixed | 61U);
        return mixed ^ (mixed >> 14U);
    }

private:
    std::uint32_t m_state;
};

struct ScatterTown
{
    std::uint32_t x;
    std::uint32_t y;
    std::uint32_t upTo; ///< The sum of the weights of this town and the larger ones.
};

/// The towns of Scatter::Skewed between 66° south and north, the largest first.
[[nodiscard]] constexpr std::array<ScatterTown, 200> scatterTowns()
{
    std::array<ScatterTown, 200> towns{};
    ScatterNumbers numbers(3);
    std::uint32_t sum = 0;
    std::uint32_t rank = 0;
    for (ScatterTown &town : towns) {
        town.x = numbers.next();
        town.y = (1U << 30U) + (numbers.next() >> 1U);
        town.upTo = sum += 1'000'000 / ++rank;
    }
    return towns;
}

/// Four times the sum of four integers, about 0: up to 5 km from a town on the equator, seldom more than 3.
[[nodiscard]] constexpr std::uint32_t scatterOffset(std::uint32_t a, std::uint32_t b)
{
    return ((a & 0xFFFFU) + (a >> 16U) + (b & 0xFFFFU) + (b >> 16U) - 131'070U) * 4U;
}

/// The same @p count points whenever it is called; fewer points are the first of more.
[[nodiscard]] constexpr std::vector<ScatterPoint> scatter(Scatter which, std::size_t count)
{
    constexpr std::array<std::uint8_t, 16> kinds{0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};
    constexpr std::array<ScatterTown, 200> towns = scatterTowns();
    constexpr std::int32_t day = 24 * 60;
    ScatterNumbers numbers(which == Scatter::Uniform ? 1 : 2);
    std::vector<ScatterPoint> points(count);
    for (ScatterPoint &point : points) {
        // Eight numbers for each point, used or not, so that any point can be made alone.
        std::array<std::uint32_t, 8> number{};
        for (std::uint32_t &each : number)
            each = numbers.next();
        point.x = number[0];
        point.y = number[1];
        if (which == Scatter::Skewed && number[4] >> 29U != 0) {
            const auto town = std::ranges::upper_bound(towns, number[5] % towns.back().upTo, {}, &ScatterTown::upTo);
            point.x = town->x + scatterOffset(number[0], number[6]);
            point.y = town->y + scatterOffset(number[1], number[7]);
        }
        point.kind = kinds[number[4] & 15U];
        point.begin = 18'628 * day + static_cast<std::int32_t>(number[2] % (1'826U * day));
        const auto length = static_cast<std::int32_t>(number[3] >> 2U);
        if ((number[3] & 3U) == 0) {
            point.end = point.begin + 1 + length % 60;
        } else {
            point.begin -= point.begin % day;
            point.end = point.begin + ((number[3] & 3U) == 1 ? day * (1 + length % 7) : day);
        }
    }
    return points;
}

/// A number that differs when any field of any point does; README.md of peers/ has those of a million.
[[nodiscard]] constexpr std::uint32_t scatterChecksum(std::span<const ScatterPoint> points)
{
    ScatterNumbers numbers(0);
    std::uint32_t sum = 0;
    for (const ScatterPoint &point : points) {
        for (const std::uint32_t field : {point.x, point.y, static_cast<std::uint32_t>(point.begin),
                                          static_cast<std::uint32_t>(point.end), std::uint32_t{point.kind}})
            sum += numbers.next(field);
    }
    return sum;
}

// The programs of peers/ refuse to measure when theirs differ.
static_assert(scatterChecksum(scatter(Scatter::Uniform, 1'000)) == 1'324'318'855);
static_assert(scatterChecksum(scatter(Scatter::Skewed, 1'000)) == 3'549'173'440);

} // namespace dateline
