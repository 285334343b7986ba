#pragma once

#include "domain/incidentcolumns.h"
#include "domain/kind.h"
#include "scatter.h"

namespace dateline
{

/// What a case of @p points holds.
[[nodiscard]] inline IncidentColumns columnsFrom(const std::vector<ScatterPoint> &points)
{
    IncidentColumns columns;
    const std::size_t count = points.size();
    columns.id.reserve(count);
    for (const ScatterPoint &point : points) {
        columns.id.push_back(static_cast<std::int64_t>(columns.id.size()) + 1);
        columns.x.push_back(point.x);
        columns.y.push_back(point.y);
        columns.begin.push_back(point.begin);
        columns.end.push_back(point.end);
        columns.day.push_back(point.begin / 1440);
        columns.kind.push_back(point.kind);
        columns.subKind.push_back(subKindCount);
        columns.precision.push_back(0);
        columns.status.push_back(0);
        columns.credibility.push_back(0);
        columns.flags.push_back(IncidentColumns::HasPlace | IncidentColumns::HasTime);
        columns.reach.push_back(0);
    }
    return columns;
}

} // namespace dateline
