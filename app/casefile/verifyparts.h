#pragma once

#include "casefile/verify.h"

#include <array>
#include <map>

namespace dateline
{

class Database;

/// Gathers what is found; of each kind no more than can be read.
class Findings
{
public:
    explicit Findings(Verification &verification)
        : m_verification(verification)
    {
    }

    void add(Finding finding);

    /// Notes that reading @p table failed, if it did; then what follows in it cannot be told.
    /// @returns whether it failed.
    bool addFailureOf(Database &database, const QString &table);

private:
    Verification &m_verification;
    std::array<std::size_t, 6> m_counts{};
};

/// A row of the history that made, changed or removed rows of a table.
struct RowEvent
{
    std::int64_t row = 0;
    std::int64_t history = 0; ///< Its id.

    friend auto operator<=>(const RowEvent &, const RowEvent &) = default;
};

/// Many rows that one row of the history made at once.
struct BulkEvent
{
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t history = 0;
};

/// What happened to the rows of one table; 16 bytes a change.
struct TableEvents
{
    std::vector<RowEvent> rows;
    std::vector<BulkEvent> bulk;
};
using EventsByTable = std::map<QByteArray, TableEvents, std::less<>>;

/// What one pass of the check works on.
struct Check
{
    Database &database;
    Verification &verification;
    Findings &findings;
    const std::stop_token &stop;
};

/// Checks every row's hash and place in the history; returns what the history did, to be checked against the tables.
[[nodiscard]] EventsByTable checkChain(const Check &check);

/// Checks the histories that merges took in.
void checkMergedChains(const Check &check);

/// Checks that each table holds what @p events made of it.
void checkReplay(const Check &check, EventsByTable events);

/// Checks the texts and files of documents against their hashes.
void checkContents(const Check &check);

/// Checks that the words of each quote stand in its document.
void checkQuotes(const Check &check);

} // namespace dateline
