#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace dateline
{

/// What a map file is, as its first bytes tell.
enum class FileKind : std::uint8_t {
    Unknown,
    Zip, ///< What is in it tells.
    GeoTiff,
    Png,
    Jpeg,
    WebP,
    Jpeg2000,
    Dted,
    Srtm, ///< Its name tells: it has nothing but heights.
    MbTiles, ///< Or another database of SQLite.
    PmTiles,
    GeoPackage,
    Shapefile,
    FlatGeobuf,
    Kml,
    Gpx,
    GeoJson, ///< A collection of features.
    GeoJsonFeature, ///< One.
    GeoJsonLines, ///< Features one after another.
    GeoJsonShape ///< JSON in which a shape occurs.
};

/// What a kind of file is read with, and what may be in it; where that is both, only the file tells which.
struct FileTraits
{
    const char *driver; ///< As GDAL calls it; null for what it does not read.
    bool hasPictures;
    bool hasFeatures;
};

[[nodiscard]] FileTraits traitsOf(FileKind kind);

inline constexpr qsizetype kindBytes = 65536; ///< The first feature of GeoJSON may stand behind much else.

/// The kind of a file that begins with @p head.
[[nodiscard]] FileKind fileKindOf(const QByteArray &head);

/// The first kindBytes of the file at @p path, by which fileKindOf() tells its kind. Errors: NotFound, Unreadable.
[[nodiscard]] Result<QByteArray> headOfFile(const QString &path);

/// The kind of the file at @p path. Errors: NotFound, Unreadable.
[[nodiscard]] Result<FileKind> fileKindAt(const QString &path);

/// The driver that reads the pictures of the file at @p path; null if it has none.
///
/// Of a GeoPackage that has tiles and features it is null too. Errors: NotFound, Unreadable.
[[nodiscard]] Result<const char *> rasterDriverOf(const QString &path);

} // namespace dateline
