#include "casefile/history.h"

#include "casefile/database.h"

#include <algorithm>

namespace dateline
{

namespace
{

struct StepRow
{
    QString action;
    std::int64_t target = 0;
    QString label;
};

std::optional<StepRow> stepRow(Database &database, std::int64_t step)
{
    Statement row = database.query("SELECT action, target, label FROM history WHERE step = ? LIMIT 1", step);
    if (!row.next())
        return std::nullopt;
    return StepRow{row.text(0), row.integer(1), row.text(2)};
}

} // namespace

std::int64_t lastStep(Database &database)
{
    Statement row = database.query("SELECT max(step) FROM history");
    return row.next() ? row.integer(0) : 0;
}

// A step that was done or done again is on top. Below a step that was taken back lies what lay below it when it was
// done.
std::optional<StepName> nextUndo(Database &database)
{
    for (std::int64_t step = lastStep(database); step > 0;) {
        const std::optional<StepRow> row = stepRow(database, step);
        if (!row)
            return std::nullopt;
        if (row->action == QLatin1StringView("do"))
            return StepName{step, row->label};
        if (row->action == QLatin1StringView("redo"))
            return StepName{row->target, row->label};
        step = std::min(row->target, step) - 1;
    }
    return std::nullopt;
}

// A step that was taken back is on top, unless something new was done since. Below a step that was done again lies
// what lay below it when it was taken back.
std::optional<RedoName> nextRedo(Database &database)
{
    for (std::int64_t step = lastStep(database); step > 0;) {
        const std::optional<StepRow> row = stepRow(database, step);
        if (!row || row->action == QLatin1StringView("do"))
            return std::nullopt;
        if (row->action == QLatin1StringView("undo"))
            return RedoName{{row->target, row->label}, step};
        Statement undone = database.query(
            "SELECT max(step) FROM history WHERE target = ? AND action = 'undo' AND step < ?", row->target, step);
        if (!undone.next())
            return std::nullopt;
        step = undone.integer(0) - 1;
    }
    return std::nullopt;
}

} // namespace dateline
