#include "base/zone.h"

namespace dateline
{

QTimeZone zoneOrUtc(const QString &name)
{
    QTimeZone zone(name.toUtf8());
    if (name.isEmpty() || !zone.isValid())
        return QTimeZone::utc();
    return zone;
}

} // namespace dateline
