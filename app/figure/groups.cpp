#include "figure/groups.h"

#include "base/zone.h"
#include "figure/captions.h"
#include "figure/figuretext.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace dateline
{

namespace
{

/// Where a group stands among the others, and what tells it from them.
struct GroupKey
{
    bool isUnknown = false;
    qint64 at = 0; ///< A day, a kind or an incident.
    QString name;

    friend auto operator<=>(const GroupKey &a, const GroupKey &b)
    {
        return std::tie(a.isUnknown, a.at, a.name) <=> std::tie(b.isUnknown, b.at, b.name);
    }
    friend bool operator==(const GroupKey &, const GroupKey &) = default;
};

GroupKey keyByDay(const Incident &incident, int days)
{
    if (!incident.when)
        return {true, 0, FigureText::tr("No time stated")};
    const QDate day = dateTimeFromUtc(incident.when->span.begin).toTimeZone(zoneOrUtc(incident.when->zone)).date();
    const QDate first = days > 1 ? day.addDays(1 - day.dayOfWeek()) : day;
    return {false, first.toJulianDay(), dayRange(first, first.addDays(days - 1))};
}

GroupKey keyOf(const Incident &incident, GroupBy by)
{
    switch (by) {
    case GroupBy::Day: return keyByDay(incident, 1);
    case GroupBy::Week: return keyByDay(incident, 7);
    case GroupBy::Kind: return {false, static_cast<qint64>(incident.kind), termOf(incident.kind)};
    case GroupBy::Province:
        if (!incident.where || incident.where->province.isEmpty())
            return {true, 0, FigureText::tr("No province stated")};
        return {false, 0, incident.where->province};
    case GroupBy::Incident: break;
    }
    const qint64 begin = incident.when ? incident.when->span.begin.time_since_epoch().count() : 0;
    return {!incident.when, begin, incident.title.isEmpty() ? termOf(incident.kind) : incident.title};
}

} // namespace

std::vector<FigureGroup> groupsOf(std::span<const SceneIncident> incidents, const IncidentFilter &filter, GroupBy by)
{
    std::map<std::pair<GroupKey, IncidentId>, FigureGroup> groups;
    for (const SceneIncident &row : incidents) {
        if (!isShown(row, filter))
            continue;
        GroupKey key = keyOf(row.incident, by);
        const IncidentId own = by == GroupBy::Incident ? row.incident.id : IncidentId{};
        FigureGroup &group = groups[{key, own}];
        group.name = key.name;
        group.isUnknown = key.isUnknown && by != GroupBy::Incident;
        group.incidents.push_back(row.incident.id);
    }
    std::vector<FigureGroup> ordered;
    ordered.reserve(groups.size());
    for (auto &[key, group] : groups) {
        std::ranges::sort(group.incidents);
        ordered.push_back(std::move(group));
    }
    return ordered;
}

} // namespace dateline
