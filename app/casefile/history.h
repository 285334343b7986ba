#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace dateline
{

class Database;

/// The number of the last step; 0 if nothing was done yet.
[[nodiscard]] std::int64_t lastStep(Database &database);

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
