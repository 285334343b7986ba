#include "casefile/transaction.h"

#include <sqlite3.h>

namespace dateline
{

Transaction::Transaction(Database &database)
    : m_database(database)
{
    m_database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // Not through run(): after a failure that would do nothing.
    if (m_database.inTransaction())
        sqlite3_exec(m_database.m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.run("COMMIT");
}

BulkJournal::BulkJournal(Database &database)
    : m_database(database)
{
    // Not through run(): that somebody reads the case is no failure.
    sqlite3_busy_timeout(m_database.m_handle, 0);
    sqlite3_exec(m_database.m_handle, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    sqlite3_busy_timeout(m_database.m_handle, Database::busyMilliseconds);
}

BulkJournal::~BulkJournal()
{
    sqlite3_exec(m_database.m_handle, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
}

} // namespace dateline
