#pragma once

#include "casefile/database.h"
#include "casefile/rowdigest.h"
#include "casefile/schema.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline
{

/// A cell on its way into the case. Texts and blobs are views.
struct CellValue
{
    Statement::Type type = Statement::Type::Null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view bytes; ///< Of a text or a blob.
};
[[nodiscard]] inline CellValue cellOf(std::int64_t integer)
{
    return {Statement::Type::Integer, integer, 0, {}};
}
[[nodiscard]] inline CellValue cellOf(double real)
{
    return {Statement::Type::Real, 0, real, {}};
}
[[nodiscard]] inline CellValue textCell(std::string_view utf8)
{
    return {Statement::Type::Text, 0, 0, utf8};
}
/// As in every row of a case, an empty text is no text.
[[nodiscard]] inline CellValue textOrNull(std::string_view utf8)
{
    return utf8.empty() ? CellValue{} : textCell(utf8);
}
[[nodiscard]] inline CellValue blobCell(std::string_view bytes)
{
    return {Statement::Type::Blob, 0, 0, bytes};
}

/// New rows of one table, with their forms for the digest; a row's cells lie in its form.
class RowBatch
{
public:
    explicit RowBatch(const Table &table);

    /// Adds a row. @param cells in the order of the table's columns; copied.
    void add(std::span<const CellValue> cells);

    /// Takes the last row away again.
    void removeLast();

    [[nodiscard]] std::size_t rows() const { return m_ends.size(); }
    [[nodiscard]] std::string_view form(std::size_t row) const;

    /// Takes all rows away; their room stays for others.
    void clear();

    /// Writes the rows into the table as numbers @p firstId and up.
    void insertInto(Database &database, std::int64_t firstId) const;

private:
    struct Cell
    {
        Statement::Type type = Statement::Type::Null;
        std::uint64_t value = 0; ///< The bits of a number; where a text or a blob begins.
        std::size_t size = 0;
    };
    struct End
    {
        std::size_t form = 0;
        std::size_t blobs = 0;
    };

    [[nodiscard]] Cell added(const char *column, const CellValue &value);
    void bindRow(Statement &statement, int index, std::size_t row, std::int64_t id) const;

    const Table &m_table;
    RowForm m_form;
    std::string m_forms;
    std::string m_blobs;
    std::vector<Cell> m_cells;
    std::vector<End> m_ends;
};

} // namespace dateline
