#include "domain/filter.h"

#include <algorithm>

namespace dateline
{

namespace
{

bool sharesOne(const QStringList &wanted, const QStringList &has)
{
    return wanted.isEmpty() || std::ranges::any_of(wanted, [&has](const QString &one) { return has.contains(one); });
}

} // namespace

bool IncidentFilter::shows(const Incident &incident) const
{
    const auto number = [](auto value) { return static_cast<std::size_t>(value); };
    if (!kinds.test(number(incident.kind)) || !statuses.test(number(incident.status))
        || !credibilities.test(number(incident.credibility))
        || !subKinds.test(incident.subKind ? number(*incident.subKind) : number(subKindCount)))
        return false;
    const bool placed = incident.where && anchorOf(*incident.where);
    if (!precisions.test(placed ? number(incident.where->precision) : number(locationPrecisionCount)))
        return false;
    if (!sharesOne(actors, incident.actors) || !sharesOne(tags, incident.tags))
        return false;
    if (!begin && !end)
        return true;
    if (!incident.when)
        return withoutTime;
    return (!end || incident.when->span.begin < *end) && (!begin || incident.when->span.end > *begin);
}

} // namespace dateline
