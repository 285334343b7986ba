#pragma once

#include "casefile/database.h"

namespace dateline
{

/// A write transaction: taken back when it goes, unless committed.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Puts the work on disk; if that fails, the database knows why and the work is taken back.
    void commit();

private:
    Database &m_database;
};

} // namespace dateline
