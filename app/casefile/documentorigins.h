#pragma once

#include "domain/support.h"

#include <utility>
#include <vector>

namespace dateline
{

class Database;

/// What tells the origins of all documents, see originsOf().
[[nodiscard]] std::vector<Sourced> sourcedDocuments(Database &database);

/// What one incident, and what each one, rests on; by incident id.
[[nodiscard]] Support supportOf(Database &database, IncidentId id, const OriginIndex &origins);
[[nodiscard]] std::vector<std::pair<IncidentId, Support>> supportsOf(Database &database, const OriginIndex &origins);

/// Works out the fingerprints that texts do not have yet.
void addFingerprints(Database &database);

} // namespace dateline
