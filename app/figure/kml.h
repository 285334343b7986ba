#pragma once

#include "figure/figure.h"

#include <QByteArray>

namespace dateline
{

/// An image that covers a box of the ground; no image if its bytes are empty.
struct GroundImage
{
    QByteArray png;
    LonLatBox box; ///< Of the image's edges.
};

/// The name that the image has beside the document.
inline constexpr auto groundImageName = "map.png";

/// The incidents of the figure as a KML document, numbered as on the figure; @p ground lies under them.
///
/// @param spec,content as publishable() gave them.
[[nodiscard]] QByteArray kmlOf(const FigureSpec &spec, const FigureContent &content, const FigureReport &report,
                               const GroundImage &ground);

} // namespace dateline
