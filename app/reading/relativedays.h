#pragma once

#include "reading/dates.h"

#include <optional>

namespace dateline
{

/// Words at token @p i that lean on the document's date, or on the date before them: “yesterday”, “last week”, “this
/// morning”, “three days ago”, “the next day”, “two days later”, “that year”.
[[nodiscard]] std::optional<DayWords> relativeDaysAt(const Tokens &tokens, int i);

/// The part of the day that a lower-case word names; null if it names none.
[[nodiscard]] const DayPart *dayPartFrom(Word word);

/// 1 for Monday to 7 for Sunday; 0 if token @p i names no weekday.
[[nodiscard]] int weekdayAt(const Tokens &tokens, int i);

/// The unit that “days”, “week” or “decades” counts; null if it is none.
[[nodiscard]] const DayWords::Unit *timeUnitFrom(Word word);

} // namespace dateline
