#pragma once

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

/// The zone that an IANA name or “UTC+04:00” stands for; none if it is neither.
[[nodiscard]] std::optional<QTimeZone> zoneFromName(QStringView name);

/// How a zone is written in a case: its IANA name, or “UTC+04:00”; empty for UTC.
[[nodiscard]] QString nameFromZone(const QTimeZone &zone);

} // namespace dateline
