#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"

#include <array>

namespace dateline
{

namespace
{

constexpr std::array geoConfirmedColumns{
    LayoutColumn{"date", Role::Date, true},
    LayoutColumn{"name", Role::Title},
    LayoutColumn{"faction", Role::Actors, true},
    LayoutColumn{"origin"},
    LayoutColumn{"latitude", Role::Latitude, true},
    LayoutColumn{"longitude", Role::Longitude, true},
    LayoutColumn{"pluscode", Role::Rest, true},
    LayoutColumn{"description", Role::Words, true},
    LayoutColumn{"source", Role::Links},
    LayoutColumn{"id", Role::Id},
};

/// Its names are dates, “20 APR 2026”: the words tell more.
void completeGeoConfirmed(RowDraft &draft)
{
    if (!draft.words.empty())
        draft.takeTitleFromWords();
}

} // namespace

// What was found on a picture is where it was found.
const Layout geoConfirmedLayout{
    .key = QLatin1StringView("geoconfirmed"),
    .name = "GeoConfirmed",
    .columns = geoConfirmedColumns,
    .otherPlace = {{}, LocationPrecision::Exact, 0},
    .complete = completeGeoConfirmed,
    .citation = "Data: GeoConfirmed, geoconfirmed.org",
};

} // namespace dateline
