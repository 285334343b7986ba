#include "reading/times.h"

#include "reading/zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qint64 minutesADay = 24 * 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("Reading", text);
}

UtcMinute utcFromLocal(qint64 minutes, const QTimeZone &zone)
{
    const QDate date =
        QDate(1970, 1, 1).addDays(minutes >= 0 ? minutes / minutesADay : (minutes - minutesADay + 1) / minutesADay);
    const qint64 ofDay = ((minutes % minutesADay) + minutesADay) % minutesADay;
    const QTime time = QTime(0, 0).addSecs(static_cast<int>(ofDay * 60));
    return utcFromDateTime(QDateTime(date, time, zone));
}

} // namespace

ZonedTime zonedFrom(const TimeExpression &time, QStringView text, QStringView documentZone, QStringView placeZone)
{
    ZonedTime zoned;
    std::optional<QTimeZone> zone = time.zone;
    QString why;
    if (!zone) {
        zone = zoneFromName(documentZone);
        if (zone)
            why = tr("; the zone is the document's, %1").arg(documentZone);
    }
    if (!zone) {
        zone = zoneFromName(placeZone);
        if (zone)
            why = tr("; the zone is the place's, %1").arg(placeZone);
    }
    TimePrecision precision = time.local.precision;
    qint64 end = time.local.end;
    if (!zone && time.clock && precision <= TimePrecision::Hour) {
        precision = TimePrecision::Hour;
        end = std::max(end, time.local.begin + 60);
        why = tr("; no zone is known: read as UTC, so it may be some hours off");
        zoned.certain = false;
    }
    const QTimeZone used = zone.value_or(QTimeZone::utc());
    zoned.when.span = {utcFromLocal(time.local.begin, used), utcFromLocal(end, used), precision};
    if (zoned.when.span.end <= zoned.when.span.begin)
        zoned.when.span.end = zoned.when.span.begin + std::chrono::minutes(1);
    zoned.when.zone = nameFromZone(used);
    zoned.when.asWritten = time.span.in(text).toString();
    zoned.reason = time.local.reason + why;
    zoned.certain = zoned.certain && !time.local.ambiguous;
    return zoned;
}

QDate localDateOf(const WrittenTime &published)
{
    const QTimeZone zone = zoneFromName(published.zone).value_or(QTimeZone::utc());
    return dateTimeFromUtc(published.instant).toTimeZone(zone).date();
}

} // namespace dateline
