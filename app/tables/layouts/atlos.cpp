#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"

#include <array>

namespace dateline
{

namespace
{

constexpr std::array atlosColumns{
    LayoutColumn{"slug", Role::Id, true},
    LayoutColumn{"latitude", Role::Latitude},
    LayoutColumn{"longitude", Role::Longitude},
    LayoutColumn{"status"},
    LayoutColumn{"description", Role::Words, true},
    LayoutColumn{"date", Role::Date},
    LayoutColumn{"time", Role::Time},
    LayoutColumn{"general_location", Role::Place},
    LayoutColumn{"tags", Role::Tags},
    LayoutColumn{"sensitive"},
    LayoutColumn{"geolocation_resolution", Role::PlacePrecision},
    LayoutColumn{"source", Role::Links, false, true},
    LayoutColumn{"inserted_at", Role::Rest, true},
};

enum AtlosExtra : std::size_t { AtlosSensitive };
constexpr std::array<std::string_view, 1> atlosExtras{"sensitive"};

// How closely a picture was placed, in metres around the point.
constexpr std::array atlosPlaces{
    PlaceCode{"exact", LocationPrecision::Exact, 0},
    PlaceCode{"vicinity", LocationPrecision::Near, 1000},
    PlaceCode{"locality", LocationPrecision::Near, 5000},
};

void completeAtlos(RowDraft &draft)
{
    if (!draft.words.empty())
        draft.takeTitleFromWords();
    const std::string_view sensitive = draft.extra(AtlosSensitive);
    // A list of what is shown, in brackets in older files; a place that must not be known is something else.
    draft.row.graphic = sensitive.contains("Graphic") || sensitive.contains("graphic");
    draft.row.sensitive = sensitive.contains("Personal") || sensitive.contains("personal");
}

} // namespace

const Layout atlosLayout{
    .key = QLatin1StringView("atlos"),
    .name = "Atlos",
    .columns = atlosColumns,
    .extras = atlosExtras,
    .placeCodes = atlosPlaces,
    .tagMarks = ",;",
    .otherPlace = {{}, LocationPrecision::Near, 5000},
    .complete = completeAtlos,
};

} // namespace dateline
