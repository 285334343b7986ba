#include "casefile/database.h"
#include "casefile/rowdigest.h"
#include "casefile/rowjson.h"
#include "casefile/schema.h"
#include "casefile/verifyparts.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace dateline
{

namespace
{

constexpr qsizetype mostNamed = 20;

/// What a row holds: its JSON, empty where there is no such row.
using Content = QByteArray;

bool isSame(const Content &one, const Content &other)
{
    // A row that was written down before a column came names it not at all.
    return one == other
        || (!one.isEmpty() && !other.isEmpty()
            && differingColumns(objectFromJson(one), objectFromJson(other)).isEmpty());
}

class TableReplay
{
    Q_DECLARE_TR_FUNCTIONS(Verification)

public:
    TableReplay(const Check &check, const Table &table, TableEvents events)
        : m_check(check)
        , m_database(check.database)
        , m_table(table)
        , m_name(QString::fromLatin1(table.name))
        , m_events(std::move(events))
        , m_columns(columnsOf(check.database, m_name))
    {
        std::ranges::sort(m_events.rows);
        std::ranges::sort(m_events.bulk, {}, &BulkEvent::first);
    }

    void run()
    {
        if (m_columns.empty()) {
            if (!m_events.rows.empty() || !m_events.bulk.empty())
                report(std::nullopt, {}, tr("The table is missing, though the history tells of its rows"));
            return;
        }
        {
            Statement row = m_database.query(selectRows(m_name, m_columns) + " ORDER BY id");
            while (!m_check.stop.stop_requested() && row.next()) {
                const std::int64_t id = row.integer(0);
                finishRowsBefore(id);
                checkRow(id, rowJson(row, m_columns));
            }
        }
        if (!m_check.findings.addFailureOf(m_database, m_name) && !m_check.stop.stop_requested())
            finishRowsBefore(std::nullopt);
        for (const BulkEvent &event : m_events.bulk) {
            if (!m_check.stop.stop_requested())
                checkBulk(event);
        }
    }

private:
    // Rows that the history knows and the table does not hold.
    void finishRowsBefore(std::optional<std::int64_t> id)
    {
        while (m_next < m_events.rows.size() && (!id || m_events.rows[m_next].row < *id)
               && !m_check.stop.stop_requested())
            checkRow(m_events.rows[m_next].row, {});
    }

    void checkRow(std::int64_t id, const Content &now)
    {
        if (m_next == m_events.rows.size() || m_events.rows[m_next].row != id) {
            if (!isBulk(id) && !isOfTheCaseItself(id))
                report(id, {}, tr("%1 %2 is not in the history: another program added it").arg(m_name).arg(id));
            return;
        }
        std::optional<Content> state;
        if (!isBulk(id) && !isOfTheCaseItself(id))
            state = Content();
        std::int64_t last = 0;
        for (; m_next < m_events.rows.size() && m_events.rows[m_next].row == id; ++m_next) {
            last = m_events.rows[m_next].history;
            Statement event = m_database.query("SELECT before, after FROM history WHERE id = ?", last);
            if (!event.next())
                continue;
            const Content before = contentAt(event, 0);
            if (state && !isSame(*state, before))
                reportGap(id, last, *state, before);
            state = contentAt(event, 1);
        }
        if (state && !m_database.failed() && !isSame(*state, now))
            reportChange(id, last, *state, now);
    }

    static Content contentAt(const Statement &row, int column)
    {
        const std::string_view text = row.utf8(column);
        return {text.data(), static_cast<qsizetype>(text.size())};
    }

    // Many rows that were made at once have one row of history with digests of their blocks: see rowdigest.h.
    void checkBulk(const BulkEvent &event)
    {
        const QJsonObject noted = notedDigest(event.history);
        const std::int64_t count = event.last - event.first + 1;
        if (event.last < event.first || noted[u"rows"].toInteger() != count) {
            report(
                event.first, {},
                tr("Row %1 of the history does not tell how many rows of %2 it made").arg(event.history).arg(m_name));
            return;
        }
        const QJsonObject found = recomputedDigest(m_database, m_table, event.first, event.last, event.history);
        if (m_check.findings.addFailureOf(m_database, m_name) || found == noted)
            return;
        const QJsonArray notedBlocks = noted[u"blocks"].toArray();
        const QJsonArray foundBlocks = found[u"blocks"].toArray();
        const qsizetype blocks = (count + rowsInBlock - 1) / rowsInBlock;
        bool isNamed = false;
        for (qsizetype block = 0; block < blocks; ++block) {
            if (block < notedBlocks.size() && block < foundBlocks.size() && notedBlocks[block] == foundBlocks[block])
                continue;
            const std::int64_t first = event.first + block * rowsInBlock;
            reportBlock(event, first, std::min(first + rowsInBlock - 1, event.last));
            isNamed = true;
        }
        if (!isNamed)
            reportBlock(event, event.first, event.last);
    }

    [[nodiscard]] QJsonObject notedDigest(std::int64_t history)
    {
        Statement row = m_database.query("SELECT after FROM history WHERE id = ?", history);
        return row.next() ? objectFromJson(contentAt(row, 0)) : QJsonObject();
    }

    void reportBlock(const BulkEvent &event, std::int64_t first, std::int64_t last)
    {
        QStringList missing;
        std::int64_t next = first;
        const std::string sql = std::string("SELECT id FROM ") + m_table.name + " WHERE id BETWEEN ? AND ? ORDER BY id";
        for (Statement row = m_database.query(sql, first, last); row.next(); ++next) {
            for (; next < row.integer(0); ++next)
                addMissing(missing, next);
        }
        for (; next <= last; ++next)
            addMissing(missing, next);
        const QString which = missing.isEmpty() ? QString()
            : missing.size() <= mostNamed       ? tr("; missing: %1").arg(missing.join(QStringLiteral(", ")))
                                                : tr("; %1 rows are missing").arg(missing.size());
        report(first, {},
               tr("A row of %1 from %2 to %3 was changed, added or removed past the history: they do not match the "
                  "SHA-256 that row %4 of the history noted when it made them at once%5")
                   .arg(m_name)
                   .arg(first)
                   .arg(last)
                   .arg(event.history)
                   .arg(which));
    }

    void addMissing(QStringList &missing, std::int64_t id) const
    {
        const auto event = std::ranges::lower_bound(m_events.rows, id, {}, &RowEvent::row);
        if (event == m_events.rows.end() || event->row != id)
            missing.append(QString::number(id));
    }

    void reportGap(std::int64_t id, std::int64_t history, const Content &state, const Content &before)
    {
        const QString what =
            tr("%1 %2 was changed past the history before row %3 of the history").arg(m_name).arg(id).arg(history);
        reportDifference(id, what, state, before);
    }

    void reportChange(std::int64_t id, std::int64_t history, const Content &state, const Content &now)
    {
        if (now.isEmpty()) {
            report(
                id, {},
                tr("%1 %2 is not there, though row %3 of the history put it there").arg(m_name).arg(id).arg(history));
        } else if (state.isEmpty()) {
            report(id, {},
                   tr("%1 %2 is there, though row %3 of the history removed it").arg(m_name).arg(id).arg(history));
        } else {
            reportDifference(id, tr("%1 %2 is not as row %3 of the history left it").arg(m_name).arg(id).arg(history),
                             state, now);
        }
    }

    void reportDifference(std::int64_t id, const QString &what, const Content &state, const Content &found)
    {
        const QJsonObject was = objectFromJson(state);
        const QJsonObject is = objectFromJson(found);
        const QStringList columns = was.isEmpty() || is.isEmpty() ? QStringList() : differingColumns(was, is);
        if (columns.isEmpty())
            report(id, {}, what);
        else
            report(id, columns.join(QStringLiteral(", ")), what + QStringLiteral(": ") + differencesText(was, is));
    }

    [[nodiscard]] bool isBulk(std::int64_t id) const
    {
        const auto after = std::ranges::upper_bound(m_events.bulk, id, {}, &BulkEvent::first);
        return after != m_events.bulk.begin() && id <= std::prev(after)->last;
    }

    // What a new case says of itself is there before its history.
    [[nodiscard]] bool isOfTheCaseItself(std::int64_t id) const { return &m_table == &caseInfoTable && id == 1; }

    void report(std::optional<std::int64_t> row, const QString &column, const QString &words)
    {
        m_check.findings.add({Finding::Kind::Replay, m_name, row, column, words});
    }

    const Check &m_check;
    Database &m_database;
    const Table &m_table;
    QString m_name;
    TableEvents m_events;
    std::vector<QByteArray> m_columns;
    std::size_t m_next = 0;
};

} // namespace

void checkReplay(const Check &check, EventsByTable events)
{
    for (const Table *table : editableTables()) {
        TableEvents of;
        if (auto node = events.extract(QByteArray(table->name)))
            of = std::move(node.mapped());
        TableReplay(check, *table, std::move(of)).run();
        if (check.stop.stop_requested())
            return;
    }
    for (const auto &[name, of] : events) {
        check.findings.add({Finding::Kind::Replay,
                            QString::fromUtf8(name),
                            std::nullopt,
                            {},
                            QCoreApplication::translate("Verification",
                                                        "The history tells of rows of “%1”, a table that this version "
                                                        "of Dateline does not know and has not checked")
                                .arg(QString::fromUtf8(name))});
    }
}

} // namespace dateline
