#include "casefile/schema.h"

#include "casefile/contents.h"
#include "casefile/database.h"
#include "casefile/geopackageextensions.h"
#include "casefile/geopackagetables.h"
#include "casefile/incidentindexes.h"

#include <QCoreApplication>
#include <QDateTime>

namespace dateline
{

namespace
{

constexpr auto caseTables = R"sql(
CREATE TABLE dateline_meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
)sql";

constexpr auto indexes = R"sql(
CREATE INDEX IF NOT EXISTS document_publisher ON document(publisher);
CREATE INDEX IF NOT EXISTS document_replaces ON document(replaces) WHERE replaces IS NOT NULL;
CREATE INDEX IF NOT EXISTS document_text_sha256 ON document(text_sha256);
CREATE INDEX IF NOT EXISTS quote_document ON quote(document_id, begin_position, end_position);
CREATE INDEX IF NOT EXISTS claim_incident ON claim(incident_id);
CREATE INDEX IF NOT EXISTS claim_quote ON claim(quote_id);
CREATE UNIQUE INDEX IF NOT EXISTS decision_proposal ON decision(document_id, proposal_key);
CREATE INDEX IF NOT EXISTS history_step ON history(step);
CREATE INDEX IF NOT EXISTS history_target ON history(target, step) WHERE target IS NOT NULL;
CREATE INDEX IF NOT EXISTS history_row ON history(table_name, row_id);
CREATE VIRTUAL TABLE IF NOT EXISTS document_search USING fts5(
  text, content='document_text', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
)sql";

} // namespace

void stampSchema(Database &database)
{
    const auto meta = [&database](const char *key, const QString &value) {
        database.run("INSERT INTO dateline_meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                     QString::fromLatin1(key), value);
    };
    meta("schema_version", QString::number(schemaVersion));
    meta("program_version", QStringLiteral(DATELINE_VERSION));
}

void createIndexes(Database &database)
{
    database.runScript(indexes);
}

void createSchema(Database &database, const QString &title)
{
    createGeoPackageTables(database);
    database.runScript(caseTables);
    for (const Table *table : allTables())
        createTable(database, *table);
    createIndexes(database);
    addExtensions(database);
    mendIncidentIndexes(database);
    addStyle(database);
    database.run("INSERT INTO case_info(id, title) VALUES(1, ?)", title);
    describeContents(database);
    stampSchema(database);
    database.run("INSERT INTO dateline_meta VALUES('created', ?)",
                 QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
}

namespace
{

QString metaValue(Database &database, const QString &key)
{
    Statement row = database.query("SELECT value FROM dateline_meta WHERE key = ?", key);
    return row.next() ? row.text(0) : QString();
}

Error incomplete(const QString &path)
{
    return {Error::Kind::Malformed,
            QCoreApplication::translate("Case",
                                        "“%1” is a damaged case, parts of it are missing: open an earlier copy of it")
                .arg(path),
            path};
}

} // namespace

int schemaOf(Database &database, const QString &path)
{
    if (!database.hasTable(QStringLiteral("gpkg_contents"))) {
        database.fail({Error::Kind::Malformed,
                       QCoreApplication::translate("Case",
                                                   "“%1” is a database but no case of Dateline: choose a .gpkg file "
                                                   "that Dateline made")
                           .arg(path),
                       path});
    } else if (!database.hasTable(QStringLiteral("dateline_meta"))) {
        database.fail({Error::Kind::Unsupported,
                       QCoreApplication::translate("Case",
                                                   "“%1” is a GeoPackage but no case of Dateline: open a case and "
                                                   "import this file into it")
                           .arg(path),
                       path});
    }
    const int schema = metaValue(database, QStringLiteral("schema_version")).toInt();
    if (schema < 1)
        database.fail(incomplete(path));
    return schema;
}

namespace
{

// No case comes near it; beyond it, the next number would be none.
constexpr std::int64_t largestNumber = std::int64_t{1} << 53;

/// Whether @p table has all its columns, as we make them: a table of another sort with the same name can make up a
/// gigabyte for each of its cells, or not keep what is written to it.
bool isPlain(Database &database, const Table &table)
{
    const QString name = QString::fromLatin1(table.name);
    database.run(
        QByteArray("SELECT rowid, id, " + columnList(table) + " FROM " + table.name + " LIMIT 0").toStdString());
    return database.query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND rootpage > 0", name).next()
        && !database.query("SELECT 1 FROM pragma_table_xinfo(?) WHERE hidden <> 0", name).next()
        && !database.query("SELECT 1 FROM sqlite_sequence WHERE name = ? AND seq > ?", name, largestNumber).next()
        && !database.query(("SELECT 1 FROM " + QByteArray(table.name) + " WHERE id > ?").toStdString(), largestNumber)
                .next();
}

} // namespace

void checkTables(Database &database, const QString &path)
{
    if (database.failed())
        return;
    bool plain = true;
    for (const Table *table : allTables())
        plain = plain && isPlain(database, *table);
    plain = plain && !database.query("SELECT 1 FROM history WHERE step > ?", largestNumber).next();
    if (database.takeFailure() || !plain)
        database.fail(incomplete(path));
}

} // namespace dateline
