#pragma once

#include "reading/dates.h"
#include "reading/propose.h"

#include <optional>

namespace dateline
{

/// What @p words mean in TIMEX3's writing, resolved to @p local or with “X” where nothing is known: “2022-09-13”,
/// “2022-W37”, “1916-SP”, “199”, “XXXX-WXX-5”, “P3D”.
[[nodiscard]] QString timexFrom(const DayWords &words, const std::optional<LocalSpan> &local);

/// @p words as TIMEX3 types them.
[[nodiscard]] TimeType timeTypeOf(const DayWords &words);

} // namespace dateline
