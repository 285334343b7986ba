#include "casefile/mergewriter.h"

#include "casefile/database.h"
#include "casefile/history.h"
#include "casefile/step.h"
#include "domain/document.h"
#include "domain/fingerprint.h"

#include <QJsonArray>

#include <algorithm>
#include <string>

namespace dateline
{

namespace
{

QJsonArray arrayFrom(const MergeMark &mark)
{
    return {QString::fromLatin1(mark.sha256.toHex()), qint64{mark.offset}, mark.field};
}

std::optional<QString> textOrNull(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

std::optional<std::int64_t> numberOrNull(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

} // namespace

MergeWriter::MergeWriter(const MergeLine &ours, const MergeLine &theirs, const MergeRows &rows,
                         const MergePlanner &planner)
    : m_ours(ours)
    , m_theirs(theirs)
    , m_rows(rows)
    , m_planner(planner)
{
    for (const MergeEvent &event : theirs.events()) {
        if (isMissing(event))
            m_events.push_back(&event);
    }
    for (const MergedRow &merged : planner.mergedRows()) {
        if (merged.kind == MergedRow::Kind::Add)
            m_coming.emplace(merged.table, merged.ours);
    }
}

bool MergeWriter::isMissing(const MergeEvent &event) const
{
    if (event.isDecision())
        return false;
    if (!m_ours.knows(event.sha256))
        return true;
    // It did not come in at first, and does now.
    return event.table && event.first != 0 && !m_ours.rowOf(event.sha256, 0) && localId(event);
}

bool MergeWriter::hasWork() const
{
    const auto isDecided = [](const MergePlanner::Decided &one) { return one.choice != MergeChoice::Undecided; };
    return !m_events.empty() || !m_planner.mergedRows().empty() || std::ranges::any_of(m_planner.decided(), isDecided);
}

void MergeWriter::write(Step &step, const QString &from)
{
    note(step, from);
    for (const MergedRow &merged : m_planner.mergedRows()) {
        if (merged.table == &documentTable && merged.kind == MergedRow::Kind::Add)
            writeTexts(merged);
    }
    removeRows(step);
    putRows(step);
    writeHistory(lastStep(m_ours.database()));
}

void MergeWriter::note(Step &step, const QString &from) const
{
    QJsonArray undecided;
    QJsonArray decided;
    for (const MergePlanner::Decided &one : m_planner.decided())
        (one.choice == MergeChoice::Undecided ? undecided : decided).append(arrayFrom(one.mark));
    // What they have not decided is not decided here either.
    for (const MergeMark &mark : m_theirs.undecided()) {
        if (!m_ours.knows(mark.sha256))
            undecided.append(arrayFrom(mark));
    }
    QString last;
    if (Statement row = m_theirs.database().query("SELECT sha256 FROM history ORDER BY id DESC LIMIT 1"); row.next())
        last = row.text(0);
    step.note({{QStringLiteral("merge"),
                QJsonObject{{QStringLiteral("from"), from},
                            {QStringLiteral("rows"), qint64(m_events.size())},
                            {QStringLiteral("sha256"), last},
                            {QStringLiteral("undecided"), undecided},
                            {QStringLiteral("decided"), decided}}}});
}

void MergeWriter::writeTexts(const MergedRow &document) const
{
    const std::optional<QJsonObject> row = storedRow(m_theirs.database(), documentTable, document.theirs);
    if (!row)
        return;
    const QString textHash = row->value(u"text_sha256").toString();
    const QString bytesHash = row->value(u"bytes_sha256").toString();
    storeText(textHash);
    if (bytesHash != textHash)
        storeBytes(bytesHash);
}

void MergeWriter::storeText(const QString &sha256) const
{
    Database &database = m_ours.database();
    if (database.query("SELECT 1 FROM document_text WHERE sha256 = ?", sha256).next())
        return;
    Statement row = m_theirs.database().query("SELECT CAST(text AS BLOB) FROM document_text WHERE sha256 = ?", sha256);
    const QByteArray text = row.next() ? row.blob(0) : QByteArray();
    if (QString::fromLatin1(sha256Of(text).toHex()) != sha256) {
        database.fail({Error::Kind::Malformed,
                       tr("A document of the other copy does not match its own SHA-256, so nothing was merged: check "
                          "that copy with “dateline verify”"),
                       sha256});
        return;
    }
    database.run("INSERT INTO document_text(sha256, text, fingerprint) VALUES(?, CAST(? AS TEXT), ?)", sha256, text,
                 bytesFrom(fingerprintOf(QString::fromUtf8(text))));
    database.run("INSERT INTO document_search(rowid, text) VALUES(?, CAST(? AS TEXT))", database.lastRowId(), text);
}

void MergeWriter::storeBytes(const QString &sha256) const
{
    Database &database = m_ours.database();
    if (database.query("SELECT 1 FROM document_bytes WHERE sha256 = ?", sha256).next())
        return;
    Statement row = m_theirs.database().query("SELECT bytes FROM document_bytes WHERE sha256 = ?", sha256);
    const QByteArray bytes = row.next() ? row.blob(0) : QByteArray();
    if (QString::fromLatin1(sha256Of(bytes).toHex()) != sha256) {
        database.fail({Error::Kind::Malformed,
                       tr("An original file in the other copy does not match its own SHA-256, so nothing was merged: "
                          "check that copy with “dateline verify”"),
                       sha256});
        return;
    }
    database.run("INSERT INTO document_bytes(sha256, bytes) VALUES(?, ?)", sha256, bytes);
}

void MergeWriter::removeRows(Step &step) const
{
    // What rests on a row first, so that each is removed by itself.
    for (auto merged = m_planner.mergedRows().rbegin(); merged != m_planner.mergedRows().rend(); ++merged) {
        if (merged->kind == MergedRow::Kind::Remove && storedRow(m_ours.database(), *merged->table, merged->ours))
            step.remove(*merged->table, merged->ours);
    }
}

void MergeWriter::putRows(Step &step) const
{
    for (const MergedRow &merged : m_planner.mergedRows()) {
        if (merged.kind == MergedRow::Kind::Change) {
            step.put(*merged.table, merged.ours, checked(merged, merged.row));
        } else if (merged.kind == MergedRow::Kind::Add) {
            if (const std::optional<QJsonObject> row = storedRow(m_theirs.database(), *merged.table, merged.theirs))
                step.put(*merged.table, merged.ours, checked(merged, m_rows.translated(*merged.table, *row)));
        }
    }
}

// The other file may hold what this program never writes.
QJsonObject MergeWriter::checked(const MergedRow &merged, QJsonObject row) const
{
    for (const MergeReference &reference : mergeReferences()) {
        if (reference.table != merged.table || reference.required || row.value(reference.column).isNull())
            continue;
        const std::int64_t id = row.value(reference.column).toInteger();
        if (!m_coming.contains({reference.target, id}) && !storedRow(m_ours.database(), *reference.target, id))
            row.insert(reference.column, QJsonValue());
    }
    for (const Column &column : merged.table->columns) {
        if (std::string_view(column.type).contains("NOT NULL") && row.value(QLatin1StringView(column.name)).isNull()) {
            m_ours.database().fail(
                {Error::Kind::Malformed,
                 tr("Row %1 of “%2” in the other copy lacks its %3, so nothing was merged: check that copy with "
                    "“dateline verify”")
                     .arg(merged.theirs)
                     .arg(QLatin1StringView(merged.table->name), QLatin1StringView(column.name)),
                 QString()});
        }
    }
    return row;
}

void MergeWriter::writeHistory(std::int64_t step) const
{
    for (const MergeEvent *event : m_events)
        copyHistoryRow(*event, step);
}

void MergeWriter::copyHistoryRow(const MergeEvent &event, std::int64_t step) const
{
    static const std::string rest = "step, action, target, time, author, label, table_name, row_id, before, after, "
                                    "sha256, last_row_id FROM ";
    static const std::string own = "SELECT id, " + rest + "history WHERE id = ?";
    static const std::string merged = "SELECT original_id, " + rest + "merged_history WHERE id = ?";
    Statement row = m_theirs.database().query(event.merged ? merged : own, event.historyId);
    if (!row.next())
        return;
    m_ours.database().run("INSERT INTO merged_history(merge_step, local_id, original_id, step, action, target, time, "
                          "author, label, table_name, row_id, before, after, sha256, last_row_id) "
                          "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          step, localId(event), row.integer(0), row.integer(1), row.text(2), numberOrNull(row, 3),
                          row.text(4), row.text(5), row.text(6), row.text(7), row.integer(8), textOrNull(row, 9),
                          textOrNull(row, 10), row.text(11), numberOrNull(row, 12));
}

// Rows that were made at once have one number here only if they came in side by side.
std::optional<std::int64_t> MergeWriter::localId(const MergeEvent &event) const
{
    if (!event.table || event.first == 0)
        return std::nullopt;
    if (event.first == event.last)
        return m_rows.oursOf(*event.table, event.first);
    std::optional<std::int64_t> first;
    const std::string sql = std::string("SELECT id FROM ") + event.table->name + " WHERE id BETWEEN ? AND ?";
    for (Statement row = m_theirs.database().query(sql, event.first, event.last); row.next();) {
        const std::optional<std::int64_t> ours = m_rows.oursOf(*event.table, row.integer(0));
        const std::optional<std::int64_t> begin =
            ours ? std::optional(*ours - (row.integer(0) - event.first)) : std::nullopt;
        if (!begin || (first && *first != *begin))
            return std::nullopt;
        first = begin;
    }
    return first;
}

} // namespace dateline
