#include "map/classes.h"

#include <QtAssert>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <ranges>
#include <utility>

namespace dateline
{

namespace
{

/// mantissa · 10^exponent, rounded once.
double decimal(double mantissa, int exponent)
{
    return exponent >= 0 ? mantissa * std::pow(10.0, exponent) : mantissa / std::pow(10.0, -exponent);
}

/// The numbers 1, 2 and 5 times a power of ten, in order; 0 is 1.
double roundNumber(int index)
{
    constexpr std::array<double, 3> mantissas{1, 2, 5};
    const int exponent = static_cast<int>(std::floor(index / 3.0));
    return decimal(mantissas.at(static_cast<std::size_t>(index - 3 * exponent)), exponent);
}

/// The largest of them that is no more than @p value.
int roundIndex(double value)
{
    int index = 3 * static_cast<int>(std::floor(std::log10(value))) + 3;
    while (roundNumber(index) > value)
        --index;
    return index;
}

/// Values from low up to the next bin's low, or the end.
struct Bin
{
    double low;
    double count;
};

struct Bins
{
    std::vector<Bin> bins;
    double end = 0;

    [[nodiscard]] double endOf(std::size_t bin) const { return bin + 1 < bins.size() ? bins[bin + 1].low : end; }
};

/// The bins of ascending @p values that hold some. @p indexOf tells a value's bin, @p lowOf where one begins.
Bins binned(std::span<const double> values, auto indexOf, auto lowOf)
{
    Bins found;
    for (const double value : values) {
        const double low = lowOf(indexOf(value));
        if (found.bins.empty() || found.bins.back().low < low)
            found.bins.push_back({low, 0});
        ++found.bins.back().count;
    }
    found.end = lowOf(indexOf(values.back()) + 1);
    return found;
}

Bins roundBins(std::span<const double> values)
{
    return binned(values, roundIndex, roundNumber);
}

/// Bins as wide as the smallest round step by which @p classes of them are enough.
Bins equalBins(std::span<const double> values, int classes)
{
    const double least = values.front();
    const double most = values.back();
    const bool whole = std::ranges::all_of(values, [](double value) { return value == std::floor(value); });
    // Steps far below the values would be lost in their last digits.
    int step = roundIndex(std::max((most - least) / classes, most * 1e-9));
    if (whole)
        step = std::max(step, 0);
    const auto lowOf = [&step](double n) {
        const int exponent = static_cast<int>(std::floor(step / 3.0));
        return decimal(n * roundNumber(step - 3 * exponent), exponent);
    };
    const auto indexOf = [&](double value) {
        const double n = std::round(value / roundNumber(step));
        return lowOf(n) <= value ? n : n - 1;
    };
    while (indexOf(most) - indexOf(least) + 1 > classes)
        ++step;
    return binned(values, indexOf, lowOf);
}

/// Joins neighbours until @p classes are left, those first that hold few values close together.
void join(Bins &found, int classes)
{
    std::vector<Bin> &bins = found.bins;
    const auto loss = [&](std::size_t bin) {
        const double span = std::log(found.endOf(bin + 1) / bins[bin].low);
        return (bins[bin].count + bins[bin + 1].count) * span * span; // Squared: else the many take all classes.
    };
    while (bins.size() > static_cast<std::size_t>(classes)) {
        const auto least = std::ranges::min(std::views::iota(std::size_t{0}, bins.size() - 1), {}, loss);
        bins[least].count += bins[least + 1].count;
        bins.erase(bins.begin() + static_cast<std::ptrdiff_t>(least) + 1);
    }
}

} // namespace

std::vector<double> classBreaks(std::span<const double> values, int classes)
{
    Q_ASSERT(classes > 0);
    std::vector<double> sorted;
    std::ranges::copy_if(values, std::back_inserter(sorted),
                         [](double value) { return value > 0 && std::isfinite(value); });
    if (sorted.empty())
        return {};
    std::ranges::sort(sorted);
    Bins bins = roundBins(sorted);
    join(bins, classes);
    // Equal steps from 0 would show what is not there as a little.
    if (Bins equal = equalBins(sorted, classes); equal.bins.front().low > 0 && equal.bins.size() > bins.bins.size())
        bins = std::move(equal);
    std::vector<double> limits(bins.bins.size());
    std::ranges::transform(bins.bins, limits.begin(), &Bin::low);
    limits.push_back(bins.end);
    return limits;
}

std::vector<double> roundLimits(double most, int classes)
{
    Q_ASSERT(most > 0 && std::isfinite(most) && classes > 0);
    const int last = roundIndex(most) + 1;
    std::vector<double> limits;
    for (int index = last - classes; index <= last; ++index)
        limits.push_back(roundNumber(index));
    return limits;
}

std::optional<std::size_t> classOf(std::span<const double> limits, double value)
{
    const auto above = std::ranges::upper_bound(limits, value);
    if (above == limits.begin() || above == limits.end())
        return std::nullopt;
    return static_cast<std::size_t>(above - limits.begin()) - 1;
}

} // namespace dateline
