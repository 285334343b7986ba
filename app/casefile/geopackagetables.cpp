#include "casefile/geopackagetables.h"

#include "casefile/database.h"
#include "casefile/layerstyle.h"
#include "casefile/schema.h"

namespace dateline
{

namespace
{

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
)sql";

// As QGIS makes it when a person saves a style in the file.
constexpr auto styleTable = R"sql(
CREATE TABLE IF NOT EXISTS layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
)sql";

void describe(Database &database, const Table &table, const Column &column)
{
    const QString name = QString::fromLatin1(column.name);
    const QString words = name.first(1).toUpper() + name.sliced(1).replace(u'_', u' ');
    database.run(
        "INSERT INTO gpkg_data_columns(table_name, column_name, name, description) VALUES(?, ?, ?, ?) "
        "ON CONFLICT(table_name, column_name) DO UPDATE SET name = excluded.name, description = excluded.description",
        QString::fromLatin1(table.name), name, words, QString::fromUtf8(column.about));
}

} // namespace

void createGeoPackageTables(Database &database)
{
    // “GPKG” and version 1.4: only from 1.4 may a time end at its minutes.
    database.runScript("PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10400");
    database.runScript(geoPackageTables);
}

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
    if (table.hasGeometry()) {
        database.run("INSERT INTO gpkg_geometry_columns VALUES(?, ?, ?, 4326, 0, 0)", name,
                     QString::fromLatin1(table.columns.front().name), QString::fromLatin1(table.columns.front().type));
    }
    for (const Column &column : table.columns)
        describe(database, table, column);
}

void addColumn(Database &database, const Table &table, const Column &column)
{
    database.runScript(QByteArray("ALTER TABLE ") + table.name + " ADD COLUMN " + column.name + ' ' + column.type);
    describe(database, table, column);
}

void describeColumns(Database &database)
{
    for (const Table *table : allTables()) {
        for (const Column &column : table->columns)
            describe(database, *table, column);
    }
}

void addStyle(Database &database)
{
    database.runScript(styleTable);
    // Without this row, GDAL does not show the table to QGIS.
    database.run("INSERT OR IGNORE INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) "
                 "VALUES('layer_styles', 'attributes', 'layer_styles', 'How QGIS draws the layers', 0)");
    database.run(
        "INSERT INTO layer_styles(f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
        "styleQML, useAsDefault, description) SELECT '', '', 'incident', 'geom', 'Dateline', ?, 1, "
        "'As Dateline draws incidents' WHERE NOT EXISTS (SELECT 1 FROM layer_styles WHERE f_table_name = 'incident')",
        incidentStyle());
    // The style of the first version. QGIS writes many more attributes when it saves a style under the same name.
    database.run("UPDATE layer_styles SET styleQML = ?, update_time = strftime('%Y-%m-%dT%H:%M:%fZ','now') "
                 "WHERE styleName = 'Dateline' AND styleQML LIKE '%<renderer-v2 type=\"categorizedSymbol\" "
                 "attr=\"kind\" enableorderby=\"0\"><categories>%'",
                 incidentStyle());
}

} // namespace dateline
