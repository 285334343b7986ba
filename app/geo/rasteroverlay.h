#pragma once

#include "geo/overlay.h"

namespace dateline
{

/// Opens the raster file at @p path as a picture. Errors as openOverlay().
[[nodiscard]] Result<std::unique_ptr<Overlay>> openRasterOverlay(const QString &path, const OverlayStyle &style);

} // namespace dateline
