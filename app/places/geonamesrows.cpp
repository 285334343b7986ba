#include "places/geonamesrows.h"

#include "places/addplacestext.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

// Columns of GeoNames' “geoname” table.
enum Column : std::uint8_t {
    NameColumn = 1,
    AlternateNames = 3,
    Latitude = 4,
    Longitude = 5,
    FeatureClass = 6,
    FeatureCode = 7,
    Country = 8,
    Admin1 = 10,
    Population = 14,
    TimeZone = 17,
    Modified = 18
};

struct Feature
{
    std::string_view code; ///< Class and the beginning of the code: “A.ADM1”. The first row that fits counts.
    std::string_view kind;
    int radiusMetres; ///< A usual extent, since dumps have points only; 0: by the population.
};

constexpr std::array features{
    Feature{"A.ADM1", "province", 80'000},   Feature{"A.ADM2", "district", 25'000},
    Feature{"A.ADM", "district", 8'000},     Feature{"A.PCL", "country", 300'000},
    Feature{"A.", "region", 30'000},         Feature{"P.", "settlement", 0},
    Feature{"H.SEA", "water", 300'000},      Feature{"H.GULF", "water", 100'000},
    Feature{"H.BAY", "water", 10'000},       Feature{"H.LK", "water", 5'000},
    Feature{"H.RSV", "water", 5'000},        Feature{"H.STRT", "water", 30'000},
    Feature{"H.STM", "river", 20'000},       Feature{"H.CNL", "river", 20'000},
    Feature{"T.MTS", "mountain", 30'000},    Feature{"T.MT", "mountain", 3'000},
    Feature{"T.PK", "mountain", 2'000},      Feature{"T.PASS", "pass", 2'000},
    Feature{"T.ISL", "region", 10'000},      Feature{"T.PEN", "region", 30'000},
    Feature{"T.CAPE", "region", 3'000},      Feature{"T.DSRT", "region", 100'000},
    Feature{"L.RGN", "region", 50'000},      Feature{"L.CONT", "region", 2'500'000},
    Feature{"L.MILB", "military", 3'000},    Feature{"S.AIR", "other", 3'000},
    Feature{"S.DAM", "other", 2'000},        Feature{"S.INSM", "military", 2'000},
    Feature{"S.PSTB", "other", 1'000},       Feature{"S.NUC", "other", 2'000},
    Feature{"S.CMPRF", "settlement", 2'000},
};

const Feature *featureOf(std::string_view featureClass, std::string_view code)
{
    const auto fits = [&](const Feature &feature) {
        return feature.code.front() == featureClass.front() && code.starts_with(feature.code.substr(2));
    };
    const auto feature = std::ranges::find_if(features, fits);
    return feature == features.end() ? nullptr : &*feature;
}

/// “EVN”, “http://…”, “02124”: codes and addresses, which stand among the alternate names.
bool isCode(std::string_view name)
{
    constexpr std::size_t longestCode = 4;
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto isNoLetter = [](char c) { return c >= 0 && (c < 'A' || (c > 'Z' && c < 'a') || c > 'z'); };
    return (name.size() <= longestCode && std::ranges::all_of(name, isCapital)) || name.find("://") != name.npos
        || std::ranges::all_of(name, isNoLetter);
}

} // namespace

bool GeoNamesRows::isLine(std::string_view line)
{
    return std::size_t(std::ranges::count(line, '\t')) + 1 == columns;
}

RowOutcome GeoNamesRows::read(std::string_view line, PlaceRow &row)
{
    splitInto(line, '\t', m_cells);
    if (m_cells.size() != columns)
        return {RowOutcome::Kind::Refused, AddPlacesText::tr("has %1 columns instead of 19").arg(m_cells.size())};
    const std::optional<double> lat = numberFrom(m_cells[Latitude]);
    const std::optional<double> lon = numberFrom(m_cells[Longitude]);
    if (!lat || !lon || std::abs(*lat) > 90 || std::abs(*lon) > 180)
        return {RowOutcome::Kind::Refused, AddPlacesText::tr("has no latitude and longitude in columns 5 and 6")};
    if (m_cells[NameColumn].empty())
        return {RowOutcome::Kind::Refused, AddPlacesText::tr("has no name in column 2")};
    const Feature *feature =
        m_cells[FeatureClass].empty() ? nullptr : featureOf(m_cells[FeatureClass], m_cells[FeatureCode]);
    if (feature == nullptr)
        return {RowOutcome::Kind::LeftOut, {}};
    row.name = m_cells[NameColumn];
    row.kind = feature->kind;
    row.position = {*lon, *lat};
    row.population = qint64(numberFrom(m_cells[Population]).value_or(0));
    row.radiusMetres = feature->radiusMetres > 0 ? feature->radiusMetres : settlementRadius(row.population);
    row.country = m_cells[Country];
    row.province = m_cells[Admin1]; // A code; whoever writes the row knows the name.
    row.timeZone = m_cells[TimeZone];
    splitInto(m_cells[AlternateNames], ',', row.otherNames);
    std::erase_if(row.otherNames, isCode);
    return {};
}

} // namespace dateline
