#include "tables/layout.h"

#include "tables/cells.h"
#include "tables/layouts/layouts.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

constexpr std::array allLayouts{
    &acledLayout,
    &ucdpLayout,
    &gdeltLayout,
    &gdeltOneLayout,
    &geoConfirmedLayout,
    &geoConfirmedOldLayout,
    &geoConfirmedCopyLayout,
    &geoConfirmedMapLayout,
    &atlosLayout,
    &recogitoLayout,
    &recogitoMapLayout,
    &annotationsLayout,
    &timeMapLayout,
    &timeMapSheetLayout,
    &timeMapDownloadLayout,
    &datelineLayout,
    &generalLayout,
};

constexpr std::string_view shapeColumn = "wkt_geom";

/// What the import adds to a file of rows that failed begins so, and is no part of the data.
constexpr std::string_view ownPrefix = "dateline_";

/// “source” of “source_1” and “source1”.
std::string_view withoutNumber(std::string_view name)
{
    const std::size_t end = name.find_last_not_of("0123456789");
    if (end == std::string_view::npos || end + 1 == name.size())
        return name;
    return name.substr(0, name[end] == '_' ? end : end + 1);
}

bool isNamed(const LayoutColumn &column, std::string_view name)
{
    return column.name == name || (column.numbered && column.name == withoutNumber(name));
}

Role roleOf(const Layout &layout, std::string_view name)
{
    if (name.starts_with(ownPrefix))
        return Role::Dropped;
    const auto column =
        std::ranges::find_if(layout.columns, [name](const LayoutColumn &c) { return isNamed(c, name); });
    if (column != layout.columns.end())
        return column->role;
    return name == shapeColumn ? Role::Shape : Role::Rest;
}

/// Whether a file with columns of @p roles tells positions in another way than by the column that is asked for.
bool isTold(Role wanted, const std::vector<Role> &roles)
{
    const auto has = [&roles](Role role) { return std::ranges::contains(roles, role); };
    if (wanted == Role::Latitude || wanted == Role::Longitude)
        return has(Role::Shape);
    return wanted == Role::Shape && ((has(Role::Latitude) && has(Role::Longitude)) || has(Role::LatLon));
}

void findExtras(ColumnPlan &plan)
{
    for (const std::string_view extra : plan.layout->extras) {
        const auto name = std::ranges::find_if(plan.names, [extra](const QByteArray &n) {
            return equalLetters({n.constData(), static_cast<std::size_t>(n.size())}, extra);
        });
        plan.extras.push_back(static_cast<std::size_t>(name - plan.names.begin()));
    }
}

bool isNumber(std::string_view cell)
{
    return !cell.empty() && cell.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<ColumnPlan> planWithHeader(const Layout &layout, std::span<const std::string_view> firstRecord)
{
    std::vector<std::string> names;
    for (const std::string_view cell : firstRecord)
        names.push_back(smallLetters(trimmed(cell)));
    ColumnPlan plan{.layout = &layout};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string_view name = trimmed(firstRecord[i]);
        plan.names.emplace_back(name.data(), static_cast<qsizetype>(name.size()));
        plan.roles.push_back(roleOf(layout, names[i]));
    }
    const auto isThere = [&](const LayoutColumn &column) {
        return std::ranges::any_of(names, [&column](std::string_view name) { return isNamed(column, name); })
            || isTold(column.role, plan.roles);
    };
    if (!std::ranges::all_of(layout.columns, [&](const LayoutColumn &c) { return !c.required || isThere(c); }))
        return std::nullopt;
    findExtras(plan);
    return plan;
}

std::optional<ColumnPlan> planWithoutHeader(const Layout &layout, std::span<const std::string_view> firstRecord)
{
    // The first column of every file without a header is its numeric id.
    if (layout.headless == 0 || firstRecord.size() != layout.headless || !isNumber(firstRecord.front()))
        return std::nullopt;
    ColumnPlan plan{.layout = &layout, .hasHeader = false};
    for (const LayoutColumn &column : layout.columns.first(layout.headless)) {
        plan.names.emplace_back(column.name.data(), static_cast<qsizetype>(column.name.size()));
        plan.roles.push_back(column.role);
    }
    findExtras(plan);
    return plan;
}

} // namespace

std::span<const Layout *const> layouts()
{
    return allLayouts;
}

const Layout *layoutNamed(QStringView key)
{
    const auto layout = std::ranges::find_if(
        allLayouts, [key](const Layout *l) { return key.compare(l->key, Qt::CaseInsensitive) == 0; });
    return layout == allLayouts.end() ? nullptr : *layout;
}

std::optional<ColumnPlan> planFor(const Layout &layout, std::span<const std::string_view> firstRecord)
{
    std::optional<ColumnPlan> plan = planWithHeader(layout, firstRecord);
    return plan ? plan : planWithoutHeader(layout, firstRecord);
}

std::optional<ColumnPlan> recognised(std::span<const std::string_view> firstRecord)
{
    for (const Layout *layout : allLayouts) {
        std::optional<ColumnPlan> plan = planFor(*layout, firstRecord);
        // Two columns of degrees make no table of incidents; a person may say that it is one.
        if (plan && (layout != &generalLayout || std::ranges::contains(plan->roles, Role::Shape)))
            return plan;
    }
    return std::nullopt;
}

} // namespace dateline
