#pragma once

#include "casefile/case.h"

#include <QString>

#include <vector>

namespace dateline
{

/// What a step did to one column of a row, in words.
struct ChangedCell
{
    QString name; ///< “Place”.
    QString before; ///< Empty if there was nothing.
    QString after; ///< Empty if there is nothing any more.
    bool quoted = false; ///< These are words of a source.

    friend bool operator==(const ChangedCell &, const ChangedCell &) = default;
};

/// What @p row changed, column by column, in the order in which a person reads them.
[[nodiscard]] std::vector<ChangedCell> changedCells(const HistoryRow &row);

/// What to call the row: “Incident 5, “Shelling towards Goris””, “Incidents 5 to 2,504”.
[[nodiscard]] QString rowName(const HistoryRow &row);

/// “made”, “changed”, “removed”.
[[nodiscard]] QString rowActionText(const HistoryRow &row);

} // namespace dateline
