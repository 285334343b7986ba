#pragma once

#include "casefile/mergeplanner.h"

#include <QCoreApplication>

namespace dateline
{

class Step;

/// Writes what a MergePlanner found into our copy.
///
/// The step begins with a row of history of no table whose after is
///
///     {"merge":{"from":"anna.gpkg","rows":12,"sha256":"…","undecided":[…],"decided":[…]}}
///
/// rows: how many rows came to merged_history with this step. sha256: of the last row of the other copy's history.
/// undecided, decided: the fields that differed, each as [SHA-256 of the row of history that wrote it there, offset of
/// the row from that one's row_id, field or “*” for the whole row].
///
/// Rows of merged_history stay when the step is undone: they tell what was taken in, and history that it was taken
/// back. A later merge of the same copy brings it again then.
class MergeWriter
{
    Q_DECLARE_TR_FUNCTIONS(Merge)

public:
    MergeWriter(const MergeLine &ours, const MergeLine &theirs, const MergeRows &rows, const MergePlanner &planner);

    /// Failures are in our database.
    void write(Step &step, const QString &from);

    /// Whether there is anything to write.
    [[nodiscard]] bool hasWork() const;

private:
    void note(Step &step, const QString &from) const;
    void writeTexts(const MergedRow &document) const;
    void storeText(const QString &sha256) const;
    void storeBytes(const QString &sha256) const;
    void removeRows(Step &step) const;
    void putRows(Step &step) const;
    void writeHistory(std::int64_t step) const;
    void copyHistoryRow(const MergeEvent &event, std::int64_t step) const;
    [[nodiscard]] std::optional<std::int64_t> localId(const MergeEvent &event) const;
    [[nodiscard]] QJsonObject checked(const MergedRow &merged, QJsonObject row) const;
    [[nodiscard]] bool isMissing(const MergeEvent &event) const;

    const MergeLine &m_ours;
    const MergeLine &m_theirs;
    const MergeRows &m_rows;
    const MergePlanner &m_planner;
    std::vector<const MergeEvent *> m_events; // That merged_history lacks.
    std::set<std::pair<const Table *, std::int64_t>> m_coming;
};

} // namespace dateline
