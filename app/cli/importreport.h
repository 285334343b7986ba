#pragma once

#include "tables/rowcounts.h"

#include <QJsonObject>

namespace dateline
{

// What “dateline import” says of a table: on stdout what came of it, on stderr what did not.

[[nodiscard]] QJsonObject jsonOf(const QString &path, const TableImport &done);
[[nodiscard]] QJsonObject jsonOf(const QString &path, const TableCounts &counts);

/// @param json the counts are printed otherwise. @returns whether all of the table came in.
[[nodiscard]] bool tellTable(const QString &path, const TableImport &done, bool json);
/// @returns whether all of the table would come in.
[[nodiscard]] bool tellCounts(const QString &path, const TableCounts &counts, bool json);

} // namespace dateline
