#pragma once

#include <QByteArray>

#include <gdal_priv.h>

namespace dateline
{

/// The one place where GDAL opens a file: read-only, with one driver. Null if that cannot.
///
/// @param path absolute, so that it cannot be taken for a connection string or a virtual file.
/// @param options of the driver, null behind the last.
[[nodiscard]] GDALDatasetUniquePtr openDataset(const QByteArray &path, const char *driver, const char *const *options);

/// The same for a file of rasters; addRasterFormats() comes before.
[[nodiscard]] GDALDatasetUniquePtr openRaster(const QByteArray &path, const char *driver, const char *const *options);

} // namespace dateline
