#pragma once

#include <QJsonValue>

namespace dateline
{

class MergeRows;

// Columns that hold JSON in which rows of other tables are named: their text with our numbers in place of theirs. A row
// that we do not have becomes number 0, which none has, so that what is limited to it stays limited.

/// @p filter of a bookmark.
[[nodiscard]] QJsonValue filterRenumbered(const QJsonValue &filter, const MergeRows &rows);

/// @p spec of a figure; callouts of incidents that we do not have are left out.
[[nodiscard]] QJsonValue figureRenumbered(const QJsonValue &spec, const MergeRows &rows);

} // namespace dateline
