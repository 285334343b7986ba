#pragma once

#include "reading/dates.h"

#include <optional>
#include <vector>

namespace dateline
{

/// A year at token @p i: “in 2020”, “the 2020 war”, “1987 saw”; two in “1916–17”; empty if the number may be none.
[[nodiscard]] std::vector<DayWords> yearsAt(const Tokens &tokens, int i);

/// A year before Christ at token @p i: “490 BC”, “146 B.C.”, and the first of “499–493 BC” and “496 and 495 BC”.
[[nodiscard]] std::optional<DayWords> yearBeforeChristAt(const Tokens &tokens, int i);

/// The year that token @p i writes in four digits; 0 if it does not.
[[nodiscard]] int yearNumberAt(const Tokens &tokens, int i);

/// Takes a year behind @p words, if one stands there: “, 2020”, “of 2020”, “last year”, “of that year”.
void takeYear(const Tokens &tokens, DayWords &words);

/// True if what stands at token @p i may follow a date, so that the number before it counts nothing.
[[nodiscard]] bool endsDate(const Tokens &tokens, int i);

} // namespace dateline
