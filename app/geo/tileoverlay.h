#pragma once

#include "geo/overlay.h"

namespace dateline
{

/// Opens the pictures of the PMTiles archive at @p path. Errors as openOverlay().
[[nodiscard]] Result<std::unique_ptr<Overlay>> openTileOverlay(const QString &path, const OverlayStyle &style);

} // namespace dateline
