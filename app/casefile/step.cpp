#include "casefile/step.h"

#include "casefile/celltexts.h"
#include "casefile/compactjson.h"
#include "casefile/database.h"
#include "casefile/history.h"
#include "casefile/historychain.h"
#include "casefile/rowjson.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <string>
#include <type_traits>

#include <pwd.h>
#include <unistd.h>

namespace dateline
{

namespace
{

// A step can come out empty only if another program has changed the case; it is noted under this name all the same.
constexpr auto noTable = "";

/// Sorted, as QJsonObject has its keys.
std::vector<QByteArray> sortedColumns(const Table &table)
{
    std::vector<QByteArray> columns;
    for (const Column &column : table.columns)
        columns.emplace_back(column.name);
    std::ranges::sort(columns);
    return columns;
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

QByteArray compact(const QJsonObject &row)
{
    return QJsonDocument(row).toJson(QJsonDocument::Compact);
}

/// @p values as the history seals them: a JSON array; texts are UTF-8.
template<typename... Values>
QByteArray jsonArray(const Values &...values)
{
    QByteArray json;
    const auto append = [&json]<typename Value>(const Value &value) {
        json.append(json.isEmpty() ? '[' : ',');
        if constexpr (std::is_same_v<Value, std::optional<QByteArray>>)
            value ? appendJson(json, viewOf(*value)) : void(json.append("null"));
        else if constexpr (std::is_same_v<Value, std::optional<std::int64_t>>)
            value ? appendJson(json, *value) : void(json.append("null"));
        else if constexpr (std::is_same_v<Value, QByteArray>)
            appendJson(json, viewOf(value));
        else
            appendJson(json, value);
    };
    (append(values), ...);
    return json;
}

QByteArray keyOf(Step::Action action)
{
    switch (action) {
    case Step::Action::Do: return QByteArrayLiteral("do");
    case Step::Action::Undo: return QByteArrayLiteral("undo");
    case Step::Action::Redo: return QByteArrayLiteral("redo");
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

Step::Step(Database &database, Action action, const QString &label, std::optional<std::int64_t> target)
    : m_database(database)
    , m_action(keyOf(action))
    , m_label(label.toUtf8())
    , m_target(target)
    , m_time(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1())
    , m_author(authorName().toUtf8())
{
}

const Step::Sql &Step::sqlOf(const Table &table)
{
    const auto [sql, isNew] = m_sql.try_emplace(&table);
    if (isNew) {
        sql->second.columns = sortedColumns(table);
        sql->second.select = selectRows(QString::fromLatin1(table.name), sql->second.columns) + " WHERE id = ?";
        sql->second.upsert = upsertSql(table);
    }
    return sql->second;
}

std::optional<QByteArray> Step::rowOf(const Table &table, std::int64_t id)
{
    const Sql &sql = sqlOf(table);
    Statement row = m_database.query(sql.select, id);
    if (!row.next())
        return std::nullopt;
    QByteArray json = rowJson(row, sql.columns);
    // Another program may have stored what is no UTF-8.
    return json.isValidUtf8() ? json : QString::fromUtf8(json).toUtf8();
}

std::int64_t Step::put(const Table &table, std::optional<std::int64_t> id, const QJsonObject &row)
{
    return write(table, id, id ? rowOf(table, *id) : std::nullopt, row);
}

void Step::replace(const Table &table, std::int64_t id, const QJsonObject &row)
{
    if (const std::optional<QByteArray> before = rowOf(table, id))
        write(table, id, before, row);
    else
        failWithout(table, id);
}

void Step::alter(const Table &table, std::int64_t id, const QJsonObject &columns)
{
    const std::optional<QByteArray> before = rowOf(table, id);
    if (!before)
        return failWithout(table, id);
    QJsonObject row = objectFromJson(*before);
    for (auto column = columns.begin(); column != columns.end(); ++column)
        row.insert(column.key(), column.value());
    write(table, id, before, row);
}

std::int64_t Step::write(const Table &table, std::optional<std::int64_t> id, const std::optional<QByteArray> &before,
                         const QJsonObject &row)
{
    const QByteArray after = compact(row);
    if (before == after)
        return *id;
    Statement statement = m_database.query(sqlOf(table).upsert, id);
    for (int i = 2; const Column &column : table.columns)
        bindValue(statement, i++, column, row.value(QLatin1StringView(column.name)));
    statement.next();
    const std::int64_t written = id ? *id : m_database.lastRowId();
    record(table, written, before, after);
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
        if (const std::optional<QByteArray> before = rowOf(documentTable, id)) {
            QJsonObject row = objectFromJson(*before);
            row.insert(QLatin1StringView(column), QJsonValue());
            write(documentTable, id, before, row);
        }
    }
}

void Step::removeRow(const Table &table, std::int64_t id)
{
    const std::optional<QByteArray> before = rowOf(table, id);
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
            put(*table, first, completed(*table, objectFromJson(before)));
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
    if (!m_database.query(std::string("SELECT 1 FROM ") + table.name + " WHERE id = ?", id).next())
        failWithout(table, id);
}

void Step::failWithout(const Table &table, std::int64_t id)
{
    m_database.fail({Error::Kind::NotFound,
                     QCoreApplication::translate("Case",
                                                 "This %1 (number %2) is no longer in the case: nothing of this "
                                                 "step was stored")
                         .arg(QLatin1StringView(table.name))
                         .arg(id),
                     QString()});
}

void Step::record(const Table &table, std::int64_t id, const std::optional<QByteArray> &before,
                  const std::optional<QByteArray> &after)
{
    writeHistory(table, id, before, after, std::nullopt);
    // What else is touched with a row of these stands in it.
    const bool isTie = &table == &claimTable || &table == &decisionTable;
    for (const std::optional<QByteArray> &row : {before, after}) {
        if (row)
            m_touched.add(table, id, isTie ? objectFromJson(*row) : QJsonObject());
    }
}

void Step::recordMany(const Table &table, std::int64_t first, std::int64_t last, const QJsonObject &digest)
{
    writeHistory(table, first, std::nullopt, compact(digest), last);
}

void Step::writeHistory(const Table &table, std::int64_t id, const std::optional<QByteArray> &before,
                        const std::optional<QByteArray> &after, std::optional<std::int64_t> lastId)
{
    if (m_database.failed())
        return;
    if (m_step == 0)
        m_step = lastStep(m_database) + 1;
    std::int64_t previous = 0;
    QByteArray previousHash;
    if (Statement row = m_database.query("SELECT id, sha256 FROM history ORDER BY id DESC LIMIT 1"); row.next()) {
        previous = row.integer(0);
        previousHash = QByteArray(row.utf8(1));
    }
    const std::int64_t number = previous + 1;
    const QByteArray name(table.name);
    QByteArray sealed =
        jsonArray(previousHash, number, m_step, m_action, m_target, m_time, m_author, m_label, name, id, before, after);
    if (lastId) {
        sealed.append(',');
        appendJson(sealed, *lastId);
    }
    const QByteArray hash = sealOf(sealed.append(']'));
    // Texts are bound where they lie: a large step has tens of thousands of them.
    Statement write =
        m_database.query("INSERT INTO history(id, step, action, target, time, author, label, table_name, row_id, "
                         "before, after, sha256, last_row_id) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         number, m_step, std::nullopt, m_target);
    const auto bindTexts = [&write](int index, const auto &...texts) { (write.bindText(index++, viewOf(texts)), ...); };
    bindTexts(3, m_action);
    bindTexts(5, m_time, m_author, m_label, name);
    write.bind(9, id);
    if (before)
        bindTexts(10, *before);
    if (after)
        bindTexts(11, *after);
    bindTexts(12, hash);
    write.bind(13, lastId);
    write.next();
}

void Step::note(const QJsonObject &after)
{
    record(Table{noTable, noTable, {}}, 0, std::nullopt, compact(after));
}

void Step::touchQuote(std::int64_t id)
{
    m_touched.add(quoteTable, id, {});
}

} // namespace dateline
