#pragma once

#include <QByteArray>
#include <QString>

#include <gdal_priv.h>

namespace dateline
{

/// @p path as GDAL takes it: absolute, so that it cannot be taken for a connection string or a virtual file.
[[nodiscard]] QByteArray gdalPath(const QString &path);

/// The one place where GDAL opens a file: read-only, with one driver. Null if that cannot.
///
/// @param path as gdalPath() makes it, or of a file in memory.
/// @param options of the driver, null behind the last.
[[nodiscard]] GDALDatasetUniquePtr openDataset(const QByteArray &path, const char *driver, const char *const *options);

/// The same for a file of rasters, with the reductions (FILE.tif.ovr) that lie beside a GeoTIFF; addRasterFormats() comes
/// before.
[[nodiscard]] GDALDatasetUniquePtr openRaster(const QByteArray &path, const char *driver, const char *const *options);

} // namespace dateline
