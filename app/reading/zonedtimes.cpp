#include "reading/times.h"

#include "reading/readingtext.h"
#include "reading/zones.h"

#include <algorithm>

namespace dateline
{

namespace
{

UtcMinute utcFromLocal(qint64 minutes, const QTimeZone &zone)
{
    const QDate date =
        QDate(1970, 1, 1).addDays(minutes >= 0 ? minutes / minutesADay : (minutes - minutesADay + 1) / minutesADay);
    const qint64 ofDay = ((minutes % minutesADay) + minutesADay) % minutesADay;
    const QTime time = QTime(0, 0).addSecs(static_cast<int>(ofDay * 60));
    return utcFromDateTime(QDateTime(date, time, zone));
}

// “IST” is India's unless the document or the place is in Israel or Ireland.
std::optional<QTimeZone> ownZone(const TimeExpression &time, QStringView documentZone, QStringView placeZone)
{
    if (!time.zone || time.zone->id() != "Asia/Kolkata")
        return time.zone;
    for (const QStringView zone : {placeZone, documentZone}) {
        if (zone == u"Asia/Jerusalem" || zone == u"Asia/Tel_Aviv" || zone == u"Europe/Dublin")
            return QTimeZone(zone.toUtf8());
    }
    return time.zone;
}

/// Counts the day of a clock time again from the document's moment as the clocks of @p zone show it.
void moveToDay(LocalSpan &local, const TimeExpression &time, const QTimeZone &zone)
{
    const TimeAnchors anchors = anchorsFrom(*time.published, QString::fromUtf8(zone.id()));
    const std::optional<LocalSpan> day = localFrom(*time.leaning, anchors);
    if (!day)
        return;
    const qint64 length = local.end - local.begin;
    local.begin = day->begin + time.minute;
    const qint64 now = minutesFrom(*anchors.published) + anchors.publishedMinute.value_or(0);
    if (time.noDay && !time.future && local.begin > now)
        local.begin -= minutesADay;
    if (time.noDay && time.future && local.begin < now)
        local.begin += minutesADay;
    local.end = local.begin + length;
}

} // namespace

ZonedTime zonedFrom(const TimeExpression &time, QStringView text, QStringView documentZone, QStringView placeZone)
{
    ZonedTime zoned;
    QString why;
    std::optional<QTimeZone> zone = ownZone(time, documentZone, placeZone);
    const auto take = [&](QStringView name, const QString &reason) {
        if (zone)
            return;
        zone = zoneFromName(name);
        if (zone)
            why = reason.arg(name);
    };
    // The clock on the wall is the place's; “Tuesday” is the writer's.
    if (time.clock)
        take(placeZone, ReadingText::tr("; the zone is the place's, %1"));
    take(documentZone, ReadingText::tr("; the zone is the document's, %1"));
    take(placeZone, ReadingText::tr("; the zone is the place's, %1"));
    LocalSpan local = time.local;
    if (!zone && time.clock && local.precision <= TimePrecision::Hour) {
        local.precision = TimePrecision::Hour;
        local.end = std::max(local.end, local.begin + 60);
        why = ReadingText::tr("; no zone is known: read as UTC, so it may be some hours off");
        zoned.certain = false;
    }
    const QTimeZone used = zone.value_or(QTimeZone::utc());
    if (zone && time.leaning)
        moveToDay(local, time, used);
    zoned.when.span = {utcFromLocal(local.begin, used), utcFromLocal(local.end, used), local.precision};
    if (time.until && *time.until > zoned.when.span.begin)
        zoned.when.span.end = *time.until;
    if (zoned.when.span.end <= zoned.when.span.begin)
        zoned.when.span.end = zoned.when.span.begin + std::chrono::minutes(1);
    zoned.when.zone = nameFromZone(used);
    zoned.when.asWritten = time.span.in(text).toString();
    zoned.reason = local.reason + why;
    zoned.certain = zoned.certain && !local.ambiguous;
    return zoned;
}

QDate localDateOf(const WrittenTime &published)
{
    const QTimeZone zone = zoneFromName(published.zone).value_or(QTimeZone::utc());
    return dateTimeFromUtc(published.instant).toTimeZone(zone).date();
}

TimeAnchors anchorsFrom(const WrittenTime &published, QStringView zone)
{
    TimeAnchors anchors;
    const QDateTime local =
        dateTimeFromUtc(published.instant).toTimeZone(zoneFromName(zone).value_or(QTimeZone::utc()));
    anchors.published = local.date();
    if (published.precision <= TimePrecision::Hour)
        anchors.publishedMinute = local.time().hour() * 60 + local.time().minute();
    // The United States write the month first, most others the day.
    static const QStringList monthFirst{QStringLiteral("America/New_York"),  QStringLiteral("America/Chicago"),
                                        QStringLiteral("America/Denver"),    QStringLiteral("America/Los_Angeles"),
                                        QStringLiteral("America/Phoenix"),   QStringLiteral("America/Detroit"),
                                        QStringLiteral("America/Anchorage"), QStringLiteral("Pacific/Honolulu")};
    anchors.monthFirst = monthFirst.contains(zone);
    return anchors;
}

} // namespace dateline
