#include "tables/mappedposition.h"

#include "geo/coordinates.h"
#include "geo/positionsystem.h"
#include "tables/cells.h"
#include "tables/tablestext.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double metresOfDegree = 111'320;

/// From a box to the circle around it.
double cornerOf(double halfSizeMetres)
{
    return halfSizeMetres * std::numbers::sqrt2;
}

PositionReading readingOf(const Result<CoordinateReading> &read)
{
    if (!read)
        return std::unexpected(read.error().message);
    return WrittenPosition{read->at, cornerOf(read->halfSizeMetres)};
}

/// “39.5077, 46.3386”, “[39,5077; 46,3386]” without its brackets, cut in two; empty parts if it is no pair of decimals.
std::pair<std::string_view, std::string_view> pairIn(std::string_view text)
{
    if (text.starts_with('[') || text.starts_with('('))
        text.remove_prefix(1);
    if (text.ends_with(']') || text.ends_with(')'))
        text.remove_suffix(1);
    std::vector<std::string_view> parts;
    addParts(parts, text, text.contains(';') ? ";" : text.contains(' ') ? " \t\n" : ",\t\n");
    if (parts.size() != 2)
        return {};
    if (parts[0].ends_with(','))
        parts[0].remove_suffix(1);
    return decimalFrom(parts[0]) && decimalFrom(parts[1]) ? std::pair(parts[0], parts[1])
                                                          : std::pair<std::string_view, std::string_view>();
}

} // namespace

double halfLastDigit(std::string_view number, double metres)
{
    number = trimmed(number);
    const std::size_t mark = number.find_first_of(".,");
    const std::size_t digits = mark == std::string_view::npos ? 0 : number.size() - mark - 1;
    return 0.5 * metres * std::pow(10.0, -static_cast<double>(digits));
}

MappedPositions::MappedPositions(const Mapping &mapping)
    : m_longitudeFirst(mapping.longitudeFirst)
{
    if (mapping.crs.isEmpty())
        return;
    Result<PositionSystem> system = PositionSystem::fromText(mapping.crs);
    if (system)
        m_system = std::make_unique<PositionSystem>(std::move(*system));
    else
        m_problem = system.error().message;
}

MappedPositions::~MappedPositions() = default;

PositionReading MappedPositions::inSystem(double easting, double northing, double errorMetres) const
{
    if (!m_problem.isEmpty())
        return std::unexpected(m_problem);
    const std::optional<PositionSystem::Position> position = m_system->positionFrom(easting, northing);
    if (!position) {
        return std::unexpected(TablesText::tr("“%1” has no such position: check the numbers, or choose another system")
                                   .arg(m_system->name()));
    }
    return WrittenPosition{position->at, cornerOf(errorMetres) + position->errorMetres};
}

PositionReading MappedPositions::fromText(std::string_view text) const
{
    // Only two numbers can be of another system, or the other way round; what else is written names its own.
    const auto [first, second] = pairIn(trimmed(text));
    if (!first.empty() && m_system && m_system->isPlane())
        return fromGrid(first, second, {});
    if (!first.empty())
        return m_longitudeFirst ? fromDegrees(second, first) : fromDegrees(first, second);
    return readingOf(coordinatesFrom(textFrom(text)));
}

PositionReading MappedPositions::fromDegrees(std::string_view latitude, std::string_view longitude) const
{
    Result<AngleReading> lat = latitudeFrom(textFrom(latitude));
    if (!lat) {
        const std::optional<double> number = decimalFrom(latitude);
        const bool isSwapped = number && std::abs(*number) > 90 && std::abs(*number) <= 180;
        return std::unexpected(
            isSwapped ? TablesText::tr("No latitude is beyond 90 degrees: latitude and longitude seem to be swapped")
                      : lat.error().message);
    }
    Result<AngleReading> lon = longitudeFrom(textFrom(longitude));
    if (!lon)
        return std::unexpected(lon.error().message);
    // Programs that write numbers drop noughts at their ends, so the longer one tells how close both are.
    lat->halfStep = lon->halfStep = std::min(lat->halfStep, lon->halfStep);
    if (m_system && m_system->isPlane())
        return std::unexpected(
            TablesText::tr("“%1” counts in metres and this in degrees: choose another system").arg(m_system->name()));
    if (m_system || !m_problem.isEmpty())
        return inSystem(lon->degrees, lat->degrees, lat->halfStep * metresOfDegree);
    return readingOf(coordinatesFrom(*lat, *lon));
}

PositionReading MappedPositions::fromGrid(std::string_view easting, std::string_view northing,
                                          std::string_view zone) const
{
    if (!zone.empty())
        return readingOf(coordinatesFromUtm(textFrom(easting), textFrom(northing), textFrom(zone)));
    const std::optional<double> east = decimalFrom(easting);
    const std::optional<double> north = decimalFrom(northing);
    if (!east || !north)
        return std::unexpected(TablesText::tr("This is no number of metres: write it like 4374022"));
    if (!m_system && m_problem.isEmpty())
        return std::unexpected(textOf(MappingGap::Crs));
    if (m_system && !m_system->isPlane())
        return std::unexpected(
            TablesText::tr("“%1” counts in degrees and this in metres: choose another system").arg(m_system->name()));
    return inSystem(*east, *north, std::min(halfLastDigit(easting, 1), halfLastDigit(northing, 1)));
}

} // namespace dateline
