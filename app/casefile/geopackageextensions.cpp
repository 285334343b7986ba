#include "casefile/geopackageextensions.h"

#include "casefile/database.h"
#include "casefile/valuelists.h"

#include <array>
#include <utility>

namespace dateline
{

namespace
{

// Every statement may run again on a case that has it all: older cases get what they lack when they are migrated.

constexpr auto schemaExtension = R"sql(
CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
)sql";

constexpr auto metadataExtension = R"sql(
CREATE TABLE IF NOT EXISTS gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
)sql";

// The tables that map one table's rows to another's are views of claim and quote: nothing is kept twice.
constexpr auto relatedTablesExtension = R"sql(
CREATE TABLE IF NOT EXISTS gpkgext_relations (
  id INTEGER PRIMARY KEY AUTOINCREMENT, base_table_name TEXT NOT NULL, base_primary_column TEXT NOT NULL DEFAULT 'id',
  related_table_name TEXT NOT NULL, related_primary_column TEXT NOT NULL DEFAULT 'id',
  relation_name TEXT NOT NULL, mapping_table_name TEXT NOT NULL UNIQUE);
CREATE VIEW IF NOT EXISTS incident_quotes AS
  SELECT id, incident_id AS base_id, quote_id AS related_id FROM claim;
CREATE VIEW IF NOT EXISTS quote_documents AS
  SELECT id, id AS base_id, document_id AS related_id FROM quote;
CREATE VIEW IF NOT EXISTS incident_documents AS
  SELECT c.id, c.incident_id AS base_id, q.document_id AS related_id FROM claim c JOIN quote q ON q.id = c.quote_id
  WHERE NOT EXISTS (SELECT 1 FROM claim o JOIN quote p ON p.id = o.quote_id
                    WHERE o.incident_id = c.incident_id AND o.id < c.id AND p.document_id = q.document_id);
)sql";

struct Extension
{
    const char *table;
    const char *name;
    const char *definition;
};

constexpr auto schemaDefinition = "http://www.geopackage.org/spec140/#extension_schema";
constexpr auto metadataDefinition = "http://www.geopackage.org/spec140/#extension_metadata";
constexpr auto relatedTablesDefinition = "http://www.opengis.net/doc/IS/gpkg-rte/1.0";

constexpr std::array extensions{
    Extension{"gpkg_data_columns", "gpkg_schema", schemaDefinition},
    Extension{"gpkg_data_column_constraints", "gpkg_schema", schemaDefinition},
    Extension{"gpkg_metadata", "gpkg_metadata", metadataDefinition},
    Extension{"gpkg_metadata_reference", "gpkg_metadata", metadataDefinition},
    Extension{"gpkgext_relations", "gpkg_related_tables", relatedTablesDefinition},
    Extension{"incident_quotes", "gpkg_related_tables", relatedTablesDefinition},
    Extension{"quote_documents", "gpkg_related_tables", relatedTablesDefinition},
    Extension{"incident_documents", "gpkg_related_tables", relatedTablesDefinition},
};

struct Relation
{
    const char *base;
    const char *related;
    const char *mapping;
    const char *about;
};

constexpr std::array relations{
    Relation{"incident", "quote", "incident_quotes", "Which words are about which incident"},
    Relation{"quote", "document", "quote_documents", "Which document holds which words"},
    Relation{"incident", "document", "incident_documents", "Which documents an incident rests on"},
};

QString latin1(const char *text)
{
    return QString::fromLatin1(text);
}

void enterExtensions(Database &database)
{
    for (const Extension &extension : extensions) {
        // The rule against doubles does not hold for rows without a column.
        database.run("INSERT INTO gpkg_extensions SELECT ?1, NULL, ?2, ?3, 'read-write' WHERE NOT EXISTS "
                     "(SELECT 1 FROM gpkg_extensions WHERE table_name = ?1 AND extension_name = ?2)",
                     latin1(extension.table), latin1(extension.name), latin1(extension.definition));
    }
}

void enterRelations(Database &database)
{
    for (const Relation &relation : relations) {
        const QString mapping = latin1(relation.mapping);
        database.run("INSERT OR IGNORE INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) "
                     "VALUES(?1, 'attributes', ?1, ?2, 0)",
                     mapping, latin1(relation.about));
        database.run("INSERT OR IGNORE INTO gpkgext_relations(base_table_name, related_table_name, relation_name, "
                     "mapping_table_name) VALUES(?, ?, 'attributes', ?)",
                     latin1(relation.base), latin1(relation.related), mapping);
        for (const auto &[column, table] : {std::pair("base_id", relation.base), {"related_id", relation.related}}) {
            database.run("INSERT OR IGNORE INTO gpkg_data_columns(table_name, column_name, description) "
                         "VALUES(?, ?, 'The id in the table ' || ?)",
                         mapping, latin1(column), latin1(table));
        }
    }
}

} // namespace

void addExtensions(Database &database)
{
    database.runScript(schemaExtension);
    database.runScript(metadataExtension);
    database.runScript(relatedTablesExtension);
    enterExtensions(database);
    enterRelations(database);
    enterValueLists(database);
}

} // namespace dateline
