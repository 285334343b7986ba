#pragma once

#include "geo/sharedoverlay.h"
#include "map/viewport.h"

#include <span>

namespace dateline
{

/// An overlay as it is to be drawn.
struct DrawnOverlay
{
    std::shared_ptr<SharedOverlay> overlay;
    OverlayStyle style;
};

/// The picture of @p overlays, the first lowest, that lies over @p viewport, with @p pixelRatio pixels to one of its.
///
/// Null once @p stop is requested. An overlay that cannot be read on is left out, and @p problems gets its sentence.
[[nodiscard]] QImage overlayPicture(std::span<const DrawnOverlay> overlays, const Viewport &viewport, double pixelRatio,
                                    const std::stop_token &stop, const Overlay::Meanwhile &meanwhile,
                                    QStringList &problems);

} // namespace dateline
