#include "tables/mapping.h"

#include "tables/tablestext.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

/// A role that a person can give to a column.
struct NamedRole
{
    Role role;
    const char *key;
    const char *name;
    bool isForMany = false;
};

constexpr std::array namedRoles{
    NamedRole{Role::Rest, "kept", QT_TRANSLATE_NOOP("Tables", "Kept as it is"), true},
    NamedRole{Role::Dropped, "left_out", QT_TRANSLATE_NOOP("Tables", "Left out"), true},
    NamedRole{Role::Date, "date", QT_TRANSLATE_NOOP("Tables", "Date")},
    NamedRole{Role::Time, "time", QT_TRANSLATE_NOOP("Tables", "Time of day")},
    NamedRole{Role::End, "end", QT_TRANSLATE_NOOP("Tables", "Last day")},
    NamedRole{Role::Place, "place", QT_TRANSLATE_NOOP("Tables", "Place")},
    NamedRole{Role::Province, "province", QT_TRANSLATE_NOOP("Tables", "Province")},
    NamedRole{Role::Country, "country", QT_TRANSLATE_NOOP("Tables", "Country")},
    NamedRole{Role::LatLon, "coordinates", QT_TRANSLATE_NOOP("Tables", "Coordinates")},
    NamedRole{Role::Latitude, "latitude", QT_TRANSLATE_NOOP("Tables", "Latitude")},
    NamedRole{Role::Longitude, "longitude", QT_TRANSLATE_NOOP("Tables", "Longitude")},
    NamedRole{Role::Easting, "easting", QT_TRANSLATE_NOOP("Tables", "Easting")},
    NamedRole{Role::Northing, "northing", QT_TRANSLATE_NOOP("Tables", "Northing")},
    NamedRole{Role::Zone, "zone", QT_TRANSLATE_NOOP("Tables", "UTM zone")},
    NamedRole{Role::Shape, "shape", QT_TRANSLATE_NOOP("Tables", "Shape (well-known text)")},
    NamedRole{Role::Title, "title", QT_TRANSLATE_NOOP("Tables", "Title")},
    NamedRole{Role::Words, "words", QT_TRANSLATE_NOOP("Tables", "What happened, in words")},
    NamedRole{Role::Kind, "kind", QT_TRANSLATE_NOOP("Tables", "Kind")},
    NamedRole{Role::Actors, "actors", QT_TRANSLATE_NOOP("Tables", "Actors"), true},
    NamedRole{Role::Killed, "killed", QT_TRANSLATE_NOOP("Tables", "Killed")},
    NamedRole{Role::KilledLow, "killed_low", QT_TRANSLATE_NOOP("Tables", "Killed, at least")},
    NamedRole{Role::KilledHigh, "killed_high", QT_TRANSLATE_NOOP("Tables", "Killed, at most")},
    NamedRole{Role::Sources, "sources", QT_TRANSLATE_NOOP("Tables", "Sources"), true},
    NamedRole{Role::Links, "links", QT_TRANSLATE_NOOP("Tables", "Links"), true},
    NamedRole{Role::Tags, "tags", QT_TRANSLATE_NOOP("Tables", "Tags"), true},
    NamedRole{Role::Notes, "notes", QT_TRANSLATE_NOOP("Tables", "Notes")},
    NamedRole{Role::Id, "id", QT_TRANSLATE_NOOP("Tables", "Number of the row")},
    NamedRole{Role::Sensitive, "sensitive", QT_TRANSLATE_NOOP("Tables", "Sensitive place")},
    NamedRole{Role::Graphic, "graphic", QT_TRANSLATE_NOOP("Tables", "Graphic")},
};

constexpr auto mappable = [] {
    std::array<Role, namedRoles.size()> roles{};
    std::ranges::transform(namedRoles, roles.begin(), &NamedRole::role);
    return roles;
}();

const NamedRole &named(Role role)
{
    const auto *const found = std::ranges::find(namedRoles, role, &NamedRole::role);
    return found == namedRoles.end() ? namedRoles.front() : *found;
}

} // namespace

QString keyOf(Role role)
{
    return QString::fromLatin1(named(role).key);
}

QString nameOf(Role role)
{
    return TablesText::tr(named(role).name);
}

std::optional<Role> roleFromKey(QStringView key)
{
    const auto *const found =
        std::ranges::find_if(namedRoles, [key](const NamedRole &role) { return key == QLatin1StringView(role.key); });
    return found == namedRoles.end() ? std::nullopt : std::optional(found->role);
}

std::span<const Role> mappableRoles()
{
    return mappable;
}

bool isForMany(Role role)
{
    return named(role).isForMany;
}

} // namespace dateline
