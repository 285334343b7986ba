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

// What its map was read from before, as JSON.
constexpr std::array geoConfirmedOldColumns{
    LayoutColumn{"id", Role::Id},
    LayoutColumn{"date", Role::Date, true},
    LayoutColumn{"name", Role::Title},
    LayoutColumn{"description", Role::Words, true},
    LayoutColumn{"originalsource", Role::Links, true},
    LayoutColumn{"geolocation", Role::Links},
    LayoutColumn{"coordinates", Role::LatLon, true},
};

// What somebody who publishes it again makes of it, as JSON.
constexpr std::array geoConfirmedCopyColumns{
    LayoutColumn{"id", Role::Id},
    LayoutColumn{"date", Role::Date, true},
    LayoutColumn{"description", Role::Words, true},
    LayoutColumn{"latitude", Role::Latitude, true},
    LayoutColumn{"longitude", Role::Longitude, true},
    LayoutColumn{"original_source", Role::Links, true},
    LayoutColumn{"geolocation", Role::Links},
    LayoutColumn{"plus_code", Role::Rest, true},
};

// Its map for globes, with a column that the reader of maps adds. Folders are of days; a mark may be in several.
constexpr std::array geoConfirmedMapColumns{
    LayoutColumn{"geoconfirmed", Role::Dropped, true},
    LayoutColumn{"name", Role::Title, true},
    LayoutColumn{"description", Role::Words, true},
    LayoutColumn{"links", Role::Links},
    LayoutColumn{"id", Role::Id},
    LayoutColumn{"timestamp", Role::Date},
    LayoutColumn{"begin", Role::Date},
    LayoutColumn{"end", Role::End},
    LayoutColumn{"folder", Role::Dropped},
    LayoutColumn{"altitudemode", Role::Dropped},
    LayoutColumn{"tessellate", Role::Dropped},
    LayoutColumn{"extrude", Role::Dropped},
    LayoutColumn{"visibility", Role::Dropped},
    LayoutColumn{"draworder", Role::Dropped},
};

/// Its names are dates, “20 APR 2026”: the words tell more.
void completeGeoConfirmed(RowDraft &draft)
{
    draft.takeTimeFromTitle();
    if (!draft.words.empty())
        draft.takeTitleFromWords();
}

constexpr Layout geoConfirmedLayoutWith(QLatin1StringView key, std::span<const LayoutColumn> columns)
{
    return {
        .key = key,
        .name = "GeoConfirmed",
        .columns = columns,
        // What was found on a picture is where it was found.
        .otherPlace = {{}, LocationPrecision::Exact, 0},
        .complete = completeGeoConfirmed,
        .citation = "Data: GeoConfirmed, geoconfirmed.org",
    };
}

} // namespace

const Layout geoConfirmedLayout = geoConfirmedLayoutWith(QLatin1StringView("geoconfirmed"), geoConfirmedColumns);
const Layout geoConfirmedOldLayout =
    geoConfirmedLayoutWith(QLatin1StringView("geoconfirmed-old"), geoConfirmedOldColumns);
const Layout geoConfirmedCopyLayout =
    geoConfirmedLayoutWith(QLatin1StringView("geoconfirmed-copy"), geoConfirmedCopyColumns);

const Layout geoConfirmedMapLayout =
    geoConfirmedLayoutWith(QLatin1StringView("geoconfirmed-map"), geoConfirmedMapColumns);

} // namespace dateline
