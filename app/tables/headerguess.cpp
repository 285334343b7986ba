#include "tables/mappingguess.h"

#include "tables/cells.h"
#include "tables/mappeddate.h"

#include <algorithm>

namespace dateline
{

namespace
{

std::size_t filledCells(const std::vector<std::string> &record)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(record, [](const std::string &cell) { return !trimmed(cell).empty(); }));
}

bool isDatum(std::string_view cell)
{
    return decimalFrom(cell) || dateInOrder(cell, DateOrder::DayFirst) || dateInOrder(cell, DateOrder::MonthFirst)
        || looseTimeOfDay(cell) || cell.contains("://");
}

/// Names are words, and each stands once.
bool areNames(const std::vector<std::string> &record)
{
    std::vector<std::string> names;
    for (const std::string &cell : record) {
        constexpr std::size_t longestName = 160; // Bytes; survey forms have whole questions.
        const std::string_view name = trimmed(cell);
        if (name.empty())
            continue;
        if (isDatum(name) || name.size() > longestName)
            return false;
        names.push_back(smallLetters(name));
    }
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) == names.end();
}

} // namespace

int guessHeaderRow(const TableRecords &records)
{
    constexpr std::size_t looked = 50;
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < std::min(looked, records.size()); ++i)
        widths.push_back(filledCells(records[i]));
    if (widths.empty())
        return 0;
    std::vector<std::size_t> sorted = widths;
    std::ranges::sort(sorted);
    const std::size_t usual = sorted[sorted.size() / 2];
    for (std::size_t i = 0; i < std::min(widths.size(), mostHeaderRows); ++i) {
        // Titles and notes above a table fill a cell or two.
        if (widths[i] < std::min<std::size_t>(2, usual) || 5 * widths[i] < 3 * usual)
            continue;
        return areNames(records[i]) ? static_cast<int>(i) + 1 : 0;
    }
    return 0;
}

} // namespace dateline
