#include "places/placetable.h"

#include "places/addplacestext.h"

#include <algorithm>

namespace dateline
{

namespace
{

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return lower;
}

constexpr std::array kinds{"settlement", "region",   "province", "country", "district", "water",
                           "river",      "mountain", "pass",     "road",    "military", "other"};

// What people and programs write above each column.
constexpr std::array<std::string_view, 8> headings{
    "|name|place|",
    "|latitude|lat|y|",
    "|longitude|lon|lng|long|x|",
    "|kind|type|class|",
    "|country|iso|country code|",
    "|province|admin1|region|state|",
    "|population|pop|",
    "|alternative names|alternate names|alternatenames|other names|aliases|"};

} // namespace

Result<PlaceTable> PlaceTable::fromHeader(std::string_view header)
{
    PlaceTable table;
    const auto count = [&](char c) { return std::ranges::count(header, c); };
    table.m_delimiter = count('\t') > 0 ? '\t' : count(';') > count(',') ? ';' : ',';
    if (header.starts_with("\xEF\xBB\xBF"))
        header.remove_prefix(3);
    table.m_columns.fill(-1);
    (void)table.split(header);
    for (std::size_t column = 0; column < table.m_cells.size(); ++column) {
        std::string name = lowerCase(table.m_cells[column]);
        std::ranges::replace(name, '_', ' ');
        const auto at =
            std::ranges::find_if(headings, [&](std::string_view h) { return h.contains('|' + name + '|'); });
        if (at != headings.end() && table.m_columns[std::size_t(at - headings.begin())] < 0)
            table.m_columns[std::size_t(at - headings.begin())] = int(column);
    }
    if (table.m_columns[Name] < 0 || table.m_columns[Latitude] < 0 || table.m_columns[Longitude] < 0) {
        return failure(Error::Kind::Malformed,
                       AddPlacesText::tr(
                           "The file is neither a GeoNames dump nor a table; begin a table with a line that names the "
                           "columns name, latitude and longitude"));
    }
    return table;
}

RowOutcome PlaceTable::read(std::string_view line, PlaceRow &row)
{
    if (!split(line))
        return {RowOutcome::Kind::Refused, AddPlacesText::tr("has a quotation mark that is not closed")};
    if (cell(Name).empty())
        return {RowOutcome::Kind::Refused, AddPlacesText::tr("has no name")};
    const std::optional<double> lat = numberFrom(cell(Latitude));
    const std::optional<double> lon = numberFrom(cell(Longitude));
    if (!lat || !lon || std::abs(*lat) > 90 || std::abs(*lon) > 180) {
        return {RowOutcome::Kind::Refused,
                AddPlacesText::tr(
                    "has no latitude between −90 and 90 and longitude between −180 and 180, in degrees with a point")};
    }
    m_kind = cell(Kind).empty() ? "settlement" : lowerCase(cell(Kind));
    if (!std::ranges::contains(kinds, m_kind))
        return {RowOutcome::Kind::Refused,
                AddPlacesText::tr("calls the kind “%1”, which is none").arg(QString::fromStdString(m_kind))};
    const std::optional<double> population = cell(Population).empty() ? 0.0 : numberFrom(cell(Population));
    if (!population || *population < 0 || *population > 1e11)
        return {RowOutcome::Kind::Refused, AddPlacesText::tr("has a population that is no number")};
    constexpr std::size_t codeSize = 2;
    if (!cell(Country).empty() && cell(Country).size() != codeSize)
        return {RowOutcome::Kind::Refused,
                AddPlacesText::tr("has no two-letter country code such as AM in its country column")};
    row.name = cell(Name);
    row.kind = m_kind;
    row.position = {*lon, *lat};
    row.population = qint64(*population);
    constexpr int areaRadius = 20'000; // Nothing tells how large the area is.
    const bool isArea = m_kind == "region" || m_kind == "province" || m_kind == "country" || m_kind == "district";
    row.radiusMetres = isArea ? areaRadius : settlementRadius(row.population);
    row.country = cell(Country);
    row.province = cell(Province);
    row.timeZone = {};
    const std::string_view others = cell(OtherNames);
    splitInto(others, others.contains('|') || m_delimiter == ';' ? '|' : ';', row.otherNames);
    return {};
}

bool PlaceTable::split(std::string_view line)
{
    m_cells.assign(1, {});
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            m_cells.back() += line[++i];
        else if (c == '"' && (quoted || m_cells.back().empty()))
            quoted = !quoted;
        else if (c == m_delimiter && !quoted)
            m_cells.emplace_back();
        else
            m_cells.back() += c;
    }
    for (std::string &cell : m_cells) {
        cell.erase(0, std::min(cell.find_first_not_of(' '), cell.size()));
        cell.erase(cell.find_last_not_of(' ') + 1);
    }
    return !quoted;
}

std::string_view PlaceTable::cell(Field field) const
{
    const int column = m_columns[field];
    return column < 0 || std::size_t(column) >= m_cells.size() ? std::string_view() : m_cells[std::size_t(column)];
}

} // namespace dateline
