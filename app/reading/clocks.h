#pragma once

#include "reading/zones.h"

#include <optional>

namespace dateline
{

/// A time of day as words state it.
struct Clock
{
    int next = 0; ///< The token after it and its zone.
    int minute = 0; ///< Of the day.
    bool wholeHour = false; ///< Only the hour is named: “3 p.m.”, “noon”.
    bool halfNamed = false; ///< “p.m.” or the like stands behind it.
    bool zoned = false; ///< A zone stands behind it, be it “local time”.
    std::optional<QTimeZone> zone = {};
};

/// The time of day that begins at token @p i: “00:05 am”, “9.00 am Moscow time”, “14:30”, “2005 GMT”, “3 p.m.”, “noon”.
///
/// Bare numbers are none.
[[nodiscard]] std::optional<Clock> clockAt(const Tokens &tokens, int i);

} // namespace dateline
