#pragma once

#include "geo/overlay.h"

namespace dateline
{

/// Opens the raster file of heights at @p path: hillshade, tints by height and contours as TerrainStyle asks. Errors as
/// openOverlay().
[[nodiscard]] Result<std::unique_ptr<Overlay>> openTerrainOverlay(const QString &path, const OverlayStyle &style);

} // namespace dateline
