#pragma once

#include "base/result.h"
#include "domain/incident.h"
#include "tables/layout.h"

#include <QString>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace dateline
{

/// In which order dates of three numbers have them; a date that begins with a year of four digits is read in any.
enum class DateOrder : std::uint8_t { NotTold, DayFirst, MonthFirst, YearFirst };

struct MappedColumn
{
    QString name;
    Role role = Role::Rest;

    friend bool operator==(const MappedColumn &, const MappedColumn &) = default;
};

/// What a word in the column of kinds stands for.
struct MappedKind
{
    QString word;
    Kind kind = Kind::NotStated;
    std::optional<SubKind> subKind;

    friend bool operator==(const MappedKind &, const MappedKind &) = default;
};

/// What the columns of a table say of incidents, as a person or a guess tells it: the layout of a table that has none.
struct Mapping
{
    QString name; ///< What the person calls it; may be empty.
    std::vector<MappedColumn> columns; ///< In the table's order.
    int headerRow = 1; ///< Which record has the names of the columns, from 1; 0: none has, and they are “column 1” …
    char delimiter = ','; ///< Of a table that is text.
    DateOrder dateOrder = DateOrder::NotTold;
    QString zone; ///< Of times that name none: IANA or “UTC+04:00”; empty for UTC.
    QString crs; ///< Of degrees, or of eastings and northings without a zone: see PositionSystem; empty for WGS 84.
    bool longitudeFirst = false; ///< In a column that has both.
    LocationPrecision precision = LocationPrecision::Near; ///< Of places, where a row's position is not coarser.
    double radiusMetres = 1000; ///< The same; 0 for Exact.
    Kind kind = Kind::NotStated; ///< Of rows whose word for it is none of kinds.
    std::vector<MappedKind> kinds;

    friend bool operator==(const Mapping &, const Mapping &) = default;

    [[nodiscard]] bool has(Role role) const;
    /// The first column of @p role; none if there is none.
    [[nodiscard]] std::optional<std::size_t> columnOf(Role role) const;
};

using MappingPtr = std::shared_ptr<const Mapping>;

/// The first records of a table, to tell its header.
using TableRecords = std::vector<std::vector<std::string>>;
inline constexpr std::size_t mostHeaderRows = 12; ///< So many records are looked at for names of columns.

/// What @p mapping makes of a table with @p records; none if it lacks a column that the mapping uses.
[[nodiscard]] std::optional<ColumnPlan> planFor(const MappingPtr &mapping, const TableRecords &records);

/// How the columns of a table are called whose record number @p headerRow has their names; see Mapping::headerRow.
[[nodiscard]] QStringList columnNames(const TableRecords &records, int headerRow);

/// What is to be answered before rows can come in, a sentence each with what to do; none if nothing is open.
enum class MappingGap : std::uint8_t {
    DateOrder, ///< Dates fit in more than one order.
    Latitude, ///< Of two columns of degrees either can be the latitude.
    Crs, ///< Eastings and northings tell neither a zone nor a system.
    HalfPosition, ///< A latitude without a longitude, or an easting without a northing.
    Nothing ///< No column says when, where or what.
};

/// What @p mapping lacks whatever the rows say: never DateOrder and Latitude.
[[nodiscard]] std::vector<MappingGap> gapsOf(const Mapping &mapping);
[[nodiscard]] QString textOf(MappingGap gap);

/// A role as mappings on disk have it, “date”, and as the window calls it, “Date”.
[[nodiscard]] QString keyOf(Role role);
[[nodiscard]] QString nameOf(Role role);
[[nodiscard]] std::optional<Role> roleFromKey(QStringView key);
/// Those that a person can give to a column, likelier ones first.
[[nodiscard]] std::span<const Role> mappableRoles();
/// Whether several columns can have @p role.
[[nodiscard]] bool isForMany(Role role);

} // namespace dateline
