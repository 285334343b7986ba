#pragma once

#include "base/ids.h"

#include <span>

namespace dateline
{

class Database;

// What makes a million incidents quick, beside the incidents: the R-tree (spatialindex.h) and the packed columns
// (columnblocks.h). Both follow from the incidents and can always be made again.

/// Brings both up to date after the incidents @p changed were written, in the same transaction.
void refreshIncidentIndexes(Database &database, std::span<const IncidentId> changed);

/// True if both are there and are of as many incidents as the case has. Quick: reads none of the incidents.
[[nodiscard]] bool haveIncidentIndexes(Database &database);

/// Makes what is missing or does not fit the incidents.
void mendIncidentIndexes(Database &database);

} // namespace dateline
