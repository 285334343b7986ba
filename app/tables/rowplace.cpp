#include "geo/shapetext.h"
#include "tables/rowdraft.h"
#include "tables/tablestext.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

/// Why a shape is not one that an incident has; empty if it is.
QString refusalOfShape(const Geometry &shape)
{
    const auto shortest = shape.type == Geometry::Type::Polygon ? std::size_t{4}
        : shape.type == Geometry::Type::Line                    ? std::size_t{2}
                                                                : std::size_t{1};
    if (shape.type == Geometry::Type::Point && shape.parts.size() > 1)
        return TablesText::tr("It has %1 points: give each a row of its own").arg(shape.parts.size());
    if (std::ranges::any_of(shape.parts, [&](const auto &part) { return part.size() < shortest; }))
        return TablesText::tr("A line has at least two positions and the edge of an area four: draw it anew");
    return {};
}

} // namespace

void RowDraft::readPlace()
{
    row.place = cell(Role::Place);
    row.province = cell(Role::Province);
    if (const std::string_view country = cell(Role::Country); !country.empty())
        row.country = countryCode(country);
    readPosition();
    if (row.point || row.geometry || !row.place.empty() || !row.province.empty() || !row.country.empty())
        readPrecision();
}

void RowDraft::readPosition()
{
    if (const std::optional<Found> shape = find(Role::Shape)) {
        readShape(*shape);
        return;
    }
    if (m_positions) {
        readMappedPosition();
        return;
    }
    if (const std::optional<Found> both = find(Role::LatLon)) {
        readLatLon(*both);
        return;
    }
    const std::optional<Found> latitude = find(Role::Latitude);
    const std::optional<Found> longitude = find(Role::Longitude);
    if (!latitude && !longitude)
        return;
    if (!latitude || !longitude) {
        const auto &missing = m_columns[static_cast<std::size_t>(latitude ? Role::Longitude : Role::Latitude)];
        const std::size_t there = latitude ? latitude->column : longitude->column;
        refuse(missing.empty() ? there : missing.front(),
               TablesText::tr("A place needs both its latitude and its longitude: add the one that is missing"));
        return;
    }
    readDegrees(*latitude, latitude->text, *longitude, longitude->text);
}

void RowDraft::readLatLon(const Found &text)
{
    std::string_view inner = text.text;
    if (inner.front() == '[' || inner.front() == '(')
        inner.remove_prefix(1);
    if (inner.ends_with(']') || inner.ends_with(')'))
        inner.remove_suffix(1);
    m_names.clear();
    addParts(m_names, inner, inner.contains(';') ? ";" : ", \t\n");
    if (m_names.size() == 2)
        readDegrees(text, m_names[0], text, m_names[1]);
    else
        refuse(text.column,
               TablesText::tr("A place is its latitude and its longitude: write it like 39.5077, 46.3386"));
}

void RowDraft::readDegrees(const Found &latitude, std::string_view latitudeText, const Found &longitude,
                           std::string_view longitudeText)
{
    const std::optional<double> lat = decimalFrom(latitudeText);
    const std::optional<double> lon = decimalFrom(longitudeText);
    if (!lat || !lon) {
        refuse(lat ? longitude.column : latitude.column,
               TablesText::tr("This is no number of degrees: write it like 39.5077"));
        return;
    }
    if (!refuseOffEarth({*lon, *lat}, latitude.column, longitude.column))
        row.point = LonLat{*lon, *lat};
}

bool RowDraft::refuseOffEarth(LonLat at, std::size_t latitudeColumn, std::size_t longitudeColumn)
{
    const bool isSwapped = std::abs(at.lat) > 90 && std::abs(at.lat) <= 180 && std::abs(at.lon) <= 90;
    if (isSwapped) {
        refuse(latitudeColumn,
               TablesText::tr("No latitude is beyond 90 degrees: latitude and longitude seem to be swapped"));
        return true;
    }
    // Also for what is no number.
    if (std::abs(at.lat) <= 90 && std::abs(at.lon) <= 180)
        return false;
    refuse(std::abs(at.lat) <= 90 ? longitudeColumn : latitudeColumn,
           TablesText::tr("This is not on the earth: a latitude is from −90 to 90, a longitude from −180 to 180"));
    return true;
}

void RowDraft::readShape(const Found &text)
{
    std::optional<Geometry> shape = shapeFromText(text.text);
    if (!shape) {
        refuse(text.column,
               TablesText::tr("This is no shape in well-known text: write it like POINT (46.3386 39.5077)"));
        return;
    }
    if (const QString reason = refusalOfShape(*shape); !reason.isEmpty()) {
        refuse(text.column, reason);
        return;
    }
    for (const std::vector<LonLat> &part : shape->parts) {
        if (std::ranges::any_of(part, [&](LonLat at) { return refuseOffEarth(at, text.column, text.column); }))
            return;
    }
    if (shape->type == Geometry::Type::Point) {
        row.point = shape->parts.front().front();
        return;
    }
    m_shape = std::move(*shape);
    row.geometry = &m_shape;
}

void RowDraft::readPrecision()
{
    if (m_plan.mapping) {
        takeMappedPrecision();
        return;
    }
    const PlaceCode *place = &m_plan.layout->otherPlace;
    if (const std::optional<Found> code = find(Role::PlacePrecision)) {
        const auto known = std::ranges::find_if(m_plan.layout->placeCodes,
                                                [&](const PlaceCode &p) { return equalLetters(code->text, p.code); });
        if (known == m_plan.layout->placeCodes.end()) {
            refuse(code->column, TablesText::tr("This is no code for how closely the place is known"));
            return;
        }
        place = &*known;
    }
    // A line or an area is its own outline, not a circle around a point.
    row.precision = row.geometry ? std::max(place->precision, LocationPrecision::District) : place->precision;
    row.radiusMetres = row.geometry ? 0 : place->radiusMetres;
}

} // namespace dateline
