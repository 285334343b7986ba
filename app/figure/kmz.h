#pragma once

#include "figure/figure.h"

#include <QByteArray>

namespace dateline
{

/// The figure for programs that show a globe: its base map as an image on the ground, and its incidents as places with
/// their times, words and sources. It fetches nothing.
///
/// The base map is drawn for the box of @p report at the figure's dpi, as longitudes and latitudes lie. An area stays an
/// area: what is known only as near, or blurred on purpose, gets no pin.
/// @param spec,content as publishable() gave them. Errors: Unwritable for want of memory.
[[nodiscard]] Result<QByteArray> kmzOf(const FigureSpec &spec, const FigureContent &content,
                                       const FigureReport &report);

} // namespace dateline
