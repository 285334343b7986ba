#include "tables/readers/geojson.h"
#include "tables/readers/maplayers.h"
#include "tables/readers/readers.h"
#include "tables/readers/refusals.h"
#include "tables/readers/roughtimes.h"
#include "tables/readers/zipfile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

/// How the features lie in JSON that begins with @p head; none if it is no map.
std::optional<FeatureList> featureListIn(const QByteArray &head)
{
    const QByteArray letters = head.startsWith("\xef\xbb\xbf") ? head.sliced(3).trimmed() : head.trimmed();
    if (letters.startsWith('\x1e'))
        return FeatureList::OneByOne;
    if (!letters.startsWith('{'))
        return std::nullopt;
    static const QRegularExpression collection(QStringLiteral("\"type\"\\s*:\\s*\"FeatureCollection\""));
    static const QRegularExpression feature(QStringLiteral("^\\{\\s*\"type\"\\s*:\\s*\"Feature\""));
    const QString text = QString::fromUtf8(letters);
    if (feature.match(text).hasMatch())
        return FeatureList::OneByOne;
    // A page of annotations may have a map in one of its bodies.
    if (collection.match(text).hasMatch() && !letters.contains("\"Annotation\""))
        return FeatureList::InCollection;
    return std::nullopt;
}

std::optional<MapFormat> mapFormatOf(const QByteArray &head)
{
    constexpr qsizetype opening = 4096;
    const QByteArray begin = head.first(std::min(head.size(), opening));
    if (head.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return MapFormat::GeoPackage;
    if (head.startsWith(QByteArrayView("\x00\x00\x27\x0a", 4)))
        return MapFormat::Shapefile;
    if (head.startsWith(QByteArrayView("fgb\x03", 4)))
        return MapFormat::FlatGeobuf;
    if (begin.contains("<kml") || begin.contains(":kml"))
        return MapFormat::Kml;
    if (begin.contains("<gpx"))
        return MapFormat::Gpx;
    return std::nullopt;
}

Result<ForeignTables> tablesOfMap(Result<MapFile> map, MapFormat format, const QString &name)
{
    if (!map)
        return std::unexpected(map.error());
    QStringList layers;
    for (int i = 0; i < map->layerCount(); ++i)
        layers.append(map->layerName(i));
    if (layers.isEmpty())
        return refusedFile(Error::Kind::Malformed, "“%1” is a map without layers; there is nothing to import in it",
                           name);
    if (layers.contains(u"incident") && layers.contains(u"claim") && layers.contains(u"history"))
        return refusedFile(Error::Kind::Unsupported, "“%1” is a case of Dateline: join it with “merge” instead", name);
    return tablesOfLayers(std::move(*map), format);
}

/// GeoJSON whose positions are no degrees is left to its driver, which reads all of it at once.
Result<ForeignTables> tablesOfJsonMap(GeoJsonOpening open, FeatureList list, const QString &name,
                                      const std::function<Result<MapFile>()> &openAtOnce)
{
    Result<std::optional<ForeignTable>> table = tableOfGeoJson(std::move(open), list, name);
    if (!table)
        return std::unexpected(table.error());
    if (*table)
        return ForeignTables{std::move(**table)};
    return tablesOfMap(openAtOnce(), MapFormat::GeoJson, name);
}

Result<ForeignTables> tablesOfZippedJsonMap(const ForeignFile &file, const QString &entry)
{
    const GeoJsonOpening open = [file, entry]() -> Result<std::unique_ptr<QIODevice>> {
        return UnpackingDevice::openEntry(file, entry);
    };
    const Result<std::unique_ptr<QIODevice>> begin = open();
    if (!begin)
        return std::unexpected(begin.error());
    const std::optional<FeatureList> list = featureListIn((*begin)->read(64 * 1024));
    if (!list)
        return refusedFile(Error::Kind::Malformed, "“%1” holds a map that is damaged; get it anew", file.name);
    return tablesOfJsonMap(open, *list, file.name, [&]() -> Result<MapFile> {
        Result<QByteArray> bytes = bytesOf(file, entry);
        if (!bytes)
            return std::unexpected(bytes.error());
        return MapFile::open({{QStringLiteral("map.geojson"), std::move(*bytes)}}, MapFormat::GeoJson, file.name);
    });
}

Result<ForeignTables> tablesOfKml(const ForeignFile &file)
{
    // Its driver takes ten times as much.
    constexpr qint64 most = qint64{128} * 1024 * 1024;
    QFile kml(file.path);
    if (kml.size() > most || !kml.open(QIODevice::ReadOnly))
        return refusedFile(Error::Kind::Unsupported,
                           "“%1” is KML of more than 128 MB, which is read at once; save it in parts or as GeoPackage",
                           file.name);
    return tablesOfMap(
        MapFile::open({{QStringLiteral("map.kml"), withRoughTimes(kml.readAll())}}, MapFormat::Kml, file.name),
        MapFormat::Kml, file.name);
}

bool isSidecarOf(const QString &name, const QString &shape)
{
    const QString begin = shape.chopped(4);
    return name.startsWith(begin, Qt::CaseInsensitive)
        && QStringList{QStringLiteral(".shx"), QStringLiteral(".dbf"), QStringLiteral(".prj"), QStringLiteral(".cpg")}
               .contains(name.sliced(begin.size()).toLower());
}

/// The bytes of a shapefile in an archive, with small endings and one name; its own first.
Result<std::vector<MapBytes>> shapefileIn(const ForeignFile &file, const std::vector<ZipEntry> &entries,
                                          const QString &shape)
{
    std::vector<MapBytes> parts;
    for (const ZipEntry &entry : entries) {
        if (entry.name != shape && !isSidecarOf(entry.name, shape))
            continue;
        Result<QByteArray> bytes = bytesOf(file, entry.name);
        if (!bytes)
            return std::unexpected(bytes.error());
        MapBytes part{QStringLiteral("shape") + entry.name.last(4).toLower(), std::move(*bytes)};
        parts.insert(entry.name == shape ? parts.begin() : parts.end(), std::move(part));
    }
    return parts;
}

Result<ForeignTables> tablesOfZippedMap(const ForeignFile &file, const std::vector<ZipEntry> &entries,
                                        const QString &entry)
{
    if (entry.endsWith(u".shp", Qt::CaseInsensitive)) {
        Result<std::vector<MapBytes>> parts = shapefileIn(file, entries, entry);
        if (!parts)
            return std::unexpected(parts.error());
        return tablesOfMap(MapFile::open(std::move(*parts), MapFormat::Shapefile, file.name), MapFormat::Shapefile,
                           file.name);
    }
    if (entry.contains(u".geojson", Qt::CaseInsensitive))
        return tablesOfZippedJsonMap(file, entry);
    Result<QByteArray> bytes = bytesOf(file, entry);
    if (!bytes)
        return std::unexpected(bytes.error());
    const std::optional<MapFormat> format = mapFormatOf(*bytes);
    if (!format)
        return refusedFile(Error::Kind::Malformed, "“%1” holds a map that is damaged; get it anew", file.name);
    if (format == MapFormat::Kml)
        *bytes = withRoughTimes(*bytes);
    // Its driver looks at the ending.
    const QString name = QStringLiteral("map.") + QFileInfo(entry).suffix().toLower();
    return tablesOfMap(MapFile::open({{name, std::move(*bytes)}}, *format, file.name), *format, file.name);
}

/// Of a globe's archive leaves the maps with marks: its first one may only lead to others.
Result<void> keepMarkedMaps(const ForeignFile &file, std::vector<QString> &maps)
{
    std::vector<QString> marked;
    for (const QString &map : maps) {
        if (!map.endsWith(u".kml", Qt::CaseInsensitive)) {
            marked.push_back(map);
            continue;
        }
        const Result<QByteArray> bytes = bytesOf(file, map);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->contains("Placemark"))
            marked.push_back(map);
    }
    maps = marked.empty() ? std::vector{maps.front()} : marked;
    return {};
}

bool isMapEntry(const ZipEntry &entry)
{
    constexpr std::array endings{".kml", ".shp", ".gpkg", ".geojson", ".geojsonl", ".fgb", ".gpx"};
    return !entry.name.startsWith(u"__MACOSX") && std::ranges::any_of(endings, [&](const char *ending) {
        return entry.name.endsWith(QLatin1StringView(ending), Qt::CaseInsensitive);
    });
}

} // namespace

std::optional<Result<ForeignTables>> tablesInMap(const ForeignFile &file, const QByteArray &head)
{
    if (const std::optional<FeatureList> list = featureListIn(head)) {
        const auto open = [file]() -> Result<std::unique_ptr<QIODevice>> {
            auto bytes = std::make_unique<QFile>(file.path);
            if (!bytes->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
                return refusedFile(Error::Kind::Unreadable, "“%1” cannot be read; check that you may open it",
                                   file.name);
            return bytes;
        };
        return tablesOfJsonMap(open, *list, file.name,
                               [&file] { return MapFile::open(file.path, MapFormat::GeoJson, file.name); });
    }
    const std::optional<MapFormat> format = mapFormatOf(head);
    if (!format)
        return std::nullopt;
    if (*format == MapFormat::GeoPackage && !head.sliced(std::min<qsizetype>(68, head.size())).startsWith("GP"))
        return refusedFile(Error::Kind::Unsupported, "“%1” is a database but no GeoPackage; choose another file",
                           file.name);
    if (*format == MapFormat::GeoPackage && QFileInfo(file.path + QStringLiteral("-wal")).size() > 0)
        return refusedFile(
            Error::Kind::Conflict,
            "“%1” is open in another program, which keeps a part of it in a file beside it; close it there "
            "first",
            file.name);
    if (*format == MapFormat::Kml)
        return tablesOfKml(file);
    return tablesOfMap(MapFile::open(file.path, *format, file.name), *format, file.name);
}

std::optional<Result<ForeignTables>> tablesInZippedMap(const ForeignFile &file, const std::vector<ZipEntry> &entries)
{
    std::vector<QString> maps;
    for (const ZipEntry &entry : entries) {
        if (isMapEntry(entry))
            maps.push_back(entry.name);
    }
    if (maps.empty())
        return std::nullopt;
    if (Result<void> kept = keepMarkedMaps(file, maps); !kept)
        return std::unexpected(kept.error());
    ForeignTables all;
    for (const QString &map : maps) {
        Result<ForeignTables> tables = tablesOfZippedMap(file, entries, map);
        if (!tables)
            return tables;
        for (ForeignTable &table : *tables) {
            if (maps.size() > 1)
                table.name = table.name.isEmpty() ? map : map + QStringLiteral(", ") + table.name;
            all.push_back(std::move(table));
        }
    }
    return all;
}

} // namespace dateline
