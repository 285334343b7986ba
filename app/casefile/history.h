#pragma once

#include "casefile/case.h"

#include <cstdint>
#include <optional>

namespace dateline
{

class Database;

/// The number of the last step; 0 if nothing was done yet.
[[nodiscard]] std::int64_t lastStep(Database &database);

/// What was done after step number @p after, oldest first.
[[nodiscard]] std::vector<HistoryStep> stepsAfter(Database &database, std::int64_t after);

/// What step number @p step did to each row, in the order it was done: @p most of them, after the first @p from.
[[nodiscard]] std::vector<HistoryRow> rowsOfStep(Database &database, std::int64_t step, std::int64_t from,
                                                 std::int64_t most);

/// How many rows step number @p step changed.
[[nodiscard]] std::int64_t rowCountOf(Database &database, std::int64_t step);

/// SHA-256 of the last row, in hex; empty if nothing was done yet.
[[nodiscard]] QString lastSha256(Database &database);

/// How many steps were done after the row with @p sha256; none if there is no such row.
[[nodiscard]] std::optional<std::int64_t> stepsSince(Database &database, const QString &sha256);

/// What the steps after number @p after touched.
[[nodiscard]] Changed changedAfter(Database &database, std::int64_t after);

/// A step that can be taken back or done again.
struct StepName
{
    std::int64_t step = 0;
    QString label;
};

/// The step that undo takes back next; none if all is taken back.
[[nodiscard]] std::optional<StepName> nextUndo(Database &database);

struct RedoName
{
    StepName redone;
    std::int64_t undoing = 0; ///< The step to revert for that.
};

/// The step that redo does again next; none if there is none.
[[nodiscard]] std::optional<RedoName> nextRedo(Database &database);

} // namespace dateline
