#include "casefile/incidentindexes.h"

#include "casefile/columnblocks.h"
#include "casefile/spatialindex.h"

namespace dateline
{

void refreshIncidentIndexes(Database &database, std::span<const IncidentId> changed)
{
    if (changed.empty())
        return;
    refreshSpatialIndex(database, changed);
    refreshColumnBlocks(database, changed);
}

bool haveIncidentIndexes(Database &database)
{
    const std::optional<std::int64_t> placed = placedIncidents(database);
    return placed && spatialIndexSize(database) == placed;
}

void mendIncidentIndexes(Database &database)
{
    if (!hasColumnBlocks(database))
        createColumnBlocks(database);
    completeColumnBlocks(database);
    const std::optional<std::int64_t> indexed = spatialIndexSize(database);
    if (!indexed)
        createSpatialIndex(database);
    if (indexed.value_or(0) != placedIncidents(database))
        rebuildSpatialIndex(database);
}

} // namespace dateline
