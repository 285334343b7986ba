#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"

#include <array>

namespace dateline
{

namespace
{

// The download of the map.
constexpr std::array timeMapColumns{
    LayoutColumn{"id", Role::Id},
    LayoutColumn{"date", Role::Date, true},
    LayoutColumn{"time", Role::Time},
    LayoutColumn{"latitude", Role::Latitude, true},
    LayoutColumn{"longitude", Role::Longitude, true},
    LayoutColumn{"location", Role::Place, true},
    LayoutColumn{"description", Role::Words, true},
    LayoutColumn{"comments", Role::Notes},
    LayoutColumn{"graphic", Role::Graphic},
    LayoutColumn{"sources", Role::Links},
    LayoutColumn{"associations", Role::Tags, true},
};

// The tab EXPORT_EVENTS of the spreadsheet behind it.
constexpr std::array timeMapSheetColumns{
    LayoutColumn{"id", Role::Id},
    LayoutColumn{"date", Role::Date, true},
    LayoutColumn{"time", Role::Time},
    LayoutColumn{"latitude", Role::Latitude, true},
    LayoutColumn{"longitude", Role::Longitude, true},
    LayoutColumn{"location", Role::Place, true},
    LayoutColumn{"description", Role::Words, true},
    LayoutColumn{"comments", Role::Notes},
    LayoutColumn{"graphic", Role::Graphic},
    LayoutColumn{"source", Role::Links, false, true},
    LayoutColumn{"association", Role::Tags, true, true},
};

void completeTimeMap(RowDraft &draft)
{
    if (!draft.words.empty())
        draft.takeTitleFromWords();
}

} // namespace

const Layout timeMapLayout{
    .key = QLatin1StringView("timemap"),
    .name = "TimeMap",
    .columns = timeMapColumns,
    .monthFirst = true,
    .tagMarks = ",;",
    .otherPlace = {{}, LocationPrecision::Near, 1000},
    .complete = completeTimeMap,
};

const Layout timeMapSheetLayout{
    .key = QLatin1StringView("timemap-events"),
    .name = "TimeMap",
    .columns = timeMapSheetColumns,
    .monthFirst = true,
    .tagMarks = ",;",
    .otherPlace = {{}, LocationPrecision::Near, 1000},
    .complete = completeTimeMap,
};

} // namespace dateline
