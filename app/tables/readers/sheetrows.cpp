#include "tables/readers/sheetrows.h"

#include "tables/tablestext.h"

#include <utility>

namespace dateline
{

void SheetRows::set(std::size_t column, std::string text)
{
    if (text.empty())
        return;
    m_tooWide = m_tooWide || column >= mostColumns;
    if (m_tooWide)
        return;
    if (m_cells.size() <= column)
        m_cells.resize(column + 1);
    m_cells[column] = std::move(text);
}

bool SheetRows::end(qint64 number)
{
    bool goesOn = true;
    if (std::exchange(m_tooWide, false)) {
        goesOn = m_taker.takeProblem(
            number, {}, {}, TablesText::tr("The row has more than %1 cells: check it").arg(mostColumns).toStdString());
    } else if (!m_cells.empty()) {
        if (m_width == 0)
            m_width = m_cells.size();
        m_cells.resize(std::max(m_cells.size(), m_width));
        goesOn = m_taker.takeRecord(number, m_cells);
    }
    m_cells.clear();
    return goesOn;
}

} // namespace dateline
