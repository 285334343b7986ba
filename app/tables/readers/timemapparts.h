#pragma once

#include "tables/readers/foreigntable.h"

namespace dateline
{

/// Puts what TimeMap's events name by ids, sources and associations, into the events, and takes away those tables.
///
/// They are told by their names, “EXPORT_EVENTS” of a spreadsheet or “events” of its server; nothing happens to others.
void joinTimeMap(ForeignTables &tables);

} // namespace dateline
