#include "domain/incidentcolumns.h"

#include "base/zone.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <ranges>
#include <string>

namespace dateline
{

namespace
{

constexpr double worldWidth = 4294967296.0; // 2^32

std::uint32_t fixedFrom(double part)
{
    return static_cast<std::uint32_t>(std::clamp(part * worldWidth, 0.0, worldWidth - 1));
}

std::int32_t minutesOf(UtcMinute time)
{
    return static_cast<std::int32_t>(time.time_since_epoch().count());
}

template<typename Work>
void forEachColumn(IncidentColumns &columns, Work work)
{
    work(columns.id);
    work(columns.x);
    work(columns.y);
    work(columns.begin);
    work(columns.end);
    work(columns.day);
    work(columns.kind);
    work(columns.subKind);
    work(columns.precision);
    work(columns.status);
    work(columns.credibility);
    work(columns.flags);
    work(columns.reach);
}

std::int32_t localDay(UtcMinute begin, std::string_view zone)
{
    std::chrono::seconds offset{0};
    if (!zone.empty()) {
        // Making a zone takes longer than all the rest of a row, and rows of one data set have few.
        thread_local std::string lastName;
        thread_local QTimeZone last;
        if (lastName != zone) {
            lastName = zone;
            last = zoneOrUtc(QString::fromUtf8(zone));
        }
        offset = std::chrono::seconds(last.offsetFromUtc(dateTimeFromUtc(begin)));
    }
    return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(begin + offset).time_since_epoch().count());
}

/// What one row of the columns holds.
struct Values
{
    IncidentId id{};
    std::optional<LonLat> anchor;
    bool isArea = false;
    std::uint8_t reach = 0;
    std::optional<TimeSpan> time;
    std::int32_t day = 0;
    Kind kind{};
    std::optional<SubKind> subKind;
    std::optional<LocationPrecision> precision;
    Status status{};
    int credibility = 0;
    bool graphic = false;
    bool sensitive = false;
};

void append(IncidentColumns &columns, const Values &row)
{
    const FixedPosition at = row.anchor ? fixedFromLonLat(*row.anchor) : FixedPosition{};
    columns.id.push_back(numberOf(row.id));
    columns.x.push_back(at.x);
    columns.y.push_back(at.y);
    columns.begin.push_back(row.time ? minutesOf(row.time->begin) : 0);
    columns.end.push_back(row.time ? minutesOf(row.time->end) : 0);
    columns.day.push_back(row.day);
    columns.kind.push_back(static_cast<std::uint8_t>(row.kind));
    columns.subKind.push_back(row.subKind ? static_cast<std::uint8_t>(*row.subKind) : std::uint8_t{subKindCount});
    columns.precision.push_back(row.precision ? static_cast<std::uint8_t>(*row.precision) : std::uint8_t{0});
    columns.status.push_back(static_cast<std::uint8_t>(row.status));
    columns.credibility.push_back(static_cast<std::uint8_t>(row.credibility));
    columns.flags.push_back(static_cast<std::uint8_t>(
        (row.anchor ? IncidentColumns::HasPlace : 0) | (row.time ? IncidentColumns::HasTime : 0)
        | (row.anchor && row.isArea ? IncidentColumns::IsArea : 0) | (row.graphic ? IncidentColumns::Graphic : 0)
        | (row.sensitive ? IncidentColumns::Sensitive : 0)));
    columns.reach.push_back(row.anchor && row.isArea ? row.reach : std::uint8_t{0});
}

/// See IncidentColumns::reach.
/// @param outline of a line or an area.
std::uint8_t reachOf(LonLat anchor, const std::optional<LonLatBox> &outline, double radiusMetres)
{
    constexpr std::uint8_t anywhere = 32;
    constexpr double equatorMetres = 40'075'016.686;
    constexpr double metresPerDegree = equatorMetres / 360;
    // A metre is longest on the map where the circle is nearest to a pole; a little more, as the earth is no sphere.
    const double furthest = std::abs(anchor.lat) + radiusMetres / metresPerDegree;
    if (furthest > 85 || (outline && (outline->west < -180 || outline->east > 180)))
        return anywhere;
    double units = 1.02 * radiusMetres / equatorMetres * worldWidth / std::cos(furthest * std::numbers::pi / 180);
    if (outline) {
        const FixedPosition middle = fixedFromLonLat(anchor);
        for (const LonLat corner : {LonLat{outline->west, outline->north}, LonLat{outline->east, outline->south}}) {
            const FixedPosition at = fixedFromLonLat(corner);
            units = std::max({units, std::abs(static_cast<double>(at.x) - middle.x),
                              std::abs(static_cast<double>(at.y) - middle.y)});
        }
    }
    return units < worldWidth / 2 ? static_cast<std::uint8_t>(std::bit_width(static_cast<std::uint32_t>(units) + 1U))
                                  : anywhere;
}

bool isCoarse(LocationPrecision precision)
{
    return precision > LocationPrecision::Near;
}

template<std::ranges::input_range Rows>
std::optional<LonLatBox> extentOfRows(const IncidentColumns &columns, const Rows &rows)
{
    FixedPosition least{std::numeric_limits<std::uint32_t>::max(), std::numeric_limits<std::uint32_t>::max()};
    FixedPosition most;
    for (const std::size_t row : rows) {
        if (!columns.has(row, IncidentColumns::HasPlace))
            continue;
        least = {std::min(least.x, columns.x[row]), std::min(least.y, columns.y[row])};
        most = {std::max(most.x, columns.x[row]), std::max(most.y, columns.y[row])};
    }
    if (least.x > most.x)
        return std::nullopt;
    const LonLat northWest = lonLatFromFixed(least);
    const LonLat southEast = lonLatFromFixed(most);
    return LonLatBox{northWest.lon, southEast.lat, southEast.lon, northWest.lat};
}

} // namespace

FixedPosition fixedFromLonLat(LonLat position)
{
    using std::numbers::pi;
    const double world = (position.lon + 180) / 360; // A view over the antimeridian has longitudes beyond 180°.
    const double part = world < 0 || world > 1 ? world - std::floor(world) : world;
    const double sine = std::clamp(std::sin(position.lat * pi / 180), -0.9999999, 0.9999999);
    return {fixedFrom(part), fixedFrom(0.5 - std::log((1 + sine) / (1 - sine)) / (4 * pi))};
}

LonLat lonLatFromFixed(FixedPosition position)
{
    using std::numbers::pi;
    const double north = pi * (1 - 2 * (position.y / worldWidth));
    return {position.x / worldWidth * 360 - 180, std::atan(std::sinh(north)) * 180 / pi};
}

void append(IncidentColumns &columns, const Incident &incident)
{
    Values row{.id = incident.id,
               .kind = incident.kind,
               .subKind = incident.subKind,
               .status = incident.status,
               .credibility = incident.credibility,
               .graphic = incident.graphic,
               .sensitive = incident.sensitive};
    if (incident.where) {
        row.anchor = anchorOf(*incident.where);
        row.precision = incident.where->precision;
        const bool hasOutline = incident.where->geometry.type != Geometry::Type::Point;
        row.isArea = hasOutline || isCoarse(*row.precision);
        if (row.anchor)
            row.reach = reachOf(*row.anchor, hasOutline ? boxOf(incident.where->geometry) : std::nullopt,
                                incident.where->radiusMetres);
    }
    if (incident.when) {
        const QByteArray zone = incident.when->zone.toUtf8();
        row.time = incident.when->span;
        row.day = localDay(row.time->begin, {zone.constData(), static_cast<std::size_t>(zone.size())});
    }
    append(columns, row);
}

void append(IncidentColumns &columns, IncidentId id, const IncidentRow &incident)
{
    Values row{.id = id,
               .time = incident.time,
               .kind = incident.kind,
               .subKind = incident.subKind,
               .precision = incident.precision,
               .status = incident.status,
               .credibility = incident.credibility,
               .graphic = incident.graphic,
               .sensitive = incident.sensitive};
    if (incident.precision) {
        const std::optional<LonLatBox> outline = incident.geometry ? boxOf(*incident.geometry) : std::nullopt;
        row.anchor = outline ? std::optional(outline->centre()) : incident.point;
        row.isArea = incident.geometry || isCoarse(*incident.precision);
        if (row.anchor)
            row.reach = reachOf(*row.anchor, outline, incident.radiusMetres);
    }
    if (incident.time)
        row.day = localDay(incident.time->begin, incident.zone);
    append(columns, row);
}

std::optional<LonLatBox> extentOf(const IncidentColumns &columns, std::span<const std::uint32_t> rows)
{
    return extentOfRows(columns, rows);
}

std::optional<LonLatBox> extentOf(const IncidentColumns &columns)
{
    return extentOfRows(columns, std::views::iota(std::size_t{0}, columns.size()));
}

std::optional<TimeSpan> extentInTimeOf(const IncidentColumns &columns)
{
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();
    for (std::size_t row = 0; row < columns.size(); ++row) {
        const bool dated = columns.has(row, IncidentColumns::HasTime);
        first = dated ? std::min(first, columns.begin[row]) : first;
        last = dated ? std::max(last, columns.end[row]) : last;
    }
    if (first > last)
        return std::nullopt;
    const auto minute = [](std::int32_t value) { return UtcMinute(std::chrono::minutes(value)); };
    return TimeSpan{minute(first), minute(last), TimePrecision::Minute};
}

std::uint32_t insert(IncidentColumns &columns, const Incident &incident)
{
    const auto at = std::ranges::lower_bound(columns.id, numberOf(incident.id)) - columns.id.begin();
    append(columns, incident);
    forEachColumn(columns, [at](auto &column) { std::rotate(column.begin() + at, column.end() - 1, column.end()); });
    return static_cast<std::uint32_t>(at);
}

void replace(IncidentColumns &columns, std::uint32_t row, const Incident &incident)
{
    append(columns, incident);
    forEachColumn(columns, [row](auto &column) {
        column[row] = column.back();
        column.pop_back();
    });
}

std::optional<std::uint32_t> erase(IncidentColumns &columns, IncidentId id)
{
    const auto found = std::ranges::lower_bound(columns.id, numberOf(id));
    if (found == columns.id.end() || *found != numberOf(id))
        return std::nullopt;
    const auto at = found - columns.id.begin();
    forEachColumn(columns, [at](auto &column) { column.erase(column.begin() + at); });
    return static_cast<std::uint32_t>(at);
}

} // namespace dateline
