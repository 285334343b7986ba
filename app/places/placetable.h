#pragma once

#include "base/result.h"
#include "places/placerow.h"

#include <array>
#include <string>

namespace dateline
{

/// Reads the lines of a person's own table: a header, then one place a line, parted by tabs, commas or semicolons.
///
/// The header has name, latitude and longitude, and may have kind, country, province, population and alternative names,
/// in any order; a cell may stand in quotation marks. Alternative names are parted by “|” or by semicolons.
class PlaceTable
{
public:
    /// The table whose header is @p header; Malformed if a column that it needs is missing.
    [[nodiscard]] static Result<PlaceTable> fromHeader(std::string_view header);

    [[nodiscard]] RowOutcome read(std::string_view line, PlaceRow &row);

private:
    enum Field : std::uint8_t {
        Name,
        Latitude,
        Longitude,
        Kind,
        Country,
        Province,
        Population,
        OtherNames,
        FieldCount
    };

    [[nodiscard]] bool split(std::string_view line);
    [[nodiscard]] std::string_view cell(Field field) const;

    char m_delimiter = ',';
    std::array<int, FieldCount> m_columns{}; ///< Which column holds each field; −1 for none.
    std::vector<std::string> m_cells;
    std::string m_kind;
};

} // namespace dateline
