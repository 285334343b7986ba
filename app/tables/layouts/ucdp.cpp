#include "tables/cells.h"
#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"
#include "tables/tablestext.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

// In the order of the file, which also comes without a header.
constexpr std::array ucdpColumns{
    LayoutColumn{"id", Role::Id, true},
    LayoutColumn{"relid"},
    LayoutColumn{"year", Role::Dropped},
    LayoutColumn{"active_year"},
    LayoutColumn{"code_status"},
    LayoutColumn{"type_of_violence", Role::Rest, true},
    LayoutColumn{"conflict_dset_id"},
    LayoutColumn{"conflict_new_id"},
    LayoutColumn{"conflict_name"},
    LayoutColumn{"dyad_dset_id"},
    LayoutColumn{"dyad_new_id"},
    LayoutColumn{"dyad_name"},
    LayoutColumn{"side_a_dset_id"},
    LayoutColumn{"side_a_new_id"},
    LayoutColumn{"side_a", Role::Actors, true},
    LayoutColumn{"side_b_dset_id"},
    LayoutColumn{"side_b_new_id"},
    LayoutColumn{"side_b", Role::Actors},
    LayoutColumn{"number_of_sources"},
    LayoutColumn{"source_article"},
    LayoutColumn{"source_office"},
    LayoutColumn{"source_date"},
    LayoutColumn{"source_headline"},
    LayoutColumn{"source_original"},
    LayoutColumn{"where_prec", Role::PlacePrecision, true},
    LayoutColumn{"where_coordinates", Role::Place},
    LayoutColumn{"where_description"},
    LayoutColumn{"adm_1", Role::Province},
    LayoutColumn{"adm_2"},
    LayoutColumn{"latitude", Role::Latitude},
    LayoutColumn{"longitude", Role::Longitude},
    LayoutColumn{"geom_wkt", Role::Dropped},
    LayoutColumn{"priogrid_gid"},
    LayoutColumn{"country", Role::Country},
    LayoutColumn{"country_id"},
    LayoutColumn{"region"},
    LayoutColumn{"event_clarity"},
    LayoutColumn{"date_prec", Role::DatePrecision},
    LayoutColumn{"date_start", Role::Date, true},
    LayoutColumn{"date_end", Role::End},
    LayoutColumn{"deaths_a"},
    LayoutColumn{"deaths_b"},
    LayoutColumn{"deaths_civilians"},
    LayoutColumn{"deaths_unknown"},
    LayoutColumn{"best", Role::Killed},
    LayoutColumn{"high", Role::KilledHigh},
    LayoutColumn{"low", Role::KilledLow},
    LayoutColumn{"gwnoa"},
    LayoutColumn{"gwnob"},
};
constexpr std::size_t headlessColumns = 49;
static_assert(ucdpColumns.size() == headlessColumns);

enum UcdpExtra : std::size_t {
    UcdpViolence,
    UcdpDescription,
    UcdpArticle,
    UcdpOffice,
    UcdpHeadline,
    UcdpOriginal,
    UcdpDyad
};
constexpr std::array<std::string_view, 7> ucdpExtras{"type_of_violence", "where_description", "source_article",
                                                     "source_office",    "source_headline",   "source_original",
                                                     "dyad_name"};

constexpr std::array ucdpTimes{TimeCode{"1", TimePrecision::Day}, TimeCode{"2", TimePrecision::Week},
                               TimeCode{"3", TimePrecision::Week}, TimeCode{"4", TimePrecision::Month},
                               TimeCode{"5", TimePrecision::Year}};

// 1 is a point, 2 within 25 km of one. From 3 on the point is the middle of an area: of a district, of a province, of
// something vaguer, of the country, or somewhere at sea or in the air. Radii are those of middling ones.
constexpr std::array ucdpPlaces{
    PlaceCode{"1", LocationPrecision::Exact, 0},         PlaceCode{"2", LocationPrecision::Near, 25000},
    PlaceCode{"3", LocationPrecision::District, 30000},  PlaceCode{"4", LocationPrecision::Province, 75000},
    PlaceCode{"5", LocationPrecision::Province, 100000}, PlaceCode{"6", LocationPrecision::Country, 300000},
    PlaceCode{"7", LocationPrecision::Province, 150000},
};

/// The parts of a list of sources; a headline may have a “;” of its own, and then the lists do not go together.
std::vector<std::string_view> ucdpPartsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    addParts(parts, text, ";");
    return parts;
}

void takeSources(RowDraft &draft)
{
    const std::vector<std::string_view> offices = ucdpPartsOf(draft.extra(UcdpOffice));
    const std::vector<std::string_view> headlines = ucdpPartsOf(draft.extra(UcdpHeadline));
    const std::string_view speaker = draft.extra(UcdpOriginal);
    // Older rows have no lists, but the sources as one text.
    draft.words = draft.extra(UcdpArticle).empty() ? draft.extra(UcdpHeadline) : draft.extra(UcdpArticle);
    if (draft.words.empty())
        draft.words = speaker;
    if (offices.size() == headlines.size()) {
        for (std::size_t i = 0; i < offices.size(); ++i)
            draft.sources.push_back({offices[i], headlines[i], speaker});
        return;
    }
    for (const std::string_view office : offices) {
        if (!std::ranges::contains(draft.sources, office, &RowSource::publisher))
            draft.sources.push_back({office, draft.words, speaker});
    }
}

void completeUcdp(RowDraft &draft)
{
    // State against an organisation, organisations against each other, and either against civilians.
    const std::string_view violence = draft.extra(UcdpViolence);
    if (violence == "3")
        draft.row.kind = Kind::ViolenceAgainstCivilians;
    else if (violence == "1" || violence == "2")
        draft.row.kind = Kind::Battles;
    else
        draft.refuseExtra(UcdpViolence, TablesText::tr("A type of violence is 1, 2 or 3"));
    draft.row.placeAsWritten = draft.extra(UcdpDescription);
    draft.title = draft.extra(UcdpDyad);
    if (!draft.title.empty() && !draft.row.place.empty())
        draft.title.append(", ").append(draft.row.place);
    takeSources(draft);
}

} // namespace

const Layout ucdpLayout{
    .key = QLatin1StringView("ucdp"),
    .name = "UCDP GED",
    .columns = ucdpColumns,
    .headless = headlessColumns,
    .extras = ucdpExtras,
    .timeCodes = ucdpTimes,
    .placeCodes = ucdpPlaces,
    .otherPlace = {{}, LocationPrecision::Province, 100000},
    .complete = completeUcdp,
    .citation = "Data: Uppsala Conflict Data Program (UCDP), Georeferenced Event Dataset, ucdp.uu.se",
    .terms = "UCDP's terms are at ucdp.uu.se",
};

} // namespace dateline
