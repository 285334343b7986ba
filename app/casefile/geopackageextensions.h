#pragma once

namespace dateline
{

class Database;

/// Enters in the OGC standard's tables how the tables of a case are related, what their columns may hold, and where
/// what the case says of itself lies. What is entered already stays.
void addExtensions(Database &database);

} // namespace dateline
