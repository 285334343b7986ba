#pragma once

#include "domain/incident.h"

namespace dateline
{

/// What TIMEX3 would write for @p when, told in its own zone: “2022-09-13T14:30”, “2022-09-13TMO”, “2022-W37”.
[[nodiscard]] QString timexValueOf(const When &when);

} // namespace dateline
