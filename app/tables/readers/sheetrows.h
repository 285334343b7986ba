#pragma once

#include "tables/readers/foreigntable.h"

namespace dateline
{

/// Hands the rows of a sheet to a taker, all as wide as the first; rows without anything are passed over.
class SheetRows
{
public:
    explicit SheetRows(RecordTaker &taker)
        : m_taker(taker)
    {
    }

    static constexpr std::size_t mostColumns = 4096;

    /// Sets a cell of the row to come; @p column from 0. Those that are too far right make the row a problem.
    void set(std::size_t column, std::string text);

    /// Ends the row with @p number. False: no more is wanted.
    [[nodiscard]] bool end(qint64 number);

    [[nodiscard]] bool isEmpty() const { return m_cells.empty() && !m_tooWide; }

private:
    RecordTaker &m_taker;
    Cells m_cells;
    std::size_t m_width = 0; ///< Of the first row.
    bool m_tooWide = false;
};

} // namespace dateline
