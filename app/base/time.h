#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace dateline
{

/// A minute in UTC; the finest time that Dateline keeps for an incident.
using UtcMinute = std::chrono::sys_time<std::chrono::minutes>;

/// How closely a time is known.
enum class TimePrecision : std::uint8_t { Minute, Hour, PartOfDay, Day, Week, Month, Year };

/// A stretch of time, begin included, end not, both UTC.
struct TimeSpan
{
    UtcMinute begin;
    UtcMinute end; ///< At least one minute after begin.
    TimePrecision precision = TimePrecision::Minute;

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// “2022-09-12T20:05Z”.
[[nodiscard]] QString isoFromUtc(UtcMinute time);

/// The minute that an ISO 8601 text with zone (“…Z”, “…+04:00”) names; none if it is not one.
[[nodiscard]] std::optional<UtcMinute> utcFromIso(QStringView text);

[[nodiscard]] QDateTime dateTimeFromUtc(UtcMinute time);
[[nodiscard]] UtcMinute utcFromDateTime(const QDateTime &time);

/// The stable English key of a precision, as stored in cases and JSON: “minute”, “part of day” …
[[nodiscard]] QString keyOf(TimePrecision precision);
[[nodiscard]] std::optional<TimePrecision> timePrecisionFromKey(QStringView key);

/// A time in words with its precision kept: “12 Sep 2022, 20:05 UTC”, “13 Sep 2022”, “September 2022”.
///
/// @param zone the zone to tell it in; its abbreviation or offset follows a clock time.
[[nodiscard]] QString textFromSpan(const TimeSpan &span, const QTimeZone &zone = QTimeZone::utc());

} // namespace dateline
