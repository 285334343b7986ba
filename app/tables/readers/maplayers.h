#pragma once

#include "geo/mapfile.h"
#include "tables/readers/foreigntable.h"

namespace dateline
{

/// The layers of @p map as tables, each with its shapes in a column “wkt_geom”.
///
/// A globe's folders and a receiver's points and tracks are one table.
/// @param mark the name of one more column, empty in all rows, that a layout knows its maps by; may be empty.
[[nodiscard]] ForeignTables tablesOfLayers(MapFile map, FileKind kind, const std::string &mark = {});

} // namespace dateline
