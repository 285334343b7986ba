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

/// The words stand in the text that was annotated.
void completeRecogito(RowDraft &draft)
{
    if (draft.words.empty())
        return;
    draft.takeTitleFromWords();
    if (!draft.extra(RecogitoFile).empty())
        draft.sources.push_back({draft.extra(RecogitoFile), draft.words, {}});
}

} // namespace

// A gazetteer's point stands for a whole settlement.
const Layout recogitoLayout{
    .key = QLatin1StringView("recogito"),
    .name = "Recogito",
    .columns = recogitoColumns,
    .extras = recogitoExtras,
    .tagMarks = "|,;",
    .otherPlace = {{}, LocationPrecision::Near, 5000},
    .complete = completeRecogito,
};

} // namespace dateline
