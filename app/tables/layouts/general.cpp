#include "tables/cells.h"
#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

// Names that people give to columns of maps and tables, and programs that write them.
constexpr std::array generalColumns{
    LayoutColumn{"wkt_geom", Role::Shape, true},
    LayoutColumn{"wkt", Role::Shape},
    LayoutColumn{"id", Role::Id},
    LayoutColumn{"uuid", Role::Id},
    LayoutColumn{"guid", Role::Id},
    LayoutColumn{"event_id", Role::Id},
    LayoutColumn{"name", Role::Title},
    LayoutColumn{"title", Role::Title},
    LayoutColumn{"headline", Role::Title},
    LayoutColumn{"description", Role::Words},
    LayoutColumn{"desc", Role::Words},
    LayoutColumn{"text", Role::Words},
    LayoutColumn{"details", Role::Words},
    LayoutColumn{"summary", Role::Words},
    LayoutColumn{"narrative", Role::Words},
    LayoutColumn{"snippet", Role::Words},
    LayoutColumn{"comment", Role::Notes},
    LayoutColumn{"comments", Role::Notes},
    LayoutColumn{"notes", Role::Notes},
    LayoutColumn{"note", Role::Notes},
    LayoutColumn{"remarks", Role::Notes},
    LayoutColumn{"cmt", Role::Notes},
    LayoutColumn{"date", Role::Date},
    LayoutColumn{"datetime", Role::Date},
    LayoutColumn{"date_time", Role::Date},
    LayoutColumn{"event_date", Role::Date},
    LayoutColumn{"timestamp", Role::Date},
    LayoutColumn{"when", Role::Date},
    LayoutColumn{"begin", Role::Date},
    LayoutColumn{"start", Role::Date},
    LayoutColumn{"start_date", Role::Date},
    LayoutColumn{"date_start", Role::Date},
    LayoutColumn{"begin_date", Role::Date},
    LayoutColumn{"date_begin", Role::Date},
    LayoutColumn{"start_time", Role::Date},
    LayoutColumn{"verifieddate", Role::Date},
    LayoutColumn{"time", Role::Time},
    LayoutColumn{"end", Role::End},
    LayoutColumn{"end_date", Role::End},
    LayoutColumn{"date_end", Role::End},
    LayoutColumn{"end_time", Role::End},
    LayoutColumn{"until", Role::End},
    LayoutColumn{"latitude", Role::Latitude},
    LayoutColumn{"lat", Role::Latitude},
    LayoutColumn{"longitude", Role::Longitude},
    LayoutColumn{"lon", Role::Longitude},
    LayoutColumn{"lng", Role::Longitude},
    LayoutColumn{"long", Role::Longitude},
    LayoutColumn{"coordinates", Role::LatLon},
    LayoutColumn{"place", Role::Place},
    LayoutColumn{"location", Role::Place},
    LayoutColumn{"place_name", Role::Place},
    LayoutColumn{"placename", Role::Place},
    LayoutColumn{"city", Role::Place},
    LayoutColumn{"town", Role::Place},
    LayoutColumn{"village", Role::Place},
    LayoutColumn{"settlement", Role::Place},
    LayoutColumn{"province", Role::Province},
    LayoutColumn{"region", Role::Province},
    LayoutColumn{"admin1", Role::Province},
    LayoutColumn{"adm_1", Role::Province},
    LayoutColumn{"country", Role::Country},
    LayoutColumn{"country_code", Role::Country},
    LayoutColumn{"actor", Role::Actors},
    LayoutColumn{"actors", Role::Actors},
    LayoutColumn{"actor1", Role::Actors},
    LayoutColumn{"actor2", Role::Actors},
    LayoutColumn{"side_a", Role::Actors},
    LayoutColumn{"side_b", Role::Actors},
    LayoutColumn{"faction", Role::Actors},
    LayoutColumn{"fatalities", Role::Killed},
    LayoutColumn{"killed", Role::Killed},
    LayoutColumn{"deaths", Role::Killed},
    LayoutColumn{"url", Role::Links, false, true},
    LayoutColumn{"link", Role::Links, false, true},
    LayoutColumn{"urls", Role::Links},
    LayoutColumn{"links", Role::Links},
    LayoutColumn{"link1_href", Role::Links},
    LayoutColumn{"tags", Role::Tags},
    LayoutColumn{"tag", Role::Tags},
    LayoutColumn{"keywords", Role::Tags},
    LayoutColumn{"category", Role::Tags},
    LayoutColumn{"categories", Role::Tags},
    LayoutColumn{"folder", Role::Tags},
    LayoutColumn{"graphic", Role::Graphic},
    LayoutColumn{"sensitive", Role::Sensitive},
    // How a globe is to draw it.
    LayoutColumn{"altitudemode", Role::Dropped},
    LayoutColumn{"tessellate", Role::Dropped},
    LayoutColumn{"extrude", Role::Dropped},
    LayoutColumn{"visibility", Role::Dropped},
    LayoutColumn{"draworder", Role::Dropped},
};

enum GeneralExtra : std::size_t { GeneralSource, GeneralSources };
constexpr std::array<std::string_view, 2> generalExtras{"source", "sources"};

/// Names of sources, or links to them.
void takeGeneralSources(RowDraft &draft, std::string_view cell)
{
    std::vector<std::string_view> parts;
    addParts(parts, cell, cell.contains("://") ? ",; \t\n" : ";\n");
    for (const std::string_view part : parts) {
        const std::string_view publisher = publisherOf(part);
        if (!std::ranges::contains(draft.sources, publisher, &RowSource::publisher))
            draft.sources.push_back({publisher, draft.words, {}});
    }
}

void completeGeneral(RowDraft &draft)
{
    // What drawing programs give to all.
    if (draft.row.dataSetId == "0")
        draft.row.dataSetId = {};
    const std::string_view title = draft.cell(Role::Title);
    if (draft.takeTimeFromTitle() && !draft.words.empty())
        draft.takeTitleFromWords();
    // A mark's name is what its map says where it says no more.
    if (draft.words.empty())
        draft.words = title;
    takeGeneralSources(draft, draft.extra(GeneralSource));
    takeGeneralSources(draft, draft.extra(GeneralSources));
}

} // namespace

const Layout generalLayout{
    .key = QLatin1StringView("general"),
    .name = "general table or map",
    .columns = generalColumns,
    .extras = generalExtras,
    .tagMarks = ",;\n",
    .otherPlace = {{}, LocationPrecision::Near, 1000},
    .complete = completeGeneral,
    .byFile = true,
};

} // namespace dateline
