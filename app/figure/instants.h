#pragma once

#include "base/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace dateline
{

/// What a day without a clock stands for.
enum class DayAs : std::uint8_t { Begin, End };

/// “2022-09-13T12:00Z,2022-09-14”: ascending, each once, a day being that in UTC; none for anything else.
[[nodiscard]] std::optional<std::vector<UtcMinute>> instantsFromText(const QString &text, DayAs day);

/// The same back, each with its clock.
[[nodiscard]] QString textFromInstants(const std::vector<UtcMinute> &instants);

} // namespace dateline
