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

} // namespace dateline
