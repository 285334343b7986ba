#pragma once

#include <QString>
#include <QTimeZone>

namespace dateline
{

/// The zone to tell a stored time in: the one that @p name stands for (IANA or “UTC+04:00”), UTC if it names none.
[[nodiscard]] QTimeZone zoneOrUtc(const QString &name);

} // namespace dateline
