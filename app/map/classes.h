#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// Round limits that put @p values above 0 into at most @p classes classes, none of which is empty.
///
/// Class i is limits[i] ≤ value < limits[i + 1]; whole values, such as counts, get whole limits. They are the steps 1, 2,
/// 5, 10, 20 …, joined where few values lie closest, so that a skewed distribution shows its ends; or equal steps where
/// the values lie close together and that parts them better. Other values, and what is no number, have no class.
/// @returns one limit more than there are classes, ascending; empty if no value is above 0.
[[nodiscard]] std::vector<double> classBreaks(std::span<const double> values, int classes);

/// The limits of @p classes classes by the steps 1, 2, 5, 10, 20 … of which the last holds @p most, which is above 0.
[[nodiscard]] std::vector<double> roundLimits(double most, int classes);

/// The class of @p value by the @p limits; none if it is below or beyond all.
[[nodiscard]] std::optional<std::size_t> classOf(std::span<const double> limits, double value);

} // namespace dateline
