#pragma once

#include "places/placerow.h"

namespace dateline
{

/// Reads the lines of GeoNames' country and “cities” dumps: 19 columns parted by tabs, no header.
class GeoNamesRows
{
public:
    static constexpr std::size_t columns = 19;

    /// True if @p line is a line of such a dump.
    [[nodiscard]] static bool isLine(std::string_view line);

    /// Reads @p line into @p row. Kinds that reports hardly name, such as farms, hotels and schools, are left out: their
    /// names are mostly other words.
    [[nodiscard]] RowOutcome read(std::string_view line, PlaceRow &row);

private:
    std::vector<std::string_view> m_cells;
};

} // namespace dateline
