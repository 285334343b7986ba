#include "figure/captions.h"

#include "base/zone.h"
#include "figure/figuretext.h"

#include <QLocale>

#include <algorithm>
#include <set>
#include <tuple>

namespace dateline
{

namespace
{

bool hasClock(const When &when)
{
    return when.span.precision <= TimePrecision::PartOfDay;
}

QDate firstDay(const When &when)
{
    return dateTimeFromUtc(when.span.begin).toTimeZone(zoneOrUtc(when.zone)).date();
}

QDate lastDay(const When &when)
{
    return dateTimeFromUtc(when.span.end - std::chrono::minutes(1)).toTimeZone(zoneOrUtc(when.zone)).date();
}

QStringList placesOf(std::span<const NumberedMark> marks)
{
    QStringList places;
    for (const NumberedMark &mark : marks) {
        for (const SceneIncident *shown : mark.incidents) {
            const QString place = shown->incident.where ? shown->incident.where->place : QString();
            if (!place.isEmpty() && !places.contains(place))
                places.append(place);
        }
    }
    return places;
}

/// What follows the clock in a time's words: “ UTC+4”.
QString zoneSuffix(const When &when)
{
    const QString text = textFromSpan(when.span, zoneOrUtc(when.zone));
    return text.sliced(std::max<qsizetype>(0, text.lastIndexOf(u' ')));
}

std::pair<bool, UtcMinute> timeKey(const SceneIncident &shown)
{
    const std::optional<When> &when = shown.incident.when;
    return {!when, when ? when->span.begin : UtcMinute{}};
}

} // namespace

QString dayRange(QDate first, QDate last)
{
    // Interface texts are English until translations are made, and so are the dates between them.
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QString whole = QStringLiteral("d MMMM yyyy");
    if (first == last)
        return english.toString(first, whole);
    if (first.year() == last.year() && first.month() == last.month())
        return QString::number(first.day()) + QChar(0x2013) + english.toString(last, whole);
    const QString start = first.year() == last.year() ? QStringLiteral("d MMMM") : whole;
    return english.toString(first, start) + QStringLiteral(" – ") + english.toString(last, whole);
}

QString countText(qsizetype count)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(count);
}

QString joined(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return FigureText::tr("%1 and %2").arg(words.first(words.size() - 1).join(QStringLiteral(", ")), words.last());
}

QString daysOf(std::span<const NumberedMark> marks)
{
    std::optional<std::pair<QDate, QDate>> days;
    for (const NumberedMark &mark : marks) {
        for (const SceneIncident *shown : mark.incidents) {
            if (!shown->incident.when)
                continue;
            const std::pair own(firstDay(*shown->incident.when), lastDay(*shown->incident.when));
            days = days ? std::pair(std::min(days->first, own.first), std::max(days->second, own.second)) : own;
        }
    }
    return days ? dayRange(days->first, days->second) : QString();
}

std::vector<NumberedMark> numberedMarks(const Scene &scene, std::span<const SceneIncident> incidents)
{
    std::vector<NumberedMark> marks;
    for (const SceneMark &mark : scene.marks) {
        NumberedMark numbered{0, mark, {}, Stance::Reports};
        for (const IncidentId id : mark.incidents) {
            const auto shown = std::ranges::find(incidents, id, [](const SceneIncident &i) { return i.incident.id; });
            if (shown != incidents.end())
                numbered.incidents.push_back(&*shown);
        }
        std::ranges::stable_sort(numbered.incidents, {}, [](const SceneIncident *i) { return timeKey(*i); });
        if (!numbered.incidents.empty())
            marks.push_back(std::move(numbered));
    }
    std::ranges::sort(marks, {}, [](const NumberedMark &m) {
        return std::tuple(timeKey(*m.incidents.front()), m.mark.at.y(), m.mark.at.x(),
                          m.incidents.front()->incident.id);
    });
    int number = 0;
    for (NumberedMark &mark : marks)
        mark.number = ++number;
    return marks;
}

TimeStyle timeStyleFor(std::span<const NumberedMark> marks)
{
    std::set<int> years;
    std::set<QString> zones;
    for (const NumberedMark &mark : marks) {
        for (const SceneIncident *shown : mark.incidents) {
            const std::optional<When> &when = shown->incident.when;
            if (!when)
                continue;
            years.insert(firstDay(*when).year());
            years.insert(lastDay(*when).year());
            if (hasClock(*when))
                zones.insert(zoneSuffix(*when));
        }
    }
    TimeStyle style;
    if (years.size() == 1)
        style.year = QStringLiteral(" %1").arg(*years.begin());
    if (zones.size() == 1)
        style.zone = *zones.begin();
    return style;
}

QString timeTextOf(const Incident &incident, const TimeStyle &style)
{
    if (!incident.when)
        return FigureText::tr("no time stated");
    QString text = textFromSpan(incident.when->span, zoneOrUtc(incident.when->zone));
    if (hasClock(*incident.when) && !style.zone.isEmpty() && text.endsWith(style.zone))
        text.chop(style.zone.size());
    if (incident.when->span.precision <= TimePrecision::Week && !style.year.isEmpty())
        text.remove(style.year);
    return text;
}

QString placeTextOf(const NumberedMark &mark)
{
    const QStringList places = placesOf({&mark, 1});
    return places.isEmpty() ? mark.incidents.front()->incident.title : joined(places);
}

QString titleFor(std::span<const NumberedMark> marks)
{
    qsizetype incidents = 0;
    for (const NumberedMark &mark : marks)
        incidents += static_cast<qsizetype>(mark.incidents.size());
    constexpr qsizetype mostPlaces = 4;
    if (incidents == 0)
        return FigureText::tr("No incident on this map");
    const QStringList places = placesOf(marks);
    if (!places.isEmpty() && places.size() <= mostPlaces)
        return FigureText::tr("Reported incidents: %1").arg(joined(places));
    const QString days = daysOf(marks);
    const QString counted = FigureText::tr("%1 reported incidents").arg(countText(incidents));
    return days.isEmpty() ? counted : counted + QStringLiteral(", ") + days;
}

QString subtitleFor(std::span<const NumberedMark> marks, const Scene &scene, const TimeStyle &style,
                    const std::map<IncidentId, double> &blurred)
{
    const bool circles = std::ranges::any_of(scene.areas, &SceneArea::circle);
    const bool areas = std::ranges::any_of(scene.marks, [&blurred](const SceneMark &mark) {
        return mark.isArea && std::ranges::any_of(mark.incidents, [&](IncidentId id) { return !blurred.contains(id); });
    });
    QStringList sentences;
    if (const QString days = daysOf(marks); !days.isEmpty()) {
        const QString zone = style.zone.trimmed();
        if (zone.isEmpty())
            sentences.append(FigureText::tr("Incidents dated %1.").arg(days));
        else if (zone == u"UTC")
            sentences.append(FigureText::tr("Incidents dated %1, times in UTC.").arg(days));
        else
            sentences.append(FigureText::tr("Incidents dated %1, local time (%2).").arg(days, zone));
    }
    if (circles && areas)
        sentences.append(FigureText::tr("Places are as named in the sources; circles show how precisely each is known, "
                                        "shaded areas stand for a whole region."));
    else if (circles)
        sentences.append(
            FigureText::tr("Places are as named in the sources; circles show how precisely each is known."));
    else if (areas)
        sentences.append(FigureText::tr("Places are as named in the sources; shaded areas stand for a whole region."));
    else if (!marks.empty() && blurred.empty())
        sentences.append(FigureText::tr("Places are as named in the sources."));
    if (!blurred.empty())
        sentences.append(FigureText::tr("Some places are blurred on purpose."));
    return sentences.join(u' ');
}

QString countSentence(const SceneCount &count)
{
    if (count.total == 0)
        return FigureText::tr("The case holds no incident.");
    const auto counted = [](const char *one, const char *many, int n) {
        return n == 1 ? FigureText::tr(one) : FigureText::tr(many).arg(countText(n));
    };
    QStringList missing;
    if (count.withoutPlace > 0)
        missing.append(counted("1 has no place", "%1 have no place", count.withoutPlace));
    if (count.filtered > 0)
        missing.append(counted("1 is left out by the filter", "%1 are left out by the filter", count.filtered));
    if (count.outside > 0)
        missing.append(counted("1 lies beyond the map’s edges", "%1 lie beyond the map’s edges", count.outside));
    if (count.wider > 0)
        missing.append(counted("1 is known only by an area wider than a square",
                               "%1 are known only by an area wider than a square", count.wider));
    QString text = count.shown == count.total
        ? counted("The one incident of the case is shown", "All %1 incidents are shown", count.total)
        : FigureText::tr("%1 of %2 incidents shown").arg(countText(count.shown), countText(count.total));
    if (!missing.isEmpty())
        text += QStringLiteral(": ") + missing.join(QStringLiteral(", "));
    QStringList known;
    if (count.withoutTime > 0)
        known.append(counted("1 has no stated time", "%1 have no stated time", count.withoutTime));
    if (count.oneSource > 0)
        known.append(
            counted("1 is reported by one source only", "%1 are reported by one source only", count.oneSource));
    if (!known.isEmpty())
        text += QStringLiteral(". ") + FigureText::tr("Of those shown, %1").arg(joined(known));
    return text + u'.';
}

QString nameOf(FigurePart part)
{
    switch (part) {
    case FigurePart::Head: return FigureText::tr("Title");
    case FigurePart::Map: return FigureText::tr("Map");
    case FigurePart::Key: return FigureText::tr("Key");
    case FigurePart::Notes: return FigureText::tr("Notes");
    case FigurePart::Sources: return FigureText::tr("Sources");
    case FigurePart::OffMap: return FigureText::tr("Not on the map");
    case FigurePart::Locator: return FigureText::tr("Where this is");
    case FigurePart::Foot: break;
    }
    return FigureText::tr("Boundary note and credits");
}

QString sourceText(const FigureSource &source)
{
    QStringList parts;
    if (!source.publisher.isEmpty())
        parts.append(source.publisher);
    if (!source.name.isEmpty())
        parts.append(u'“' + source.name + u'”');
    if (source.withheld)
        parts.append(FigureText::tr("title and address withheld"));
    if (source.published) {
        const TimeSpan span{source.published->instant, source.published->instant + std::chrono::minutes(1),
                            TimePrecision::Day};
        When when{span, source.published->zone, {}};
        parts.append(textFromSpan(when.span, zoneOrUtc(when.zone)));
    }
    QString text = parts.join(QStringLiteral(", ")) + u'.';
    if (!source.address.isEmpty())
        text += u' ' + source.address;
    if (source.textSha256.size() == 32)
        text += QStringLiteral(" SHA-256\u00a0") + QString::fromLatin1(source.textSha256.toHex().first(8));
    return text;
}

} // namespace dateline
