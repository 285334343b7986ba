#include "examine.h"

#include "casefile/schema.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <map>

namespace dateline
{

namespace
{

QJsonValue valueAt(sqlite3_stmt *row, int column)
{
    // Its type first: asking for a blob as text makes a text of it.
    const int type = sqlite3_column_type(row, column);
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, column));
    const int size = sqlite3_column_bytes(row, column);
    switch (type) {
    case SQLITE_INTEGER: return qint64{sqlite3_column_int64(row, column)};
    case SQLITE_FLOAT: return sqlite3_column_double(row, column);
    case SQLITE_TEXT: return QString::fromUtf8(bytes, size);
    case SQLITE_NULL: return {};
    default: return QString::fromLatin1(QByteArray(bytes, size).toHex());
    }
}

/// A plain connection to a copy of a case, apart from all that the program does with one.
class Inside
{
public:
    explicit Inside(const QString &path)
    {
        const QString copy = m_folder.filePath(QStringLiteral("copy.gpkg"));
        if (!QFile::copy(path, copy) || sqlite3_open(qPrintable(copy), &m_handle) != SQLITE_OK)
            problems.append(QStringLiteral("cannot be copied"));
    }
    ~Inside() { sqlite3_close(m_handle); }
    Inside(const Inside &) = delete;
    Inside &operator=(const Inside &) = delete;

    std::vector<QJsonArray> rows(const QByteArray &sql)
    {
        std::vector<QJsonArray> rows;
        sqlite3_stmt *row = nullptr;
        int code = sqlite3_prepare_v2(m_handle, sql.constData(), -1, &row, nullptr);
        while (code == SQLITE_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
            QJsonArray &values = rows.emplace_back();
            for (int i = 0; i < sqlite3_column_count(row); ++i)
                values.append(valueAt(row, i));
            code = SQLITE_OK;
        }
        if (code != SQLITE_DONE)
            problems.append(QStringLiteral("%1: %2").arg(QString::fromUtf8(sql.left(60)),
                                                         QString::fromUtf8(sqlite3_errmsg(m_handle))));
        sqlite3_finalize(row);
        return rows;
    }

    void expect(const QByteArray &sql, const std::vector<QJsonArray> &wanted)
    {
        for (const std::vector<QJsonArray> found = rows(sql); found != wanted && !found.empty();) {
            problems.append(
                QString::fromUtf8(sql.left(60) + ": " + QJsonDocument(found.front()).toJson().simplified()));
            return;
        }
    }

    QStringList problems;

private:
    QTemporaryDir m_folder;
    sqlite3 *m_handle = nullptr;
};

bool chainHolds(Inside &inside)
{
    QString previous;
    for (const QJsonArray &row :
         inside.rows("SELECT id, step, action, target, time, author, label, table_name, row_id, "
                     "before, after, sha256, last_row_id FROM history ORDER BY id")) {
        QJsonArray sealed{previous};
        for (int i = 0; i < 11; ++i)
            sealed.append(row[i]);
        if (!row[12].isNull())
            sealed.append(row[12]);
        const QByteArray bytes = QJsonDocument(sealed).toJson(QJsonDocument::Compact);
        previous = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        if (row[11].toString() != previous) {
            inside.problems.append(QStringLiteral("the chain breaks at history row %1").arg(row[0].toInteger()));
            return false;
        }
    }
    return true;
}

using Rows = std::map<qint64, QJsonObject>;

Rows rowsOf(Inside &inside, const Table &table)
{
    Rows rows;
    for (const QJsonArray &values : inside.rows("SELECT id, " + columnList(table) + " FROM " + table.name)) {
        QJsonObject &row = rows[values[0].toInteger()];
        for (qsizetype i = 1; const Column &column : table.columns)
            row.insert(QLatin1StringView(column.name), values[i++]);
    }
    return rows;
}

/// The rows that the history says @p table must have. Rows made many at once are taken as they are.
Rows rowsFromHistory(Inside &inside, const Table &table, const Rows &present)
{
    Rows rows;
    for (const QJsonArray &entry : inside.rows("SELECT row_id, last_row_id, after FROM history WHERE table_name = '"
                                               + QByteArray(table.name) + "' ORDER BY id")) {
        const qint64 id = entry[0].toInteger();
        if (entry[1].isNull()) {
            const QJsonObject after = QJsonDocument::fromJson(entry[2].toString().toUtf8()).object();
            if (after.isEmpty()) {
                rows.erase(id);
                continue;
            }
            QJsonObject row;
            for (const Column &column : table.columns) {
                const QLatin1StringView name(column.name);
                row.insert(name, after.contains(name) ? after[name] : QJsonValue());
            }
            rows[id] = row;
            continue;
        }
        const auto begin = rows.lower_bound(id);
        rows.erase(begin, rows.upper_bound(entry[1].toInteger()));
        if (!entry[2].isNull())
            rows.insert(present.lower_bound(id), present.upper_bound(entry[1].toInteger()));
    }
    return rows;
}

void compareWithHistory(Inside &inside, const Table &table)
{
    const Rows present = rowsOf(inside, table);
    Rows wanted = rowsFromHistory(inside, table, present);
    // What a case says of itself is there from its making on, which is no step.
    if (&table == &caseInfoTable)
        wanted.insert(present.begin(), present.end());
    const auto differs = [](const Rows &rows, const Rows &others) {
        return std::ranges::find_if(rows, [&others](const auto &row) {
            const auto other = others.find(row.first);
            return other == others.end() || other->second != row.second;
        });
    };
    const auto unwanted = differs(present, wanted);
    const auto missing = differs(wanted, present);
    const auto tell = [&](const char *what, const Rows::value_type &row) {
        inside.problems.append(
            QStringLiteral("%1 %2 %3: %4")
                .arg(QLatin1StringView(table.name))
                .arg(row.first)
                .arg(QLatin1StringView(what), QString::fromUtf8(QJsonDocument(row.second).toJson().simplified())));
    };
    if (unwanted != present.end())
        tell("is not as the history tells, but", *unwanted);
    if (missing != wanted.end())
        tell("should be, by the history,", *missing);
}

} // namespace

QStringList insideProblems(const QString &path, bool &chain)
{
    Inside inside(path);
    inside.expect("PRAGMA quick_check", {QJsonArray{QStringLiteral("ok")}});
    inside.expect("PRAGMA foreign_key_check", {});
    chain = chainHolds(inside);
    for (const Table *table : editableTables())
        compareWithHistory(inside, *table);
    // With 1 for its rank it compares the index with the texts, too.
    inside.rows("INSERT INTO document_search(document_search, rank) VALUES('integrity-check', 1)");
    for (const QJsonArray &index : inside.rows("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                               "AND sql LIKE 'CREATE VIRTUAL TABLE%USING rtree%'")) {
        const QByteArray name = index[0].toString().toUtf8();
        inside.expect("SELECT rtreecheck('" + name + "')", {QJsonArray{QStringLiteral("ok")}});
        inside.expect("SELECT 'places without an entry', count(*) FROM incident WHERE geom IS NOT NULL AND id NOT IN "
                      "(SELECT id FROM "
                          + name + ") HAVING count(*) > 0",
                      {});
        inside.expect("SELECT 'entries without a place', count(*) FROM " + name
                          + " WHERE id NOT IN (SELECT id FROM incident WHERE geom IS NOT NULL) HAVING count(*) > 0",
                      {});
    }
    return inside.problems;
}

} // namespace dateline
