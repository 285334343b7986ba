#pragma once

#include "tables/readers/foreigntable.h"

#include <QByteArray>

#include <vector>

namespace dateline
{

struct ZipEntry;

/// The tables in @p file, whose kind is told by its content.
///
/// Errors: Malformed for a damaged file, Unsupported for one of a kind that is not read, or that would grow beyond reason.
[[nodiscard]] Result<ForeignTables> tablesInForeign(const ForeignFile &file);

[[nodiscard]] Result<ForeignTables> tablesInZip(const ForeignFile &file); ///< Whatever is in it.
[[nodiscard]] Result<ForeignTables> tablesInGzip(const ForeignFile &file); ///< A table of text.
[[nodiscard]] Result<ForeignTables> tablesInXlsx(const ForeignFile &file, const std::vector<ZipEntry> &entries);
[[nodiscard]] Result<ForeignTables> tablesInOds(const ForeignFile &file);

/// Of @p bytes, which lie in @p file and begin like JSON; what is JSON but no map.
[[nodiscard]] Result<ForeignTables> tablesInJson(const ForeignFile &file, const QByteArray &bytes);

/// The layers of a map file that begins with @p head; none if it is no map.
[[nodiscard]] std::optional<Result<ForeignTables>> tablesInMap(const ForeignFile &file, const QByteArray &head);
/// The layers of the map among @p entries of a zip archive; none if there is no map.
[[nodiscard]] std::optional<Result<ForeignTables>> tablesInZippedMap(const ForeignFile &file,
                                                                     const std::vector<ZipEntry> &entries);

} // namespace dateline
