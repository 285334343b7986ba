#pragma once

#include "domain/figurespec.h"

namespace dateline
{

class Markup;

/// Writes the notes drawn by hand on the ground of @p spec as a folder of places; nothing if there are none.
///
/// They keep their colours and words; what hatches, teeth and symbols a globe does not have is told by their names.
void writeNotes(Markup &kml, const FigureSpec &spec);

} // namespace dateline
