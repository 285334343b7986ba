#pragma once

#include "base/zipreading.h"
#include "geo/memoryfolder.h"

#include <QStringList>

#include <span>

namespace dateline
{

/// The names in a zip archive of a map and of what belongs to it.
struct ZippedMap
{
    QString entry;
    QStringList beside; ///< The other files of a shapefile.

    [[nodiscard]] bool endsWith(const char *ending) const
    {
        return entry.endsWith(QLatin1StringView(ending), Qt::CaseInsensitive);
    }
};

/// The maps among @p entries of @p zip, such as a KMZ or a zipped shapefile, told by their endings.
///
/// Of a globe's archive those with marks, as its first one may only lead to others; if none has any, the first.
/// Errors as unpackEach().
[[nodiscard]] Result<std::vector<ZippedMap>> mapsIn(const ForeignFile &zip, const std::vector<ZipEntry> &entries);

/// Those of @p maps that are shown as one layer: all of a globe's, or the first of the kind that is likeliest meant.
[[nodiscard]] std::vector<ZippedMap> shownTogether(const std::vector<ZippedMap> &maps);

/// The files of @p maps, for GDAL: with small endings, each map's beside each other under one name.
///
/// Errors as unpackEach().
[[nodiscard]] Result<std::vector<FileInMemory>> filesOf(const ForeignFile &zip, std::span<const ZippedMap> maps,
                                                        qint64 most = mostBytesInMemory);

} // namespace dateline
