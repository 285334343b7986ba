#include "casefile/schema.h"

#include "casefile/database.h"
#include "casefile/layerstyle.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <cstring>

namespace dateline
{

namespace
{

constexpr std::array documentColumns{
    Column{"name", "TEXT NOT NULL", "What to call it in a list"},
    Column{"title", "TEXT", "Title, as published"},
    Column{"publisher", "TEXT", "Who published it"},
    Column{"author", "TEXT", "Who wrote it"},
    Column{"address", "TEXT", "Where it was published"},
    Column{"published", "DATETIME", "When it was published, UTC"},
    Column{"published_precision", "TEXT", "How closely that is known: minute, hour, day …"},
    Column{"published_zone", "TEXT", "The time zone it was written in"},
    Column{"retrieved", "DATETIME NOT NULL", "When it was taken into a case, UTC"},
    Column{"language", "TEXT", "BCP 47 language tag"},
    Column{"text_sha256", "TEXT NOT NULL REFERENCES document_text(sha256) DEFERRABLE INITIALLY DEFERRED",
           "SHA-256 of its text in UTF-8; the text is in document_text"},
    Column{"bytes_sha256", "TEXT NOT NULL",
           "SHA-256 of the original file; its bytes are in document_bytes, or are the text's own"},
    Column{"media_type", "TEXT", "Media type of the original file"},
    Column{"file_name", "TEXT", "Name of the original file"},
    Column{"grade", "TEXT", "Reliability of the source, A to F"},
};
constexpr std::array quoteColumns{
    Column{"document_id", "INTEGER NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED",
           "The document that holds the words"},
    Column{"begin_position", "INTEGER NOT NULL", "First Unicode code point in the document's text, from 0"},
    Column{"end_position", "INTEGER NOT NULL", "Past the last Unicode code point"},
    Column{"exact", "TEXT NOT NULL", "The words"},
    Column{"prefix", "TEXT", "Up to 32 code points before"},
    Column{"suffix", "TEXT", "Up to 32 code points after"},
    Column{"speaker", "TEXT", "Who says it, as the document names them"},
};
constexpr std::array incidentColumns{
    Column{"geom", "GEOMETRY", "Where: a point, a line or an area, WGS 84"},
    Column{"title", "TEXT NOT NULL", "What happened"},
    Column{"kind", "TEXT NOT NULL", "Event type, ACLED's term"},
    Column{"sub_kind", "TEXT", "Sub-event type, ACLED's term"},
    Column{"time_begin", "DATETIME", "First minute of when it is said to have happened, UTC"},
    Column{"time_end", "DATETIME", "The minute after the last, UTC"},
    Column{"time_precision", "TEXT", "How closely the time is known: minute, hour, day …"},
    Column{"time_zone", "TEXT", "The zone of local time"},
    Column{"time_as_written", "TEXT", "The words of the time"},
    Column{"place_name", "TEXT", "The place's name"},
    Column{"province", "TEXT", "Province"},
    Column{"country", "TEXT", "ISO 3166-1 alpha-2 code"},
    Column{"location_precision", "TEXT", "exact, near, district, province or country; none if no place is stated"},
    Column{"radius_m", "REAL", "How far from the point it may be, metres"},
    Column{"place_as_written", "TEXT", "The words of the place"},
    Column{"actors", "TEXT", "Who took part: JSON array of names"},
    Column{"losses", "TEXT", "Reported losses: JSON array of kind, low, high, ofWhom, reportedBy"},
    Column{"status", "TEXT NOT NULL", "reported, corroborated, disputed or refuted"},
    Column{"credibility", "INTEGER NOT NULL", "Admiralty credibility 1 to 6; 0 if not graded"},
    Column{"tags", "TEXT", "JSON array"},
    Column{"notes", "TEXT", "The analyst's notes"},
};
constexpr std::array claimColumns{
    Column{"incident_id", "INTEGER NOT NULL REFERENCES incident(id) DEFERRABLE INITIALLY DEFERRED", "The incident"},
    Column{"quote_id", "INTEGER NOT NULL REFERENCES quote(id) DEFERRABLE INITIALLY DEFERRED", "The words about it"},
    Column{"stance", "TEXT NOT NULL", "reports, confirms, adds, disputes or denies"},
};
constexpr std::array figureColumns{
    Column{"title", "TEXT", "Title"},
    Column{"spec", "TEXT NOT NULL", "All that is needed to draw it again, JSON"},
};
constexpr std::array decisionColumns{
    Column{"document_id", "INTEGER NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED",
           "The document that was read"},
    Column{"proposal_key", "TEXT NOT NULL", "What was proposed"},
    Column{"accepted", "BOOLEAN NOT NULL", "Whether it was accepted"},
};
constexpr std::array historyColumns{
    Column{"step", "INTEGER NOT NULL", "Rows of one step were changed together"},
    Column{"action", "TEXT NOT NULL", "do, undo or redo"},
    Column{"target", "INTEGER", "The step that was undone or redone"},
    Column{"time", "DATETIME NOT NULL", "When, UTC"},
    Column{"author", "TEXT NOT NULL", "Who"},
    Column{"label", "TEXT NOT NULL", "What the person did"},
    Column{"table_name", "TEXT NOT NULL", "The table of the row"},
    Column{"row_id", "INTEGER NOT NULL", "Its id"},
    Column{"before", "TEXT", "The row before as JSON, geometry in hexadecimal; none if it was made"},
    Column{"after", "TEXT", "The row after; none if it was removed"},
    Column{"sha256", "TEXT NOT NULL",
           "SHA-256 of the JSON array [sha256 of the row before this one or empty text, id, step, action, target, "
           "time, author, label, table_name, row_id, before, after], compact, UTF-8"},
};
constexpr std::array documentTextColumns{
    Column{"sha256", "TEXT NOT NULL UNIQUE", "SHA-256 of the text in UTF-8"},
    Column{"text", "TEXT NOT NULL", "The text that quotes count in; never changed or removed"},
};
constexpr std::array documentBytesColumns{
    Column{"sha256", "TEXT NOT NULL UNIQUE", "SHA-256 of the bytes"},
    Column{"bytes", "BLOB NOT NULL", "The original file; never changed or removed"},
};

constexpr std::array<const Table *, 9> tables{&documentTable, &quoteTable,        &incidentTable,
                                              &claimTable,    &figureTable,       &decisionTable,
                                              &historyTable,  &documentTextTable, &documentBytesTable};

constexpr auto geoPackageTables = R"sql(
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema',
   'read-write');
CREATE TABLE dateline_meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
)sql";

constexpr auto indexes = R"sql(
CREATE INDEX quote_document ON quote(document_id, begin_position, end_position);
CREATE INDEX claim_incident ON claim(incident_id);
CREATE INDEX claim_quote ON claim(quote_id);
CREATE UNIQUE INDEX decision_proposal ON decision(document_id, proposal_key);
CREATE INDEX history_step ON history(step);
CREATE INDEX history_target ON history(target) WHERE target IS NOT NULL;
CREATE VIRTUAL TABLE document_search USING fts5(
  text, content='document_text', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
)sql";

void createTable(Database &database, const Table &table)
{
    QByteArray sql = QByteArray("CREATE TABLE ") + table.name + " (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
    for (const Column &column : table.columns)
        sql += QByteArray(", ") + column.name + ' ' + column.type;
    database.runScript(sql + ')');
    const QString name = QString::fromLatin1(table.name);
    database.run("INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) "
                 "VALUES(?1, ?2, ?1, ?3, ?4)",
                 name, QString::fromLatin1(table.hasGeometry() ? "features" : "attributes"),
                 QString::fromUtf8(table.about), table.hasGeometry() ? 4326 : 0);
    for (const Column &column : table.columns) {
        database.run("INSERT INTO gpkg_data_columns(table_name, column_name, description) VALUES(?, ?, ?)", name,
                     QString::fromLatin1(column.name), QString::fromUtf8(column.about));
    }
}

QString metaValue(Database &database, const QString &key)
{
    Statement row = database.query("SELECT value FROM dateline_meta WHERE key = ?", key);
    return row.next() ? row.text(0) : QString();
}

bool hasTable(Database &database, const QString &name)
{
    return database.query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name).next();
}

} // namespace

const Table documentTable{"document", "Sources, as they were taken in", documentColumns};
const Table quoteTable{"quote", "Words of documents, found again by position and by themselves", quoteColumns};
const Table incidentTable{"incident", "Reported incidents", incidentColumns};
const Table claimTable{"claim", "Which words speak for or against which incident", claimColumns};
const Table figureTable{"figure", "Saved figures", figureColumns};
const Table decisionTable{"decision", "What was decided on what the program proposed", decisionColumns};
const Table historyTable{"history", "All that was ever done to this case; each row's hash covers the one before",
                         historyColumns};
const Table documentTextTable{"document_text", "Texts of the documents", documentTextColumns};
const Table documentBytesTable{"document_bytes", "Original files of the documents", documentBytesColumns};

bool Table::hasGeometry() const
{
    return std::strcmp(columns.front().type, "GEOMETRY") == 0;
}

std::span<const Table *const> editableTables()
{
    return std::span(tables).first<6>();
}

std::span<const Table *const> allTables()
{
    return tables;
}

QByteArray columnList(const Table &table)
{
    QByteArray list;
    for (const Column &column : table.columns)
        list += (list.isEmpty() ? QByteArray() : QByteArray(", ")) + column.name;
    return list;
}

void createSchema(Database &database, const QString &title)
{
    // “GPKG” and version 1.4: only from 1.4 may a time end at its minutes.
    database.runScript("PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10400");
    database.runScript(geoPackageTables);
    for (const Table *table : allTables())
        createTable(database, *table);
    database.runScript(indexes);
    database.run("INSERT INTO gpkg_geometry_columns VALUES('incident', 'geom', 'GEOMETRY', 4326, 0, 0)");
    database.run(
        "INSERT INTO layer_styles(f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
        "styleQML, useAsDefault, description) VALUES('', '', 'incident', 'geom', 'Dateline', ?, 1, "
        "'Incidents by kind')",
        incidentStyle());
    const auto meta = [&database](const char *key, const QString &value) {
        database.run("INSERT INTO dateline_meta VALUES(?, ?)", QString::fromLatin1(key), value);
    };
    meta("schema_version", QString::number(schemaVersion));
    meta("title", title);
    meta("program_version", QStringLiteral(DATELINE_VERSION));
    meta("created", QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
}

void checkSchema(Database &database, const QString &path)
{
    const auto refuse = [&](Error::Kind kind, const QString &sentence) {
        database.fail({kind, sentence.arg(path), path});
    };
    if (!hasTable(database, QStringLiteral("gpkg_contents"))) {
        refuse(Error::Kind::Malformed,
               QCoreApplication::translate("Case",
                                           "“%1” is a database but no case of Dateline: choose a .gpkg file "
                                           "that Dateline made"));
        return;
    }
    if (!hasTable(database, QStringLiteral("dateline_meta"))) {
        refuse(Error::Kind::Unsupported,
               QCoreApplication::translate("Case",
                                           "“%1” is a GeoPackage but no case of Dateline: open a case and "
                                           "import this file into it"));
        return;
    }
    const int version = metaValue(database, QStringLiteral("schema_version")).toInt();
    if (version > schemaVersion) {
        refuse(Error::Kind::Unsupported,
               QCoreApplication::translate("Case",
                                           "“%1” was made by a newer version of Dateline: update Dateline to "
                                           "open it"));
        return;
    }
    // A case that lost a table or a column must not fail later, in the middle of work.
    for (const Table *table : allTables())
        database.run(
            QByteArray("SELECT id, " + columnList(*table) + " FROM " + table->name + " LIMIT 0").toStdString());
    if (version < 1 || database.failed()) {
        (void)database.takeFailure();
        refuse(Error::Kind::Malformed,
               QCoreApplication::translate("Case",
                                           "“%1” is a damaged case, parts of it are missing: open an earlier "
                                           "copy of it"));
    }
}

} // namespace dateline
