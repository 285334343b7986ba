#pragma once

#include "geo/overlay.h"

namespace dateline
{

/// Opens the features of the vector file at @p path (shapefile, GeoPackage, GeoJSON, FlatGeobuf, KML, GPX, vector tiles),
/// of the layer that the style names. Errors as openOverlay().
[[nodiscard]] Result<std::unique_ptr<Overlay>> openFeatureOverlay(const QString &path, const OverlayStyle &style);

} // namespace dateline
