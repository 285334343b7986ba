#pragma once

#include "domain/figurenote.h"

#include <QPainterPath>
#include <QString>

namespace dateline
{

// The symbols are drawn for Dateline from the table in symbols.cpp and belong to it: nothing is taken from another set.
// Frames, icons and size signs follow what NATO's APP-6 says of their shapes, which is public.

/// A symbol in units of which its height is twenty; its middle is the origin.
struct SymbolShape
{
    QPainterPath frame; ///< To be filled pale and edged; empty for plain symbols.
    QPainterPath ink; ///< All that is drawn in it and on it, as areas.
};

inline constexpr double symbolUnits = 20;
inline constexpr double symbolStroke = 1.5; ///< The width of its lines in those units.

[[nodiscard]] SymbolShape symbolShape(NoteSymbol symbol, NoteFrame frame, NoteSize size);

/// “Explosion”, “Infantry”; what to call a symbol, a frame and a size. Frames are called by their shapes.
[[nodiscard]] QString nameOf(NoteSymbol symbol);
[[nodiscard]] QString nameOf(NoteFrame frame);
[[nodiscard]] QString nameOf(NoteSize size);

} // namespace dateline
