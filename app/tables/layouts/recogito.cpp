#include "tables/cells.h"
#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"

#include <array>

namespace dateline
{

namespace
{

constexpr std::array recogitoColumns{
    LayoutColumn{"uuid", Role::Id, true},
    LayoutColumn{"file"},
    LayoutColumn{"quote_transcription", Role::Words, true},
    LayoutColumn{"anchor", Role::Rest, true},
    LayoutColumn{"type"},
    LayoutColumn{"uri"},
    LayoutColumn{"vocab_label", Role::Place},
    LayoutColumn{"lat", Role::Latitude},
    LayoutColumn{"lng", Role::Longitude},
    LayoutColumn{"tags", Role::Tags},
    LayoutColumn{"comments", Role::Notes},
};

enum RecogitoExtra : std::size_t { RecogitoFile };
constexpr std::array<std::string_view, 1> recogitoExtras{"file"};

// Its places as GeoJSON: what was annotated comes together under each place.
constexpr std::array recogitoMapColumns{
    LayoutColumn{"id", Role::Id},
    LayoutColumn{"titles", Role::Place, true},
    LayoutColumn{"quotes", Role::Words, true},
    LayoutColumn{"uris", Role::Rest, true},
    LayoutColumn{"tags", Role::Tags},
    LayoutColumn{"comments", Role::Notes},
};

/// The words stand in the text that was annotated.
void completeRecogito(RowDraft &draft)
{
    if (draft.words.empty())
        return;
    draft.takeTitleFromWords();
    if (!draft.extra(RecogitoFile).empty())
        draft.sources.push_back({draft.extra(RecogitoFile), draft.words, {}});
}

void completeRecogitoMap(RowDraft &draft)
{
    // A place of several names has the first.
    draft.row.place = trimmed(draft.row.place.substr(0, draft.row.place.find('\n')));
    if (!draft.words.empty())
        draft.takeTitleFromWords();
}

} // namespace

// A gazetteer's point stands for a whole settlement.
const Layout recogitoLayout{
    .key = QLatin1StringView("recogito"),
    .name = "Recogito",
    .columns = recogitoColumns,
    .extras = recogitoExtras,
    .tagMarks = "|,;\n",
    .otherPlace = {{}, LocationPrecision::Near, 5000},
    .complete = completeRecogito,
};

const Layout recogitoMapLayout{
    .key = QLatin1StringView("recogito-map"),
    .name = "Recogito",
    .columns = recogitoMapColumns,
    .tagMarks = "|,;\n",
    .otherPlace = {{}, LocationPrecision::Near, 5000},
    .complete = completeRecogitoMap,
    .byFile = true,
};

} // namespace dateline
