#pragma once

namespace dateline
{

class Database;

/// Enters the terms that columns of a case hold, so that other programs offer them as a choice; see gpkg_schema in the
/// OGC GeoPackage standard. What is entered already stays.
void enterValueLists(Database &database);

} // namespace dateline
