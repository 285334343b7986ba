#pragma once

#include "base/ids.h"
#include "base/lonlat.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dateline
{

class Database;

// The R-tree of the incidents' boxes, as the GeoPackage R-tree extension has it. Other programs keep it true by the
// triggers in the file; our own connections run without triggers, so what we write is entered here.

/// An incident's box as the R-tree holds it: degrees, rounded outwards to 32 bits.
struct IndexedBox
{
    std::int64_t id = 0;
    float west = 0;
    float east = 0;
    float south = 0;
    float north = 0;

    friend bool operator==(const IndexedBox &, const IndexedBox &) = default;
};

/// The box of incident @p id as indexed.
[[nodiscard]] IndexedBox indexedBox(std::int64_t id, const LonLatBox &box);

/// The box of a GeoPackage geometry, none if it is empty or damaged.
[[nodiscard]] std::optional<LonLatBox> boxOfBlob(std::string_view blob);

/// Makes the index with its triggers, and says so where the standard asks for it; it is empty.
void createSpatialIndex(Database &database);

/// Enters the incidents of @p changed as they are now, or that they are gone.
void refreshSpatialIndex(Database &database, std::span<const IncidentId> changed);

/// Enters @p boxes, of incidents that are not in it yet.
void addToSpatialIndex(Database &database, std::vector<IndexedBox> boxes);

/// How many incidents are in it; none if the case has no index.
[[nodiscard]] std::optional<std::int64_t> spatialIndexSize(Database &database);

/// Makes the index anew from the incidents.
void rebuildSpatialIndex(Database &database);

} // namespace dateline
