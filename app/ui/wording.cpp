#include "ui/wording.h"

#include "base/zone.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

struct WordingText
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

QString counted(int n, const char *one, const char *many)
{
    return WordingText::tr(n == 1 ? one : many).arg(n);
}

// Interface texts are English until translations are made, and so are the dates between them.
QString formatted(const QDateTime &time, const QString &format)
{
    return QLocale::c().toString(time, format);
}

QString timePrecisionText(TimePrecision precision)
{
    switch (precision) {
    case TimePrecision::Minute: return WordingText::tr("to the minute");
    case TimePrecision::Hour: return WordingText::tr("to the hour");
    case TimePrecision::PartOfDay: return WordingText::tr("part of the day");
    case TimePrecision::Day: return WordingText::tr("to the day");
    case TimePrecision::Week: return WordingText::tr("to the week");
    case TimePrecision::Month: return WordingText::tr("to the month");
    case TimePrecision::Year: return WordingText::tr("to the year");
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

QString isolated(const QString &text)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popDirectionalIsolate(0x2069);
    const bool turns = std::ranges::any_of(
        text, [](QChar letter) { return letter.direction() == QChar::DirR || letter.direction() == QChar::DirAL; });
    return turns ? firstStrongIsolate + text + popDirectionalIsolate : text;
}

QString inOneLine(const QStringList &parts)
{
    QStringList shown;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            shown.append(isolated(part));
    }
    return shown.join(WordingText::tr(" · "));
}

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
        return WordingText::tr("Time not stated");
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
        return clock + WordingText::tr(" · ")
            + formatted(begin, otherDay ? QStringLiteral("d MMM, HH:mm") : QStringLiteral("HH:mm"))
            + WordingText::tr(" UTC");
    }
    case TimePrecision::Day: return WordingText::tr("During the day");
    default: return textFromSpan(when->span, zone);
    }
}

QString fullWhenText(const std::optional<When> &when)
{
    if (!when)
        return WordingText::tr("Not stated");
    const bool hasClock = when->span.precision <= TimePrecision::PartOfDay;
    return WordingText::tr("%1 (%2)").arg(textFromSpan(when->span, hasClock ? QTimeZone::utc() : zoneOrUtc(when->zone)),
                                          timePrecisionText(when->span.precision));
}

QString coordinatesText(LonLat position)
{
    return WordingText::tr("%1° %2 %3° %4")
        .arg(std::abs(position.lat), 0, 'f', 3)
        .arg(position.lat < 0 ? WordingText::tr("S") : WordingText::tr("N"))
        .arg(std::abs(position.lon), 0, 'f', 3)
        .arg(position.lon < 0 ? WordingText::tr("W") : WordingText::tr("E"));
}

QString whereText(const std::optional<Where> &where)
{
    if (!where)
        return WordingText::tr("Not stated");
    QString text = isolated(where->place);
    if (!where->province.isEmpty() && where->province != where->place)
        text += WordingText::tr(", ") + isolated(where->province);
    return text;
}

QString precisionName(LocationPrecision precision)
{
    switch (precision) {
    case LocationPrecision::Exact: return WordingText::tr("Exact position");
    case LocationPrecision::Near: return WordingText::tr("Near this place");
    case LocationPrecision::District: return WordingText::tr("Somewhere in a district or region");
    case LocationPrecision::Province: return WordingText::tr("Somewhere in a province");
    case LocationPrecision::Country: return WordingText::tr("Somewhere in a country");
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
        text += WordingText::tr(", ± %1 km").arg(std::lround(where->radiusMetres / 1000));
    else if (where->radiusMetres > 0)
        text += WordingText::tr(", ± %1 m").arg(std::lround(where->radiusMetres));
    return text;
}

QString supportText(const Support &support)
{
    const QString articles = counted(support.documents, "%1 article", "%1 articles");
    if (support.documents < 2)
        return support.documents == 0 ? WordingText::tr("No article") : articles;
    return articles + WordingText::tr(", ") + counted(support.origins, "%1 origin", "%1 origins");
}

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Battles: return WordingText::tr("Battles");
    case Kind::Explosions: return WordingText::tr("Explosions / remote violence");
    case Kind::ViolenceAgainstCivilians: return WordingText::tr("Violence against civilians");
    case Kind::Protests: return WordingText::tr("Protests");
    case Kind::Riots: return WordingText::tr("Riots");
    case Kind::StrategicDevelopments: return WordingText::tr("Strategic developments");
    case Kind::NotStated: return WordingText::tr("Kind not stated");
    }
    Q_UNREACHABLE_RETURN({});
}

QString shortKindText(Kind kind)
{
    switch (kind) {
    case Kind::Explosions: return WordingText::tr("Explosions");
    case Kind::ViolenceAgainstCivilians: return WordingText::tr("Against civilians");
    case Kind::StrategicDevelopments: return WordingText::tr("Developments");
    case Kind::NotStated: return WordingText::tr("Not stated");
    default: return kindText(kind);
    }
}

QString statusText(Status status)
{
    switch (status) {
    case Status::Reported: return WordingText::tr("Reported");
    case Status::Corroborated: return WordingText::tr("Corroborated");
    case Status::Disputed: return WordingText::tr("Disputed");
    case Status::Refuted: return WordingText::tr("Refuted");
    }
    Q_UNREACHABLE_RETURN({});
}

QString lossKindText(Loss::Kind kind)
{
    switch (kind) {
    case Loss::Kind::Killed: return WordingText::tr("Killed");
    case Loss::Kind::Wounded: return WordingText::tr("Wounded");
    case Loss::Kind::Captured: return WordingText::tr("Captured");
    case Loss::Kind::Missing: return WordingText::tr("Missing");
    case Loss::Kind::Displaced: return WordingText::tr("Displaced");
    case Loss::Kind::Destroyed: return WordingText::tr("Destroyed");
    }
    Q_UNREACHABLE_RETURN({});
}

QString stanceText(Stance stance)
{
    switch (stance) {
    case Stance::Reports: return WordingText::tr("reports");
    case Stance::Confirms: return WordingText::tr("confirms");
    case Stance::Adds: return WordingText::tr("adds");
    case Stance::Disputes: return WordingText::tr("disputes");
    case Stance::Denies: return WordingText::tr("denies");
    }
    Q_UNREACHABLE_RETURN({});
}

QString questionText(Question question)
{
    switch (question) {
    case Question::What: return WordingText::tr("What happened");
    case Question::Who: return WordingText::tr("Who");
    case Question::Where: return WordingText::tr("Where");
    case Question::When: return WordingText::tr("When");
    case Question::Losses: return WordingText::tr("Losses");
    }
    Q_UNREACHABLE_RETURN({});
}

QString credibilityName(int credibility)
{
    switch (credibility) {
    case 1: return WordingText::tr("1 · Confirmed by other sources");
    case 2: return WordingText::tr("2 · Probably true");
    case 3: return WordingText::tr("3 · Possibly true");
    case 4: return WordingText::tr("4 · Doubtful");
    case 5: return WordingText::tr("5 · Improbable");
    case 6: return WordingText::tr("6 · Cannot be judged");
    default: return WordingText::tr("Not graded");
    }
}

QString gradeName(char grade)
{
    switch (grade) {
    case 'A': return WordingText::tr("A · Completely reliable");
    case 'B': return WordingText::tr("B · Usually reliable");
    case 'C': return WordingText::tr("C · Fairly reliable");
    case 'D': return WordingText::tr("D · Not usually reliable");
    case 'E': return WordingText::tr("E · Unreliable");
    case 'F': return WordingText::tr("F · Cannot be judged");
    default: return WordingText::tr("Not graded");
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
    QString text = numbersOf(loss) + QLatin1Char(' ') + WordingText::tr(keyOf(loss.kind).toUtf8().constData());
    if (!loss.ofWhom.isEmpty())
        text += WordingText::tr(" (%1)").arg(loss.ofWhom);
    if (!loss.reportedBy.isEmpty())
        text += WordingText::tr(", says %1").arg(loss.reportedBy);
    return text;
}

} // namespace dateline
