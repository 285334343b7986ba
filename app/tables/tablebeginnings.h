#pragma once

#include "base/result.h"
#include "tables/mapping.h"
#include "tables/tablepart.h"

#include <QString>

#include <optional>
#include <vector>

namespace dateline
{

/// How a table in a file begins.
struct TableBeginning
{
    std::optional<int> index; ///< In a file that is taken apart; none for a file that is a table of text itself.
    TablePart part;
};

/// All tables in the file at @p path, at least one.
///
/// Errors: NotFound, Unreadable, Malformed for what is no table or empty.
[[nodiscard]] Result<std::vector<TableBeginning>> beginningsIn(const QString &path);

/// The first records of @p part, cut at @p delimiter; those that cannot be read are left out.
[[nodiscard]] TableRecords firstRecordsOf(const TablePart &part, char delimiter);

} // namespace dateline
