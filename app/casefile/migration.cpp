#include "casefile/migration.h"

#include "casefile/contents.h"
#include "casefile/database.h"
#include "casefile/documentorigins.h"
#include "casefile/geopackageextensions.h"
#include "casefile/geopackagetables.h"
#include "casefile/incidentindexes.h"
#include "casefile/schema.h"

namespace dateline
{

namespace
{

bool has(Database &database, const char *sql, const QString &table, const QString &column = {})
{
    return database.query(sql, table, column).next();
}

// A newer schema only adds tables and columns: what an older one holds keeps its name and meaning.
void addWhatIsMissing(Database &database)
{
    for (const Table *table : allTables()) {
        const QString name = QString::fromLatin1(table->name);
        if (!has(database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND ? = ''", name,
                 QStringLiteral(""))) {
            createTable(database, *table);
            continue;
        }
        for (const Column &column : table->columns) {
            if (!has(database, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?", name,
                     QString::fromLatin1(column.name)))
                addColumn(database, *table, column);
        }
    }
}

void moveTitle(Database &database)
{
    database.run("INSERT INTO case_info(id, title) "
                 "SELECT 1, ifnull((SELECT value FROM dateline_meta WHERE key = 'title'), '')");
    database.run("DELETE FROM dateline_meta WHERE key = 'title'");
}

} // namespace

void migrate(Database &database, int version)
{
    addWhatIsMissing(database);
    addFingerprints(database);
    createIndexes(database);
    describeColumns(database);
    addExtensions(database);
    mendIncidentIndexes(database);
    addStyle(database);
    if (version < 2)
        moveTitle(database);
    describeContents(database);
    stampSchema(database);
}

} // namespace dateline
