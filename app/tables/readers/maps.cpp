#include "geo/zippedmaps.h"
#include "tables/readers/geojson.h"
#include "tables/readers/maplayers.h"
#include "tables/readers/readers.h"
#include "tables/readers/refusals.h"
#include "tables/readers/roughtimes.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

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

/// What tells the layout of a globe's map apart that has the columns of all others: GeoConfirmed's icons are named by the
/// colour of a side and whether something is lost.
std::string markOf(const QByteArray &kml)
{
    static const QRegularExpression icon(QStringLiteral("icons/[0-9A-Fa-f]{6}/(True|False)/|geoconfirmed\\.org"));
    return icon.match(QString::fromUtf8(kml)).hasMatch() ? "geoconfirmed" : std::string();
}

Result<ForeignTables> tablesOfMap(Result<MapFile> map, FileKind kind, const QString &name, const std::string &mark = {})
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
    return tablesOfLayers(std::move(*map), kind, mark);
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

Result<ForeignTables> tablesOfZippedJsonMap(const ForeignFile &file, const ZippedMap &map)
{
    const GeoJsonOpening open = [file, entry = map.entry]() -> Result<std::unique_ptr<QIODevice>> {
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
        Result<std::vector<FileInMemory>> files = filesOf(file, {&map, 1});
        if (!files)
            return std::unexpected(files.error());
        return MapFile::open(std::move(*files), FileKind::GeoJson, file.name);
    });
}

Result<ForeignTables> tablesOfKml(const QByteArray &kml, const QString &name)
{
    return tablesOfMap(MapFile::open({{QStringLiteral("map.kml"), withRoughTimes(kml)}}, FileKind::Kml, name),
                       FileKind::Kml, name, markOf(kml));
}

Result<ForeignTables> tablesOfKmlFile(const ForeignFile &file)
{
    // Its driver takes ten times as much.
    constexpr qint64 most = qint64{128} * 1024 * 1024;
    QFile kml(file.path);
    if (kml.size() > most || !kml.open(QIODevice::ReadOnly))
        return refusedFile(Error::Kind::Unsupported,
                           "“%1” is KML of more than 128 MB, which is read at once; save it in parts or as GeoPackage",
                           file.name);
    return tablesOfKml(kml.readAll(), file.name);
}

Result<ForeignTables> tablesOfZippedMap(const ForeignFile &file, const ZippedMap &map)
{
    if (map.endsWith(".geojson") || map.endsWith(".geojsonl"))
        return tablesOfZippedJsonMap(file, map);
    Result<std::vector<FileInMemory>> files = filesOf(file, {&map, 1});
    if (!files)
        return std::unexpected(files.error());
    const FileKind kind = fileKindOf(files->front().bytes);
    if (!isMap(kind))
        return refusedFile(Error::Kind::Malformed, "“%1” holds a map that is damaged; get it anew", file.name);
    if (kind == FileKind::Kml)
        return tablesOfKml(files->front().bytes, file.name);
    return tablesOfMap(MapFile::open(std::move(*files), kind, file.name), kind, file.name);
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
        return tablesOfKmlFile(file);
    return tablesOfMap(MapFile::open(file.path, kind, file.name), kind, file.name);
}

std::optional<Result<ForeignTables>> tablesInZippedMap(const ForeignFile &file, const std::vector<ZipEntry> &entries)
{
    Result<std::vector<ZippedMap>> maps = mapsIn(file, entries);
    if (!maps)
        return std::unexpected(maps.error());
    std::erase_if(*maps, [](const ZippedMap &map) { return map.endsWith(".json"); }); // It may be any other table.
    if (maps->empty())
        return std::nullopt;
    ForeignTables all;
    for (const ZippedMap &map : *maps) {
        Result<ForeignTables> tables = tablesOfZippedMap(file, map);
        if (!tables)
            return tables;
        for (ForeignTable &table : *tables) {
            if (maps->size() > 1)
                table.name = table.name.isEmpty() ? map.entry : map.entry + QStringLiteral(", ") + table.name;
            all.push_back(std::move(table));
        }
    }
    return all;
}

} // namespace dateline
