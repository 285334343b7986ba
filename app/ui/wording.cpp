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

QString precisionName(LocationPrecision precision)
{
    switch (precision) {
    case LocationPrecision::Exact: return tr("Exact position");
    case LocationPrecision::Near: return tr("Near this place");
    case LocationPrecision::District: return tr("Somewhere in a district or region");
    case LocationPrecision::Province: return tr("Somewhere in a province");
    case LocationPrecision::Country: return tr("Somewhere in a country");
    }
    Q_UNREACHABLE_RETURN({});
}

QString whenInputText(const std::optional<When> &when)
{
    if (!when)
        return {};
    const QDateTime local = dateTimeFromUtc(when->span.begin).toTimeZone(zoneOrUtc(when->zone));
    return formatted(local,
                     when->span.precision <= TimePrecision::Hour ? QStringLiteral("yyyy-MM-ddTHH:mm")
                                                                 : QStringLiteral("yyyy-MM-dd"));
}

QString locationPrecisionText(const std::optional<Where> &where)
{
    if (!where)
        return {};
    QString text = precisionName(where->precision);
    if (where->radiusMetres >= 1000)
        text += tr(", ± %1 km").arg(std::lround(where->radiusMetres / 1000));
    else if (where->radiusMetres > 0)
        text += tr(", ± %1 m").arg(std::lround(where->radiusMetres));
    return text;
}

QString supportText(const Support &support)
{
    const QString articles = counted(support.documents, "%1 article", "%1 articles");
    if (support.documents < 2)
        return support.documents == 0 ? tr("No article") : articles;
    return articles + tr(", ") + counted(support.origins, "%1 origin", "%1 origins");
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

QString lossKindText(Loss::Kind kind)
{
    switch (kind) {
    case Loss::Kind::Killed: return tr("Killed");
    case Loss::Kind::Wounded: return tr("Wounded");
    case Loss::Kind::Captured: return tr("Captured");
    case Loss::Kind::Missing: return tr("Missing");
    case Loss::Kind::Displaced: return tr("Displaced");
    case Loss::Kind::Destroyed: return tr("Destroyed");
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

QString questionText(Question question)
{
    switch (question) {
    case Question::What: return tr("What happened");
    case Question::Who: return tr("Who");
    case Question::Where: return tr("Where");
    case Question::When: return tr("When");
    case Question::Losses: return tr("Losses");
    }
    Q_UNREACHABLE_RETURN({});
}

QString credibilityName(int credibility)
{
    switch (credibility) {
    case 1: return tr("1 · Confirmed by other sources");
    case 2: return tr("2 · Probably true");
    case 3: return tr("3 · Possibly true");
    case 4: return tr("4 · Doubtful");
    case 5: return tr("5 · Improbable");
    case 6: return tr("6 · Cannot be judged");
    default: return tr("Not graded");
    }
}

QString gradeName(char grade)
{
    switch (grade) {
    case 'A': return tr("A · Completely reliable");
    case 'B': return tr("B · Usually reliable");
    case 'C': return tr("C · Fairly reliable");
    case 'D': return tr("D · Not usually reliable");
    case 'E': return tr("E · Unreliable");
    case 'F': return tr("F · Cannot be judged");
    default: return tr("Not graded");
    }
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
