#include "domain/filter.h"

#include <limits>

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

namespace
{

std::int32_t minutesOr(const std::optional<UtcMinute> &time, std::int32_t otherwise)
{
    return time ? static_cast<std::int32_t>(time->time_since_epoch().count()) : otherwise;
}

} // namespace

ColumnFilter::ColumnFilter(const IncidentFilter &filter, const IncidentColumns &columns)
    : m_columns(columns)
    , m_kinds(static_cast<std::uint32_t>(filter.kinds.to_ulong()))
    , m_begin(minutesOr(filter.begin, std::numeric_limits<std::int32_t>::min()))
    , m_end(minutesOr(filter.end, std::numeric_limits<std::int32_t>::max()))
    , m_limited(filter.begin || filter.end)
    , m_withoutTime(filter.withoutTime)
{
}

} // namespace dateline
