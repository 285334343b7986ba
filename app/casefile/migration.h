#pragma once

namespace dateline
{

class Database;

/// Brings the open case from schema @p version to the present one, inside the caller's transaction.
void migrate(Database &database, int version);

} // namespace dateline
