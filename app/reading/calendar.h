#pragma once

#include "reading/dates.h"

namespace dateline
{

/// Dates of the calendar at token @p i: “13 September 2022”, “May 9–11”, “2022-09-13”, “March 2021”, “in 2020”, “1916–17”.
[[nodiscard]] std::vector<DayWords> calendarDatesAt(const Tokens &tokens, int i);

/// 1 for January to 12; 0 if token @p i is no month's name with a capital.
[[nodiscard]] int monthNameAt(const Tokens &tokens, int i);

} // namespace dateline
