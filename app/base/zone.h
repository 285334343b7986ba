#pragma once

#include <QString>
#include <QTimeZone>

#include <optional>

namespace dateline
{

/// The zone to tell a stored time in: the one that @p name stands for (IANA or “UTC+04:00”), UTC if it names none.
[[nodiscard]] QTimeZone zoneOrUtc(const QString &name);

/// The zone that an IANA name or “UTC+04:00” stands for; none if it is neither.
[[nodiscard]] std::optional<QTimeZone> zoneFromName(QStringView name);

/// How a zone is written in a case: its IANA name, or “UTC+04:00”; empty for UTC.
[[nodiscard]] QString nameFromZone(const QTimeZone &zone);

} // namespace dateline
