#include "casefile/history.h"

#include "casefile/database.h"
#include "casefile/touched.h"

#include <QJsonDocument>

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

QJsonObject objectFrom(const Statement &row, int column)
{
    const std::string_view json = row.utf8(column);
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
}

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

std::vector<HistoryStep> stepsAfter(Database &database, std::int64_t after)
{
    std::vector<HistoryStep> steps;
    // A step that only notes that another program had changed the case has one row, of no table.
    Statement row = database.query("SELECT step, action, target, min(time), author, label, "
                                   "total(ifnull(last_row_id, row_id) - row_id + 1) FILTER (WHERE table_name <> '') "
                                   "FROM history WHERE step > ? GROUP BY step ORDER BY step",
                                   after);
    while (row.next()) {
        steps.push_back({row.integer(0), row.text(1), row.integer(2),
                         QDateTime::fromString(row.text(3), Qt::ISODateWithMs), row.text(4), row.text(5),
                         row.integer(6)});
    }
    return steps;
}

std::vector<HistoryRow> rowsOfStep(Database &database, std::int64_t step, std::int64_t from, std::int64_t most)
{
    std::vector<HistoryRow> rows;
    Statement row = database.query("SELECT table_name, row_id, last_row_id, before, after FROM history "
                                   "WHERE step = ? AND table_name <> '' ORDER BY id LIMIT ? OFFSET ?",
                                   step, most, from);
    while (row.next())
        rows.push_back({row.text(0), row.integer(1), row.integer(2), objectFrom(row, 3), objectFrom(row, 4)});
    return rows;
}

std::int64_t rowCountOf(Database &database, std::int64_t step)
{
    Statement row =
        database.query("SELECT total(ifnull(last_row_id, row_id) - row_id + 1) FROM history WHERE step = ?", step);
    return row.next() ? row.integer(0) : 0;
}

QString lastSha256(Database &database)
{
    Statement row = database.query("SELECT sha256 FROM history ORDER BY id DESC LIMIT 1");
    return row.next() ? row.text(0) : QString();
}

std::optional<std::int64_t> stepsSince(Database &database, const QString &sha256)
{
    Statement found = database.query("SELECT id, step FROM history WHERE sha256 = ?", sha256);
    if (!found.next())
        return std::nullopt;
    Statement row = database.query("SELECT count(DISTINCT step) FROM history WHERE id > ? AND step <> ?",
                                   found.integer(0), found.integer(1));
    return row.next() ? row.integer(0) : 0;
}

Changed changedAfter(Database &database, std::int64_t after)
{
    Touched touched;
    Statement row = database.query("SELECT table_name, row_id, last_row_id, before, after "
                                   "FROM history WHERE step > ?",
                                   after);
    while (row.next()) {
        const Table *table = editableTableNamed(row.utf8(0));
        if (!table)
            continue;
        if (!row.isNull(2)) {
            for (std::int64_t id = row.integer(1); id <= row.integer(2); ++id)
                touched.add(*table, id, {});
            continue;
        }
        touched.add(*table, row.integer(1), objectFrom(row, 3));
        touched.add(*table, row.integer(1), objectFrom(row, 4));
    }
    return touched.changed();
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
