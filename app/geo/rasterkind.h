#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace dateline
{

/// The driver that reads the raster file at @p path, as its first bytes tell; null for what is no raster.
///
/// Of a GeoPackage that has tiles and features it is null too. Errors: NotFound, Unreadable.
[[nodiscard]] Result<const char *> rasterDriverOf(const QString &path);

/// @p path as GDAL takes it: absolute, so that it cannot be taken for a connection string or a virtual file.
[[nodiscard]] QByteArray gdalPath(const QString &path);

} // namespace dateline
