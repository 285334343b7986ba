#include "tables/mapping.h"

#include "tables/cells.h"
#include "tables/layouts/layouts.h"
#include "tables/tablestext.h"

#include <algorithm>

namespace dateline
{

namespace
{

bool isUsed(Role role)
{
    return role != Role::Rest && role != Role::Dropped;
}

/// The roles of columns called @p names; none if one is missing that @p mapping uses.
std::optional<std::vector<Role>> rolesOf(const QStringList &names, const Mapping &mapping)
{
    std::vector<bool> taken(mapping.columns.size());
    std::vector<Role> roles;
    for (const QString &name : names) {
        // Two columns of one name keep their order.
        std::size_t at = 0;
        while (at < taken.size() && (taken[at] || mapping.columns[at].name.compare(name, Qt::CaseInsensitive) != 0))
            ++at;
        roles.push_back(at < taken.size() ? mapping.columns[at].role : Role::Rest);
        // What the import adds to a file of rows that failed is no part of the data.
        if (name.startsWith(QLatin1StringView("dateline_")))
            roles.back() = Role::Dropped;
        if (at < taken.size())
            taken[at] = true;
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (!taken[i] && isUsed(mapping.columns[i].role))
            return std::nullopt;
    }
    return roles;
}

std::optional<ColumnPlan> planWith(const MappingPtr &mapping, const TableRecords &records, int headerRow)
{
    const QStringList names = columnNames(records, headerRow);
    // Without names, as many columns as it has are the only sign that it is the same table.
    if (names.isEmpty() || (headerRow == 0 && static_cast<std::size_t>(names.size()) != mapping->columns.size()))
        return std::nullopt;
    std::optional<std::vector<Role>> roles = rolesOf(names, *mapping);
    if (!roles)
        return std::nullopt;
    ColumnPlan plan{&mappedLayout, headerRow > 0, {}, std::move(*roles), {}, mapping, std::max(0, headerRow - 1)};
    for (const QString &name : names)
        plan.names.push_back(name.toUtf8());
    return plan;
}

} // namespace

const Layout mappedLayout{
    .key = QLatin1StringView("mapping"),
    .name = "table with a mapping",
    .tagMarks = ",;\n",
    .byFile = true,
};

bool Mapping::has(Role role) const
{
    return std::ranges::contains(columns, role, &MappedColumn::role);
}

std::optional<std::size_t> Mapping::columnOf(Role role) const
{
    const auto column = std::ranges::find(columns, role, &MappedColumn::role);
    return column == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(column - columns.begin()));
}

QStringList columnNames(const TableRecords &records, int headerRow)
{
    QStringList names;
    std::size_t columns = 0;
    if (headerRow > 0) {
        if (static_cast<std::size_t>(headerRow) > records.size())
            return {};
        for (const std::string &cell : records[static_cast<std::size_t>(headerRow - 1)])
            names.append(textFrom(cell).simplified());
        columns = static_cast<std::size_t>(names.size());
    } else {
        for (const std::vector<std::string> &record : records)
            columns = std::max(columns, record.size());
    }
    names.resize(static_cast<qsizetype>(columns));
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names[i].isEmpty())
            names[i] = QStringLiteral("column %1").arg(i + 1);
    }
    return names;
}

std::optional<ColumnPlan> planFor(const MappingPtr &mapping, const TableRecords &records)
{
    if (std::optional<ColumnPlan> plan = planWith(mapping, records, mapping->headerRow))
        return plan;
    // The next month's table may have a title line more above its header.
    for (int row = 1; mapping->headerRow > 0 && row <= static_cast<int>(records.size()); ++row) {
        if (std::optional<ColumnPlan> plan = planWith(mapping, records, row))
            return plan;
    }
    return std::nullopt;
}

std::vector<MappingGap> gapsOf(const Mapping &mapping)
{
    std::vector<MappingGap> gaps;
    const bool hasGrid = mapping.has(Role::Easting) || mapping.has(Role::Northing);
    if (mapping.has(Role::Latitude) != mapping.has(Role::Longitude)
        || mapping.has(Role::Easting) != mapping.has(Role::Northing))
        gaps.push_back(MappingGap::HalfPosition);
    else if (hasGrid && !mapping.has(Role::Zone) && mapping.crs.isEmpty())
        gaps.push_back(MappingGap::Crs);
    const auto tells = [&mapping](std::initializer_list<Role> roles) {
        return std::ranges::any_of(roles, [&mapping](Role role) { return mapping.has(role); });
    };
    if (!tells({Role::Date, Role::Latitude, Role::LatLon, Role::Shape, Role::Easting, Role::Place, Role::Province}))
        gaps.push_back(MappingGap::Nothing);
    return gaps;
}

QString textOf(MappingGap gap)
{
    switch (gap) {
    case MappingGap::DateOrder:
        return TablesText::tr("Its dates fit in more than one order: say what comes first, day, month or year");
    case MappingGap::Latitude:
        return TablesText::tr("Two columns are degrees and either can be the latitude: say which is");
    case MappingGap::Crs: return TablesText::tr("It has eastings and northings and says not in which system: name it");
    case MappingGap::HalfPosition: return TablesText::tr("A position needs both of its columns: name the other one");
    case MappingGap::Nothing: return TablesText::tr("No column is known to say when or where: name one that does");
    }
    return {};
}

} // namespace dateline
