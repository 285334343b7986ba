#pragma once

#include "domain/incidentcolumns.h"

#include <optional>
#include <span>

namespace dateline
{

class Database;

// IncidentColumns of a million wide rows would take seconds to read from the incidents themselves. So the case keeps
// them a second time, packed: incident_columns has one row for each 1024 ids, and whatever program changes an
// incident takes that row away (by triggers in the file; our own connections run without and write it anew). What is
// not there is read from the incidents: the packed form is never the only one, and never an old one.

/// Incident ids with the same number above these bits share a block.
inline constexpr int blockBits = 10;

/// Makes the table, without blocks, and its triggers.
void createColumnBlocks(Database &database);

/// The columns of all incidents.
[[nodiscard]] IncidentColumns readColumns(Database &database);

/// How many incidents there are, for making room: about, no more than the file can hold, and 0 if it does not tell.
[[nodiscard]] std::size_t likelyIncidentCount(Database &database);

/// Writes anew what changed with the incidents @p changed.
void refreshColumnBlocks(Database &database, std::span<const IncidentId> changed);

/// Writes @p columns, of new incidents in a row after all that the case had, as blocks.
void addColumnBlocks(Database &database, const IncidentColumns &columns);

[[nodiscard]] bool hasColumnBlocks(Database &database);

/// How many incidents have a position, if no block is missing.
[[nodiscard]] std::optional<std::int64_t> placedIncidents(Database &database);

/// Writes the blocks that are missing.
void completeColumnBlocks(Database &database);

} // namespace dateline
