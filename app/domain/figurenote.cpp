#include "domain/figurenote.h"

#include <array>

namespace dateline
{

namespace
{

constexpr std::size_t many = 20'000; // A freehand line of minutes.

/// What sets the kinds apart, in the order of NoteKind.
struct KindRow
{
    NotePoints points;
    bool isArea = false;
    double widthPt = 1.5;
    NoteFill fill = NoteFill::None;
    NoteColour colour = NoteColour::Ink;
};
constexpr std::array kindRows{
    KindRow{{1, 2}}, // Of two, the corners of the box in which its lines break.
    KindRow{{2, many}},
    KindRow{{2, many}},
    KindRow{{2, 2}, true},
    KindRow{{3, many}, true},
    KindRow{{2, many}},
    KindRow{{1, 2}}, // Of two, the corners of the box that it fits.
    KindRow{{1, 1}},
    KindRow{{2, many}, false, 9, NoteFill::Tint, NoteColour::Red},
    KindRow{{2, many}, false, 2, NoteFill::Solid, NoteColour::Red},
    KindRow{{3, many}, true, 1.25, NoteFill::Diagonal, NoteColour::Purple},
};
static_assert(kindRows.size() == static_cast<std::size_t>(NoteKind::Hatched) + 1);

const KindRow &rowOf(NoteKind kind)
{
    return kindRows.at(static_cast<std::size_t>(kind));
}

} // namespace

NotePoints pointsOf(NoteKind kind)
{
    return rowOf(kind).points;
}

bool isArea(NoteKind kind)
{
    return rowOf(kind).isArea;
}

FigureNote freshNote(NoteKind kind)
{
    FigureNote note;
    note.kind = kind;
    note.widthPt = rowOf(kind).widthPt;
    note.fill = rowOf(kind).fill;
    note.colour = rowOf(kind).colour;
    return note;
}

} // namespace dateline
