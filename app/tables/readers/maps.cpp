#include "tables/readers/geojson.h"
#include "tables/readers/maplayers.h"
#include "tables/readers/readers.h"
#include "tables/readers/refusals.h"
#include "tables/readers/roughtimes.h"
#include "tables/readers/zipfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

/// How the features lie in JSON of @p kind that begins with @p head; none if it is no map.
std::optional<FeatureList> featureListOf(FileKind kind, const QByteArray &head)
{
    if (kind == FileKind::GeoJsonFeature || kind == FileKind::GeoJsonLines)
        return FeatureList::OneByOne;
    // A page of annotations may have a map in one of its bodies.
    if (kind == FileKind::GeoJson && !head.contains("\"Annotation\""))
        return FeatureList::InCollection;
    return std::nullopt;
}

/// What is brought in as it lies; JSON is read feature by feature.
bool isMap(FileKind kind)
{
    constexpr std::array maps{FileKind::GeoPackage, FileKind::Shapefile, FileKind::FlatGeobuf, FileKind::Kml,
                              FileKind::Gpx};
    return std::ranges::contains(maps, kind);
}

Result<ForeignTables> tablesOfMap(Result<MapFile> map, FileKind kind, const QString &name)
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
    return tablesOfLayers(std::move(*map), kind);
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
    return tablesOfMap(openAtOnce(), FileKind::GeoJson, name);
}

Result<ForeignTables> tablesOfZippedJsonMap(const ForeignFile &file, const QString &entry)
{
    const GeoJsonOpening open = [file, entry]() -> Result<std::unique_ptr<QIODevice>> {
        return UnpackingDevice::openEntry(file, entry);
    };
    const Result<std::unique_ptr<QIODevice>> begin = open();
    if (!begin)
        return std::unexpected(begin.error());
    const QByteArray head = (*begin)->read(64 * 1024);
    const std::optional<FeatureList> list = featureListOf(fileKindOf(head), head);
    if (!list)
        return refusedFile(Error::Kind::Malformed, "“%1” holds a map that is damaged; get it anew", file.name);
    return tablesOfJsonMap(open, *list, file.name, [&]() -> Result<MapFile> {
        Result<QByteArray> bytes = bytesOf(file, entry);
        if (!bytes)
            return std::unexpected(bytes.error());
        return MapFile::open({{QStringLiteral("map.geojson"), std::move(*bytes)}}, FileKind::GeoJson, file.name);
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
        MapFile::open({{QStringLiteral("map.kml"), withRoughTimes(kml.readAll())}}, FileKind::Kml, file.name),
        FileKind::Kml, file.name);
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
        return tablesOfMap(MapFile::open(std::move(*parts), FileKind::Shapefile, file.name), FileKind::Shapefile,
                           file.name);
    }
    if (entry.contains(u".geojson", Qt::CaseInsensitive))
        return tablesOfZippedJsonMap(file, entry);
    Result<QByteArray> bytes = bytesOf(file, entry);
    if (!bytes)
        return std::unexpected(bytes.error());
    const FileKind kind = fileKindOf(*bytes);
    if (!isMap(kind))
        return refusedFile(Error::Kind::Malformed, "“%1” holds a map that is damaged; get it anew", file.name);
    if (kind == FileKind::Kml)
        *bytes = withRoughTimes(*bytes);
    // Its driver looks at the ending.
    const QString name = QStringLiteral("map.") + QFileInfo(entry).suffix().toLower();
    return tablesOfMap(MapFile::open({{name, std::move(*bytes)}}, kind, file.name), kind, file.name);
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
    const FileKind kind = fileKindOf(head);
    if (const std::optional<FeatureList> list = featureListOf(kind, head)) {
        const auto open = [file]() -> Result<std::unique_ptr<QIODevice>> {
            auto bytes = std::make_unique<QFile>(file.path);
            if (!bytes->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
                return refusedFile(Error::Kind::Unreadable, "“%1” cannot be read; check that you may open it",
                                   file.name);
            return bytes;
        };
        return tablesOfJsonMap(open, *list, file.name,
                               [&file] { return MapFile::open(file.path, FileKind::GeoJson, file.name); });
    }
    if (kind == FileKind::MbTiles)
        return refusedFile(Error::Kind::Unsupported, "“%1” is a database but no GeoPackage; choose another file",
                           file.name);
    if (!isMap(kind))
        return std::nullopt;
    if (kind == FileKind::GeoPackage && QFileInfo(file.path + QStringLiteral("-wal")).size() > 0)
        return refusedFile(
            Error::Kind::Conflict,
            "“%1” is open in another program, which keeps a part of it in a file beside it; close it there "
            "first",
            file.name);
    if (kind == FileKind::Kml)
        return tablesOfKml(file);
    return tablesOfMap(MapFile::open(file.path, kind, file.name), kind, file.name);
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
