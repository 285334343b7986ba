#pragma once

#include "reading/dates.h"

#include <optional>

namespace dateline
{

/// A longer stretch of the calendar at token @p i: “the spring of 1916”, “the second half of 2008”, “the 1990s”, “the
/// 20th century”, “the winter”.
[[nodiscard]] std::optional<DayWords> periodAt(const Tokens &tokens, int i);

/// 1 for spring to 4 for winter; 0 if @p word is no season.
[[nodiscard]] int seasonFrom(Word word);

/// Words that narrow what follows: “the end of”, “early”, “late in”, “mid-”.
struct Edge
{
    int next = 0; ///< The token after them; the first one if there are none.
    int third = 0; ///< 1 for the beginning, 2 for the middle, 3 for the end.
};
[[nodiscard]] Edge edgeAt(const Tokens &tokens, int i);

} // namespace dateline
