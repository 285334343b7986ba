#include "figure/groupkeys.h"

#include "base/zone.h"
#include "figure/captions.h"
#include "figure/figuretext.h"

#include <QLocale>

namespace dateline
{

namespace
{

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

QString instantText(UtcMinute instant)
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    return english.toString(dateTimeFromUtc(instant), QStringLiteral("d MMMM yyyy, HH:mm")) + QStringLiteral(" UTC");
}

qint64 minutes(UtcMinute time)
{
    return time.time_since_epoch().count();
}

std::optional<qint64> knownAtOf(const IncidentTable &table, std::size_t row)
{
    if (table.knownAt().empty() || table.knownAt()[row] == IncidentTable::neverKnown)
        return std::nullopt;
    return table.knownAt()[row];
}

} // namespace

Facts factsOf(const Incident &incident, const IncidentTable *table)
{
    Facts facts{incident.kind, {}, {}, {}};
    if (const std::optional<When> &when = incident.when) {
        const QDate day = dateTimeFromUtc(when->span.begin).toTimeZone(zoneOrUtc(when->zone)).date();
        facts.day = day.toJulianDay();
        facts.span = {minutes(when->span.begin), minutes(when->span.end)};
    }
    if (const auto row = table != nullptr ? table->rowOf(incident.id) : std::nullopt)
        facts.knownAt = knownAtOf(*table, *row);
    return facts;
}

Facts factsOf(const IncidentTable &table, std::size_t row)
{
    const IncidentColumns &columns = table.columns();
    Facts facts{static_cast<Kind>(columns.kind[row]), {}, {}, knownAtOf(table, row)};
    if (columns.has(row, IncidentColumns::HasTime)) {
        static const qint64 epoch = QDate(1970, 1, 1).toJulianDay();
        facts.day = epoch + columns.day[row];
        facts.span = {columns.begin[row], columns.end[row]};
    }
    return facts;
}

void eachKey(const Facts &facts, GroupBy by, const std::vector<UtcMinute> &instants,
             const std::function<void(const GroupKey &)> &take)
{
    const GroupKey unknown{true, 0, {}};
    switch (by) {
    case GroupBy::Day: return take(facts.day ? GroupKey{false, *facts.day, {}} : unknown);
    case GroupBy::Week:
        return take(facts.day ? GroupKey{false, mondayOf(QDate::fromJulianDay(*facts.day)).toJulianDay(), {}}
                              : unknown);
    case GroupBy::Kind: return take({false, static_cast<qint64>(facts.kind), {}});
    case GroupBy::Split:
        if (!facts.span)
            return take(unknown);
        for (std::size_t i = 0; i <= instants.size(); ++i) {
            const bool beginsIn = i == instants.size() || facts.span->first < minutes(instants[i]);
            const bool endsIn = i == 0 || facts.span->second > minutes(instants[i - 1]);
            if (beginsIn && endsIn)
                take({false, static_cast<qint64>(i), {}});
        }
        return;
    case GroupBy::Known:
        if (!facts.knownAt)
            return take(unknown);
        for (std::size_t i = 0; i < instants.size(); ++i) {
            if (*facts.knownAt < minutes(instants[i]))
                take({false, static_cast<qint64>(i), {}});
        }
        return;
    case GroupBy::Incident:
    case GroupBy::Province:
    case GroupBy::Party:
    case GroupBy::Speaker: break; // These go by names.
    }
}

QString nameOf(const GroupKey &key, GroupBy by, const std::vector<UtcMinute> &instants)
{
    const auto at = static_cast<std::size_t>(key.at);
    switch (by) {
    case GroupBy::Day:
    case GroupBy::Week: {
        const QDate first = QDate::fromJulianDay(key.at);
        return key.isUnknown ? FigureText::tr("No time stated")
                             : dayRange(first, by == GroupBy::Day ? first : first.addDays(6));
    }
    case GroupBy::Kind: return termOf(static_cast<Kind>(key.at));
    case GroupBy::Split:
        if (key.isUnknown)
            return FigureText::tr("No time stated");
        if (at == 0)
            return FigureText::tr("Before %1").arg(instantText(instants.front()));
        return at == instants.size()
            ? FigureText::tr("From %1 on").arg(instantText(instants.back()))
            : FigureText::tr("%1 to %2").arg(instantText(instants[at - 1]), instantText(instants[at]));
    case GroupBy::Known:
        return key.isUnknown ? FigureText::tr("Not known since when")
                             : FigureText::tr("As known at %1").arg(instantText(instants[at]));
    case GroupBy::Province: return FigureText::tr("No province stated");
    case GroupBy::Party: return FigureText::tr("No party named");
    case GroupBy::Speaker: return FigureText::tr("Nobody named as saying so");
    case GroupBy::Incident: break;
    }
    return {};
}

} // namespace dateline
