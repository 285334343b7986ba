#pragma once

#include "exchange/output.h"

#include <span>
#include <string_view>
#include <vector>

namespace dateline
{

/// Writes the sheet of a workbook (ECMA-376) row by row: the head stays in view, texts stay texts.
class XlsxSheet
{
public:
    static constexpr qint64 mostRows = 1'048'576; ///< That a sheet can have, the head included.
    static constexpr std::size_t longestText = 32'767; ///< In UTF-16 units.

    XlsxSheet(const QString &path, std::span<const std::string_view> head);

    /// False if the sheet has no room for another row.
    [[nodiscard]] bool beginRow();
    void text(std::string_view utf8);
    void number(double value);
    void skip() { ++m_column; } ///< An empty cell.
    void endRow();

    [[nodiscard]] qint64 cutTexts() const { return m_cut; } ///< How many were too long, and end with “…”.
    [[nodiscard]] Result<void> close();

private:
    void beginCell(std::string_view type);

    Output m_out;
    qint64 m_row = 0;
    int m_column = 0;
    qint64 m_cut = 0;
};

/// Makes the workbook at @p path of the sheets in files at @p sheets, called @p names.
[[nodiscard]] Result<void> writeWorkbook(const QString &path, std::span<const QString> sheets,
                                         std::span<const std::string_view> names);

} // namespace dateline
