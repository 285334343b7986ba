#pragma once

#include "reading/dates.h"

#include <optional>

namespace dateline
{

/// Words at token @p i that lean on the document's date: “yesterday”, “last week”, “this morning”, “three days ago”.
[[nodiscard]] std::optional<DayWords> relativeDaysAt(const Tokens &tokens, int i);

/// The part of the day that a lower-case word names; null if it names none.
[[nodiscard]] const DayPart *dayPartFrom(QStringView word);

/// 1 for Monday to 7 for Sunday; 0 if token @p i names no weekday.
[[nodiscard]] int weekdayAt(const Tokens &tokens, int i);

} // namespace dateline
