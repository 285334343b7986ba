#include "places/provincefinder.h"

#include "places/outline.h"

#include <sqlite3.h>

#include <cmath>

namespace dateline
{

namespace
{

constexpr double cellDegrees = 2;
constexpr int columns = 200; ///< More than there are cells around the earth.

} // namespace

ProvinceFinder::ProvinceFinder(const PlaceFile &base)
{
    const Statement query =
        base.prepared("SELECT p.name, p.country, o.wkb FROM place p JOIN outline o ON o.place = p.id "
                      "WHERE p.kind = 'province' ORDER BY p.id");
    while (query && sqlite3_step(query.get()) == SQLITE_ROW) {
        std::optional<Geometry> outline = outlineFromWkb(
            {static_cast<const char *>(sqlite3_column_blob(query.get(), 2)), sqlite3_column_bytes(query.get(), 2)});
        const std::optional<LonLatBox> box = outline ? boxOf(*outline) : std::nullopt;
        if (!box)
            continue;
        const auto number = std::uint32_t(m_provinces.size());
        for (double lon = std::floor(box->west / cellDegrees) * cellDegrees; lon <= box->east; lon += cellDegrees) {
            for (double lat = std::floor(box->south / cellDegrees) * cellDegrees; lat <= box->north; lat += cellDegrees)
                m_cells[cellOf({lon, lat})].push_back(number);
        }
        m_provinces.push_back(
            {textOf(query.get(), 0).toUtf8(), textOf(query.get(), 1).toUtf8(), *box, std::move(*outline)});
    }
}

int ProvinceFinder::cellOf(LonLat position)
{
    return int(std::floor(position.lat / cellDegrees)) * columns + int(std::floor(position.lon / cellDegrees));
}

QByteArray ProvinceFinder::provinceAt(LonLat position, std::string_view country) const
{
    const auto cell = m_cells.find(cellOf(position));
    if (cell == m_cells.end())
        return {};
    for (const std::uint32_t number : cell->second) {
        const Province &province = m_provinces[number];
        const bool sameCountry = country.empty()
            || std::string_view(province.country.constData(), std::size_t(province.country.size())) == country;
        if (sameCountry && province.box.contains(position) && contains(province.outline, position))
            return province.name;
    }
    return {};
}

} // namespace dateline
