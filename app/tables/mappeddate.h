#pragma once

#include "tables/cells.h"
#include "tables/mapping.h"

#include <string_view>

namespace dateline
{

/// What dateFrom() reads, and also dates with months and days of the week in the languages of the tables that people
/// bring, with years of two digits, with other digits than ours, and seconds since 1970.
///
/// @param order of three numbers, which alone is tried. NotTold: only what is the same day in every order.
[[nodiscard]] std::optional<CellDate> dateInOrder(std::string_view text, DateOrder order);

/// What timeOfDayFrom() reads, and also 14.05, 14h05 and 14 Uhr.
[[nodiscard]] std::optional<std::chrono::minutes> looseTimeOfDay(std::string_view text);

} // namespace dateline
