#pragma once

#include "domain/incident.h"

class QColor;
class QXmlStreamWriter;

namespace dateline
{

/// @p colour as KML has it: opacity (0…255), blue, green, red.
[[nodiscard]] QString kmlColour(const QColor &colour, int alpha);

/// Writes the place of an incident as KML has shapes: a pin where it is known exactly, with its circle where it is known
/// as near, else the area alone.
///
/// @param isBlurred it is told by an area on purpose, whatever it was.
void writeShape(QXmlStreamWriter &xml, const Where &where, bool isBlurred);

} // namespace dateline
