#pragma once

#include <QByteArray>

namespace dateline
{

/// The plane that the GeoTIFF at @p path in GDAL's memory (“/vsimem/…”) says that it shows, in well-known text; empty if
/// it says none. It is opened by that driver alone, which must be registered.
[[nodiscard]] QByteArray planeOfGeoTiff(const char *path);

} // namespace dateline
