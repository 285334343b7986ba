#pragma once

#include "domain/kind.h"

#include <QByteArray>

namespace dateline
{

// The marks of kinds as the window draws them, for programs that draw a case by the style in it.

/// The colour of @p kind, 0xRRGGBB.
[[nodiscard]] std::uint32_t markColour(Kind kind);

/// An SVG of the pin for a place that is known: a white symbol on a disc.
[[nodiscard]] QByteArray discSvg(Kind kind);

/// An SVG of the mark for a place that is known only as an area: a coloured symbol in a dashed ring.
[[nodiscard]] QByteArray ringSvg(Kind kind);

} // namespace dateline
