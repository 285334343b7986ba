#include "ui/wording.h"

#include "base/zone.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace dateline
{

namespace
{

QString tr(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("Wording", text, note, n);
}

QString counted(int n, const char *one, const char *many)
{
    return tr(n == 1 ? one : many).arg(n);
}

// Interface texts are English until translations are made, and so are the dates between them.
QString formatted(const QDateTime &time, const QString &format)
{
    return QLocale::c().toString(time, format);
}

QString timePrecisionText(TimePrecision precision)
{
    switch (precision) {
    case TimePrecision::Minute: return tr("to the minute");
    case TimePrecision::Hour: return tr("to the hour");
    case TimePrecision::PartOfDay: return tr("part of the day");
    case TimePrecision::Day: return tr("to the day");
    case TimePrecision::Week: return tr("to the week");
    case TimePrecision::Month: return tr("to the month");
    case TimePrecision::Year: return tr("to the year");
    }
    Q_UNREACHABLE_RETURN({});
}

QString clockText(const When &when, const QTimeZone &zone)
{
    const QDateTime begin = dateTimeFromUtc(when.span.begin).toTimeZone(zone);
    const QDateTime end = dateTimeFromUtc(when.span.end).toTimeZone(zone);
    const QString day = formatted(begin, QStringLiteral("d MMM yyyy, "));
    QString text = textFromSpan(when.span, zone);
    // Until midnight is still that day.
    if (end.date() == begin.date().addDays(1))
        text.replace(formatted(end, QStringLiteral("d MMM yyyy, '00:00'")), QStringLiteral("24:00"));
    return text.startsWith(day) ? text.sliced(day.size()) : text;
}

} // namespace

TimeSpan spanOf(const WrittenTime &time)
{
    if (time.precision <= TimePrecision::Hour)
        return {time.instant, time.instant + std::chrono::minutes(1), TimePrecision::Minute};
    const QDateTime begin = dateTimeFromUtc(time.instant).toTimeZone(zoneOrUtc(time.zone));
    return {time.instant, utcFromDateTime(begin.addDays(1)), TimePrecision::Day};
}

QDate dayOf(const When &when)
{
    return dateTimeFromUtc(when.span.begin).toTimeZone(zoneOrUtc(when.zone)).date();
}

QString dayText(QDate day)
{
    return formatted(day.startOfDay(QTimeZone::utc()), QStringLiteral("dddd d MMMM yyyy"));
}

QString shortWhenText(const std::optional<When> &when)
{
    if (!when)
        return tr("Time not stated");
    const QTimeZone zone = zoneOrUtc(when->zone);
    switch (when->span.precision) {
    case TimePrecision::Minute:
    case TimePrecision::Hour:
    case TimePrecision::PartOfDay: {
        const QDateTime begin = dateTimeFromUtc(when->span.begin);
        QString clock = clockText(*when, zone);
        if (begin.toTimeZone(zone).offsetFromUtc() == 0)
            return clock;
        const bool otherDay = begin.toTimeZone(zone).date() != begin.date();
        return clock + tr(" · ") + formatted(begin, otherDay ? QStringLiteral("d MMM, HH:mm") : QStringLiteral("HH:mm"))
            + tr(" UTC");
    }
    case TimePrecision::Day: return tr("During the day");
    default: return textFromSpan(when->span, zone);
    }
}

QString fullWhenText(const std::optional<When> &when)
{
    if (!when)
        return tr("Not stated");
    const bool hasClock = when->span.precision <= TimePrecision::PartOfDay;
    return tr("%1 (%2)").arg(textFromSpan(when->span, hasClock ? QTimeZone::utc() : zoneOrUtc(when->zone)),
                             timePrecisionText(when->span.precision));
}

QString coordinatesText(LonLat position)
{
    return tr("%1° %2 %3° %4")
        .arg(std::abs(position.lat), 0, 'f', 3)
        .arg(position.lat < 0 ? tr("S") : tr("N"))
        .arg(std::abs(position.lon), 0, 'f', 3)
        .arg(position.lon < 0 ? tr("W") : tr("E"));
}

QString whereText(const std::optional<Where> &where)
{
    if (!where)
        return tr("Not stated");
    QString text = where->place;
    if (!where->province.isEmpty() && where->province != where->place)
        text += tr(", ") + where->province;
    return text;
}

QString locationPrecisionText(const std::optional<Where> &where)
{
    if (!where)
        return {};
    QString text;
    switch (where->precision) {
    case LocationPrecision::Exact: text = tr("Exact position"); break;
    case LocationPrecision::Near: text = tr("Near this place"); break;
    case LocationPrecision::District: text = tr("Somewhere in a district or region"); break;
    case LocationPrecision::Province: text = tr("Somewhere in a province"); break;
    case LocationPrecision::Country: text = tr("Somewhere in a country"); break;
    }
    if (where->radiusMetres >= 1000)
        text += tr(", ± %1 km").arg(std::lround(where->radiusMetres / 1000));
    else if (where->radiusMetres > 0)
        text += tr(", ± %1 m").arg(std::lround(where->radiusMetres));
    return text;
}

QString supportText(const Support &support)
{
    return counted(support.quotes, "%1 quote", "%1 quotes") + tr(" · ")
        + counted(support.documents, "%1 source", "%1 sources");
}

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Battles: return tr("Battles");
    case Kind::Explosions: return tr("Explosions / remote violence");
    case Kind::ViolenceAgainstCivilians: return tr("Violence against civilians");
    case Kind::Protests: return tr("Protests");
    case Kind::Riots: return tr("Riots");
    case Kind::StrategicDevelopments: return tr("Strategic developments");
    }
    Q_UNREACHABLE_RETURN({});
}

QString shortKindText(Kind kind)
{
    switch (kind) {
    case Kind::Explosions: return tr("Explosions");
    case Kind::ViolenceAgainstCivilians: return tr("Against civilians");
    case Kind::StrategicDevelopments: return tr("Developments");
    default: return kindText(kind);
    }
}

QString statusText(Status status)
{
    switch (status) {
    case Status::Reported: return tr("Reported");
    case Status::Corroborated: return tr("Corroborated");
    case Status::Disputed: return tr("Disputed");
    case Status::Refuted: return tr("Refuted");
    }
    Q_UNREACHABLE_RETURN({});
}

QString stanceText(Stance stance)
{
    switch (stance) {
    case Stance::Reports: return tr("reports");
    case Stance::Confirms: return tr("confirms");
    case Stance::Adds: return tr("adds");
    case Stance::Disputes: return tr("disputes");
    case Stance::Denies: return tr("denies");
    }
    Q_UNREACHABLE_RETURN({});
}

QString publishedText(const std::optional<WrittenTime> &time)
{
    if (!time)
        return {};
    const QDateTime instant = dateTimeFromUtc(time->instant).toTimeZone(zoneOrUtc(time->zone));
    return formatted(instant,
                     time->precision <= TimePrecision::Hour ? QStringLiteral("d MMM yyyy, HH:mm")
                                                            : QStringLiteral("d MMM yyyy"));
}

QString lossText(const Loss &loss)
{
    QString text = loss.low == loss.high ? QString::number(loss.low) : tr("%1–%2").arg(loss.low).arg(loss.high);
    text += QLatin1Char(' ') + tr(keyOf(loss.kind).toUtf8().constData());
    if (!loss.ofWhom.isEmpty())
        text += tr(" (%1)").arg(loss.ofWhom);
    if (!loss.reportedBy.isEmpty())
        text += tr(", says %1").arg(loss.reportedBy);
    return text;
}

} // namespace dateline
