#pragma once

#include "figure/figure.h"

namespace dateline
{

/// Why no world file can be written for a figure of @p spec at @p path, in one sentence; empty if it can.
[[nodiscard]] QString worldFileProblem(const QString &path, const FigureSpec &spec);

/// Writes where the picture at @p path, a PNG, JPEG or WebP of which @p report tells, lies on the earth, for programs
/// of maps: the world file “map.pgw”, “map.jgw” or “map.wld”, and the plane of its projection in “map.png.aux.xml”,
/// which is what GDAL, QGIS and ArcGIS read of it. It holds in the map's frame.
///
/// Errors: Unsupported for what worldFileProblem() tells of and for a projection that has no name there; Unwritable.
[[nodiscard]] Result<void> writeWorldFile(const QString &path, const FigureSpec &spec, const FigureReport &report);

} // namespace dateline
