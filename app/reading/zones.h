#pragma once

#include "base/zone.h"
#include "reading/tokens.h"

#include <QTimeZone>

#include <optional>

namespace dateline
{

/// A zone as words name it.
struct ZoneWords
{
    int next = 0; ///< The token after them.
    std::optional<QTimeZone> zone; ///< None for “local time”.
};

/// The zone named at token @p i: “GMT”, “UTC+3”, “Moscow time”, “EET”, “local time”; none if there is none.
[[nodiscard]] std::optional<ZoneWords> zoneAt(const Tokens &tokens, int i);

} // namespace dateline
