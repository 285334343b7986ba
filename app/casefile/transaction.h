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

/// The way of writing that suits hundreds of megabytes in one transaction: into the file itself instead of into a log
/// beside it and then into the file. A kill in the middle leaves the old case in the same way. Make it before the
/// Transaction. Where somebody reads the case just now, the log remains, which is slower.
class BulkJournal
{
public:
    explicit BulkJournal(Database &database);
    ~BulkJournal();
    BulkJournal(const BulkJournal &) = delete;
    BulkJournal &operator=(const BulkJournal &) = delete;

private:
    Database &m_database;
};

} // namespace dateline
