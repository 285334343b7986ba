#pragma once

#include "domain/incident.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dateline
{

class RowDraft;
struct Mapping;

/// What a column says of an incident.
enum class Role : std::uint8_t {
    Rest, ///< Something else: kept by the column's name among the incident's attributes.
    Dropped, ///< What other columns say already.
    Id,
    Title,
    Kind, ///< A term of Kind, or one that Layout::kinds has.
    SubKind,
    Date, ///< The first day; for a date with a time of day also that.
    Time, ///< The time of day, UTC.
    End, ///< The last day.
    DatePrecision, ///< A code of Layout::datePrecisions.
    Latitude,
    Longitude,
    LatLon, ///< “39.5077, 46.3386”; in a mapping, however a position is written.
    Shape, ///< Well-known text, instead of latitude and longitude; “wkt_geom” is one in every layout.
    PlacePrecision, ///< A code of Layout::placePrecisions.
    Place,
    Province,
    Country, ///< Its English name, or its ISO code of two letters.
    CountryNumber, ///< ISO 3166-1, three digits or three letters.
    Actors, ///< Names, split at “;”.
    Killed,
    KilledLow,
    KilledHigh,
    Words, ///< What the row says in its own words.
    Sources, ///< Names of sources, split at “;”.
    Links, ///< Addresses of sources, split at commas and spaces.
    Tags, ///< Split at Layout::tagMarks.
    Notes,
    Sensitive, ///< “true”, “yes”, “1” …
    Graphic,
    Easting, ///< Metres, in Zone or in the mapping's system.
    Northing,
    Zone, ///< Of UTM: “38N”, “38S”, “38”.
};
inline constexpr int roleCount = static_cast<int>(Role::Zone) + 1;

/// A column of a layout; its name is in small letters.
struct LayoutColumn
{
    std::string_view name;
    Role role = Role::Rest;
    bool required = false; ///< Without it a file is not of this layout.
    bool numbered = false; ///< Also with a number behind its name: source_1, source_2 …
};

/// What a code for the precision of a time means.
struct TimeCode
{
    std::string_view code;
    TimePrecision precision = TimePrecision::Day;
};

/// What a code for the precision of a place means.
struct PlaceCode
{
    std::string_view code;
    LocationPrecision precision = LocationPrecision::Near;
    double radiusMetres = 0; ///< 0 only for Exact.
};

/// What a term for the kind of event means.
struct KindTerm
{
    std::string_view term; ///< In small letters.
    Kind kind = Kind::NotStated;
    std::optional<SubKind> subKind;
};

/// How the rows of a data set are laid out, and what they mean. One file in layouts/ each, and a line in layouts().
struct Layout
{
    QLatin1StringView key; ///< What --as takes.
    const char *name; ///< What the data set calls itself.
    std::span<const LayoutColumn> columns; ///< First those of a file without a header, in its order; then other names.
    std::size_t headless = 0; ///< How many columns a file without a header has; 0: there is none without.
    bool monthFirst = false; ///< 9/13/2022 is a day in September; else 13/9/2022 is.
    bool isOwn = false; ///< What dateline export wrote: see TableRows.
    std::span<const std::string_view> extras = {}; ///< Names of columns that complete() asks for, whatever their role.
    std::span<const TimeCode> timeCodes;
    std::span<const PlaceCode> placeCodes;
    std::span<const KindTerm> kinds;
    std::string_view tagMarks = ";\n";
    PlaceCode otherPlace{{}, LocationPrecision::Near, 5000}; ///< Of a row whose precision is not stated.
    void (*complete)(RowDraft &draft) = nullptr; ///< What of a row only this layout has.
    std::span<const std::string_view> stamps = {}; ///< Names of columns that say when a row was written, not what.
    bool byFile = false; ///< Each file is a data set of its own: ids mean nothing beyond it.
    const char *citation =
        ""; ///< What is to be cited, in English: a line that begins with “Data:”, without a full stop.
    const char *terms = ""; ///< On what terms rows may be passed on, in English; empty if they say nothing.
};

/// All of them. Where a file has the columns of two, the earlier one is taken.
[[nodiscard]] std::span<const Layout *const> layouts();

/// Null if there is none.
[[nodiscard]] const Layout *layoutNamed(QStringView key);

/// Where a file of a layout has its columns.
struct ColumnPlan
{
    const Layout *layout = nullptr;
    bool hasHeader = true;
    std::vector<QByteArray> names; ///< As the file has them, in its order.
    std::vector<Role> roles; ///< The same.
    std::vector<std::size_t> extras; ///< Where Layout::extras are; past the end for one that is not there.
    std::shared_ptr<const Mapping> mapping; ///< Of a table that is of no layout but this.
    int before = 0; ///< How many records stand above the header.
};

/// The layout that a file with this first record is of; none if no layout has such columns.
[[nodiscard]] std::optional<ColumnPlan> recognised(std::span<const std::string_view> firstRecord);

/// The columns of a file with this first record as @p layout has them; none if any that it requires is missing.
[[nodiscard]] std::optional<ColumnPlan> planFor(const Layout &layout, std::span<const std::string_view> firstRecord);

} // namespace dateline
