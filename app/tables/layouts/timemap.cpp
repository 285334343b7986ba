#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"

#include <array>

namespace dateline
{

namespace
{

/// The columns of an event, with the two that lists are in.
constexpr std::array<LayoutColumn, 11> timeMapColumnsWith(LayoutColumn sources, LayoutColumn associations)
{
    return {
        LayoutColumn{"id", Role::Id},
        LayoutColumn{"date", Role::Date, true},
        LayoutColumn{"time", Role::Time},
        LayoutColumn{"latitude", Role::Latitude, true},
        LayoutColumn{"longitude", Role::Longitude, true},
        LayoutColumn{"location", Role::Place, true},
        LayoutColumn{"description", Role::Words, true},
        LayoutColumn{"comments", Role::Notes},
        LayoutColumn{"graphic", Role::Graphic},
        sources,
        associations,
    };
}

// The server's events, and the download of the map as CSV.
constexpr auto timeMapColumns = timeMapColumnsWith({"sources", Role::Links}, {"associations", Role::Tags, true});
// The tab EXPORT_EVENTS of the spreadsheet behind it.
constexpr auto timeMapSheetColumns =
    timeMapColumnsWith({"source", Role::Links, false, true}, {"association", Role::Tags, true, true});
// The download of the map as JSON.
constexpr auto timeMapDownloadColumns = timeMapColumnsWith({"sources", Role::Links}, {"filters", Role::Tags, true});

void completeTimeMap(RowDraft &draft)
{
    if (!draft.words.empty())
        draft.takeTitleFromWords();
}

constexpr Layout timeMapLayoutWith(QLatin1StringView key, std::span<const LayoutColumn> columns)
{
    return {
        .key = key,
        .name = "TimeMap",
        .columns = columns,
        .monthFirst = true,
        .tagMarks = ",;\n",
        .otherPlace = {{}, LocationPrecision::Near, 1000},
        .complete = completeTimeMap,
    };
}

} // namespace

const Layout timeMapLayout = timeMapLayoutWith(QLatin1StringView("timemap"), timeMapColumns);
const Layout timeMapSheetLayout = timeMapLayoutWith(QLatin1StringView("timemap-events"), timeMapSheetColumns);
const Layout timeMapDownloadLayout = timeMapLayoutWith(QLatin1StringView("timemap-download"), timeMapDownloadColumns);

} // namespace dateline
