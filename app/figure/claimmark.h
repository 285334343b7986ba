#pragma once

#include "domain/claim.h"
#include "map/markpainter.h"

namespace dateline
{

inline constexpr double claimKeyPx = 20; ///< A mark's size in a key.

/// Paints a mark of what somebody disputes or denies: hollow, with a question mark or a cross beside it, so that no
/// colour is needed to tell it from what they report.
///
/// @param text drawn in it, such as its number; may be empty.
void paintClaimMark(QPainter &painter, QPointF middle, Kind kind, Stance stance, const QString &text,
                    const Theme &theme, double diameterPx = markDiameterPx);

} // namespace dateline
