#pragma once

namespace dateline
{

class Database;
struct Column;
struct Table;

/// Makes the tables that the OGC GeoPackage standard asks for, without any contents in them.
void createGeoPackageTables(Database &database);

// Makes a table or a column of a case and enters it, with its description, in the tables of the standard.
void createTable(Database &database, const Table &table);
void addColumn(Database &database, const Table &table, const Column &column);

/// Describes the columns of all tables in the words of this version.
void describeColumns(Database &database);

/// Gives the incidents the style that QGIS draws them in, unless they have one that a person made.
void addStyle(Database &database);

} // namespace dateline
