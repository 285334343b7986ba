#pragma once

#include "base/sha256.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline
{

class Database;
class Statement;
struct Table;

// Many rows that were made at once have one row of history. Its row_id and last_row_id are the first and last id, its
// before is null, and its after is
//
//     {"blocks":["…","…"],"rows":2500,"sha256":"…"}
//
// rows: last_row_id − row_id + 1: every id between the two was made.
// blocks: the SHA-256, in lower-case hexadecimal, of each 1000 rows in the order of their ids; the last block may be
//     shorter. So a row that was tampered with is found to within a thousand.
// sha256: the SHA-256 of the blocks' digests, 32 bytes each, one after the other.
//
// A block's digest is over the forms of its rows, one after the other. The form of a row is, for every column but id
// that is not null, in the order of the columns' names (by bytes), the column's name, “=”, the length of the value in
// bytes as a decimal number, “:”, the value and a line feed; and one more line feed at the end of the row:
//
//     country=2:AM⏎credibility=1:0⏎kind=11:Strategic developments⏎…⏎⏎      (⏎ is the byte 0A)
//
// The value of a text is its UTF-8, of an integer its decimal digits with “-” before a negative one, of a blob
// (geometry) its bytes in lower-case hexadecimal, and of a REAL its 8 bytes of IEEE 754, the highest first, in
// lower-case hexadecimal. Because null is left out, a column that a later version adds changes no digest.
//
// A row's form comes from its table as long as no later row of history names it; else from the before of the first
// later row of history that does (same table_name and row_id, higher id).

/// How many rows have one digest of their own.
inline constexpr std::int64_t rowsInBlock = 1000;

/// Writes down the rows of one table for their digest.
class RowForm
{
public:
    explicit RowForm(const Table &table);

    /// Adds the form of the row that @p row holds, the table's first column at column @p at, to @p out.
    void append(std::string &out, const Statement &row, int at) const;
    /// The same from a row of history.
    void append(std::string &out, const QJsonObject &row) const;

    /// The table's columns in the order of their names, as places in Table::columns.
    [[nodiscard]] const std::vector<std::size_t> &order() const { return m_order; }

private:
    const Table &m_table;
    std::vector<std::size_t> m_order;
};

// The value of one column of a form.
void appendText(std::string &out, std::string_view column, std::string_view utf8);
void appendInteger(std::string &out, std::string_view column, std::int64_t value);
void appendReal(std::string &out, std::string_view column, double value);
void appendBlob(std::string &out, std::string_view column, std::string_view bytes);

/// Digests rows, from the first to the last.
class RowsDigest
{
public:
    /// Adds the form of the next row.
    void add(std::string_view form);
    [[nodiscard]] std::int64_t rows() const { return m_rows; }

    /// What history keeps of them; call it once.
    [[nodiscard]] QJsonObject taken();

private:
    void endBlock();

    Sha256 m_block;
    Sha256 m_whole;
    QJsonArray m_blocks;
    std::int64_t m_rows = 0;
};

/// What history must have kept of rows @p first to @p last of @p table, which its row number @p historyRow says were
/// made at once: computed from the table and the later history. Compare it with that row's after.
[[nodiscard]] QJsonObject recomputedDigest(Database &database, const Table &table, std::int64_t first,
                                           std::int64_t last, std::int64_t historyRow);

} // namespace dateline
