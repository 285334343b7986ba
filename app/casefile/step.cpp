#include "casefile/step.h"

#include "casefile/database.h"
#include "casefile/history.h"
#include "domain/document.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstring>
#include <string>

#include <pwd.h>
#include <unistd.h>

namespace dateline
{

namespace
{

// A step can come out empty only if another program has changed the case; it is noted under this name all the same.
constexpr auto noTable = "";

std::string selectSql(const Table &table)
{
    return ("SELECT " + columnList(table) + " FROM " + table.name + " WHERE id = ?").toStdString();
}

std::string upsertSql(const Table &table)
{
    QByteArray updates;
    for (const Column &column : table.columns)
        updates += (updates.isEmpty() ? QByteArray() : QByteArray(", ")) + column.name + " = excluded." + column.name;
    const QByteArray marks = QByteArray(", ?").repeated(static_cast<qsizetype>(table.columns.size()));
    return ("INSERT INTO " + QByteArray(table.name) + "(id, " + columnList(table) + ") VALUES(?" + marks
            + ") ON CONFLICT(id) DO UPDATE SET " + updates)
        .toStdString();
}

void bindValue(Statement &statement, int index, const Column &column, const QJsonValue &value)
{
    const std::string_view type = column.type;
    if (value.isNull() || value.isUndefined())
        statement.bind(index, std::nullopt);
    else if (type == "GEOMETRY")
        statement.bind(index, QByteArray::fromHex(value.toString().toLatin1()));
    else if (value.isString())
        statement.bind(index, value.toString());
    else if (type.starts_with("REAL"))
        statement.bind(index, value.toDouble());
    else
        statement.bind(index, std::int64_t{value.toInteger()});
}

std::optional<QString> compact(const std::optional<QJsonObject> &row)
{
    if (!row)
        return std::nullopt;
    return QString::fromUtf8(QJsonDocument(*row).toJson(QJsonDocument::Compact));
}

QJsonValue valueOf(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QString keyOf(Step::Action action)
{
    switch (action) {
    case Step::Action::Do: return QStringLiteral("do");
    case Step::Action::Undo: return QStringLiteral("undo");
    case Step::Action::Redo: return QStringLiteral("redo");
    }
    Q_UNREACHABLE_RETURN({});
}

/// @p row with the columns that @p table has got since it was written down.
QJsonObject completed(const Table &table, QJsonObject row)
{
    for (const Column &column : table.columns) {
        if (const QLatin1StringView name(column.name); !row.contains(name))
            row.insert(name, QJsonValue());
    }
    return row;
}

} // namespace

QString authorName()
{
    for (const char *variable : {"USER", "LOGNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    const passwd *entry = getpwuid(getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QStringLiteral("uid %1").arg(getuid());
}

Step::Step(Database &database, Action action, QString label, std::optional<std::int64_t> target)
    : m_database(database)
    , m_action(action)
    , m_label(std::move(label))
    , m_target(target)
    , m_time(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs))
    , m_author(authorName())
{
}

std::optional<QJsonObject> Step::rowOf(const Table &table, std::int64_t id)
{
    Statement statement = m_database.query(selectSql(table), id);
    if (!statement.next())
        return std::nullopt;
    QJsonObject row;
    for (int i = 0; const Column &column : table.columns)
        row.insert(QLatin1StringView(column.name), statement.value(i++));
    return row;
}

std::int64_t Step::put(const Table &table, std::optional<std::int64_t> id, const QJsonObject &row)
{
    const std::optional<QJsonObject> before = id ? rowOf(table, *id) : std::nullopt;
    if (before == row)
        return *id;
    Statement statement = m_database.query(upsertSql(table), id);
    for (int i = 2; const Column &column : table.columns)
        bindValue(statement, i++, column, row.value(QLatin1StringView(column.name)));
    statement.next();
    const std::int64_t written = id ? *id : m_database.lastRowId();
    record(table, written, before, row);
    return written;
}

void Step::remove(const Table &table, std::int64_t id)
{
    require(table, id);
    if (&table == &documentTable) {
        removeReferring(quoteTable, "document_id", id);
        removeReferring(decisionTable, "document_id", id);
        forget("replaces", id);
        forget("origin", id);
    } else if (&table == &quoteTable) {
        removeReferring(claimTable, "quote_id", id);
    } else if (&table == &incidentTable) {
        removeReferring(claimTable, "incident_id", id);
    }
    removeRow(table, id);
}

void Step::removeReferring(const Table &table, const char *column, std::int64_t id)
{
    std::vector<std::int64_t> rows;
    const std::string sql = std::string("SELECT id FROM ") + table.name + " WHERE " + column + " = ? ORDER BY id";
    for (Statement row = m_database.query(sql, id); row.next();)
        rows.push_back(row.integer(0));
    for (const std::int64_t row : rows)
        remove(table, row);
}

void Step::forget(const char *column, std::int64_t document)
{
    std::vector<std::int64_t> rows;
    const std::string sql = std::string("SELECT id FROM document WHERE ") + column + " = ?";
    for (Statement row = m_database.query(sql, document); row.next();)
        rows.push_back(row.integer(0));
    for (const std::int64_t id : rows) {
        if (std::optional<QJsonObject> row = rowOf(documentTable, id)) {
            row->insert(QLatin1StringView(column), QJsonValue());
            put(documentTable, id, *row);
        }
    }
}

void Step::removeRow(const Table &table, std::int64_t id)
{
    const std::optional<QJsonObject> before = rowOf(table, id);
    if (!before)
        return;
    m_database.run(std::string("DELETE FROM ") + table.name + " WHERE id = ?", id);
    record(table, id, before, std::nullopt);
}

void Step::revert(std::int64_t step)
{
    // Read while rows are written, for there may be a million: those of this step are none of theirs.
    Statement row = m_database.query("SELECT table_name, row_id, before, last_row_id FROM history WHERE step = ? "
                                     "ORDER BY id DESC",
                                     step);
    while (row.next()) {
        const Table *table = editableTableNamed(row.utf8(0));
        const std::int64_t first = row.integer(1);
        if (!table)
            continue;
        if (!row.isNull(2)) {
            const QByteArray before(row.utf8(2).data(), static_cast<qsizetype>(row.utf8(2).size()));
            put(*table, first, completed(*table, QJsonDocument::fromJson(before).object()));
            continue;
        }
        for (std::int64_t id = row.isNull(3) ? first : row.integer(3); id >= first && !m_database.failed(); --id)
            removeRow(*table, id);
    }
    if (m_step == 0)
        record(Table{noTable, noTable, {}}, 0, std::nullopt, std::nullopt);
}

void Step::require(const Table &table, std::int64_t id)
{
    if (m_database.query(std::string("SELECT 1 FROM ") + table.name + " WHERE id = ?", id).next())
        return;
    m_database.fail({Error::Kind::NotFound,
                     QCoreApplication::translate("Case",
                                                 "This %1 (number %2) is no longer in the case: nothing of this "
                                                 "step was stored")
                         .arg(QLatin1StringView(table.name))
                         .arg(id),
                     QString()});
}

void Step::record(const Table &table, std::int64_t id, const std::optional<QJsonObject> &before,
                  const std::optional<QJsonObject> &after)
{
    writeHistory(table, id, before, after, std::nullopt);
    if (before)
        m_touched.add(table, id, *before);
    if (after)
        m_touched.add(table, id, *after);
}

void Step::recordMany(const Table &table, std::int64_t first, std::int64_t last, const QJsonObject &digest)
{
    writeHistory(table, first, std::nullopt, digest, last);
}

void Step::writeHistory(const Table &table, std::int64_t id, const std::optional<QJsonObject> &before,
                        const std::optional<QJsonObject> &after, std::optional<std::int64_t> lastId)
{
    if (m_database.failed())
        return;
    if (m_step == 0)
        m_step = lastStep(m_database) + 1;
    std::int64_t previous = 0;
    QString previousHash;
    if (Statement row = m_database.query("SELECT id, sha256 FROM history ORDER BY id DESC LIMIT 1"); row.next()) {
        previous = row.integer(0);
        previousHash = row.text(1);
    }
    const std::int64_t number = previous + 1;
    const QString name = QString::fromLatin1(table.name);
    const std::optional<QString> was = compact(before);
    const std::optional<QString> is = compact(after);
    QJsonArray sealed{previousHash,
                      qint64{number},
                      qint64{m_step},
                      keyOf(m_action),
                      m_target ? QJsonValue(qint64{*m_target}) : QJsonValue(),
                      m_time,
                      m_author,
                      m_label,
                      name,
                      qint64{id},
                      valueOf(was),
                      valueOf(is)};
    if (lastId)
        sealed.append(qint64{*lastId});
    const QByteArray hash = sha256Of(QJsonDocument(sealed).toJson(QJsonDocument::Compact)).toHex();
    m_database.run("INSERT INTO history(id, step, action, target, time, author, label, table_name, row_id, before, "
                   "after, sha256, last_row_id) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   number, m_step, keyOf(m_action), m_target, m_time, m_author, m_label, name, id, was, is,
                   QString::fromLatin1(hash), lastId);
}

void Step::note(const QJsonObject &after)
{
    record(Table{noTable, noTable, {}}, 0, std::nullopt, after);
}

void Step::touchQuote(std::int64_t id)
{
    m_touched.add(quoteTable, id, {});
}

} // namespace dateline
