#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"

#include <array>

namespace dateline
{

namespace
{

// As dateline-tables writes annotations down.
constexpr std::array annotationColumns{
    LayoutColumn{"annotation_id", Role::Id, true},
    LayoutColumn{"exact", Role::Words, true},
    LayoutColumn{"prefix"},
    LayoutColumn{"suffix"},
    LayoutColumn{"start"},
    LayoutColumn{"end"},
    LayoutColumn{"source", Role::Rest, true},
    LayoutColumn{"place", Role::Place},
    LayoutColumn{"tags", Role::Tags},
    LayoutColumn{"comments", Role::Notes},
    LayoutColumn{"identified_as"},
    LayoutColumn{"creator"},
    LayoutColumn{"created"},
};

enum AnnotationExtra : std::size_t { AnnotationSource };
constexpr std::array<std::string_view, 1> annotationExtras{"source"};

/// The words stand in the text that was annotated.
void completeAnnotation(RowDraft &draft)
{
    const std::string_view source = draft.extra(AnnotationSource);
    if (draft.words.empty()) {
        draft.title = draft.row.notes.substr(0, draft.row.notes.find('\n'));
        return;
    }
    draft.takeTitleFromWords();
    if (!source.empty())
        draft.sources.push_back({source, draft.words, {}});
}

} // namespace

const Layout annotationsLayout{
    .key = QLatin1StringView("annotations"),
    .name = "Web Annotation",
    .columns = annotationColumns,
    .extras = annotationExtras,
    .tagMarks = "\n",
    .otherPlace = {{}, LocationPrecision::Near, 5000},
    .complete = completeAnnotation,
};

} // namespace dateline
