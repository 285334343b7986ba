#pragma once

#include "base/ids.h"
#include "domain/figurearrangement.h"
#include "domain/figurenote.h"
#include "domain/filter.h"

#include <QString>

#include <optional>
#include <vector>

namespace dateline
{

/// How a figure tells its incidents.
enum class FigureMarks : std::uint8_t {
    Automatic, ///< Each for itself while they are few enough to read.
    Each, ///< A numbered mark each, with words.
    Squares ///< How many lie in each square of a grid.
};

enum class FigureColours : std::uint8_t { Light, Dark, Grey };

/// What the incidents of a group have in common.
enum class GroupBy : std::uint8_t {
    Incident,
    Day,
    Week,
    Kind,
    Province,
    Party, ///< Who is named in them; an incident may be in several groups.
    Speaker, ///< Who says so: whom the words name, else who published them. In several groups where several do.
    Split, ///< Between which instants they lie; in several groups where an instant lies within them.
    Known ///< All that was reported by an instant, for each of these.
};

/// All that is needed to draw a figure of a case again.
struct FigureSpec
{
    FigureId id{};
    QString title; ///< Empty: made from what is shown.
    QString subtitle; ///< Empty: made from what is shown.
    QString credit; ///< Who made it; may be empty.
    QString alternativeText; ///< For those who do not see it; empty: written from what is shown.
    int widthPx = 1600; ///< Of the page at 96 dots an inch; 400…10,000.
    int heightPx = 1000;
    int dpi = 192; ///< Of the exported image; 72…600. SVG and PDF keep their size.
    std::optional<LonLatBox> box; ///< None: fits what is shown.
    QString projection; ///< A PROJ string or “EPSG:n”; empty: the one that fits the box.
    bool graticule = false; ///< Whether meridians and parallels are drawn.
    bool northArrow = false;
    IncidentFilter filter;
    std::vector<IncidentId> only; ///< If any, what the filter shows of these alone; ascending.
    FigureMarks marks = FigureMarks::Automatic;
    std::optional<GroupBy> panels; ///< If any, a map for each group beside the others, in place of one with callouts.
    std::vector<UtcMinute> instants; ///< Of panels by Split and Known; ascending.
    FigureColours colours = FigureColours::Light;
    double blurMetres =
        10'000; ///< How far the places of sensitive incidents may be from what is drawn; 0: as they are.
    FigureArrangement arrangement;
    bool graphicWords = false; ///< Whether the words of graphic incidents and documents are printed.
    std::vector<FigureNote> notes; ///< Drawn by hand, the topmost last.

    friend bool operator==(const FigureSpec &, const FigureSpec &) = default;
};

} // namespace dateline
