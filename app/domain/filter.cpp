#include "domain/filter.h"

namespace dateline
{

bool IncidentFilter::shows(const Incident &incident) const
{
    if (!kinds.test(static_cast<std::size_t>(incident.kind)))
        return false;
    if (!begin && !end)
        return true;
    if (!incident.when)
        return withoutTime;
    return (!end || incident.when->span.begin < *end) && (!begin || incident.when->span.end > *begin);
}

} // namespace dateline
