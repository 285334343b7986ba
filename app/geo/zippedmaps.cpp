#include "geo/zippedmaps.h"

#include "geo/overlaytext.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace dateline
{

namespace
{

// The likeliest meant first.
constexpr std::array mapEndings{".kml", ".shp", ".gpkg", ".geojson", ".geojsonl", ".json", ".fgb", ".gpx"};
constexpr std::array besideEndings{".shx", ".dbf", ".prj", ".cpg"};

Result<void> keepMarked(const ForeignFile &zip, std::vector<ZippedMap> &maps)
{
    const auto isKml = [](const ZippedMap &map) { return map.endsWith(".kml"); };
    if (std::ranges::count_if(maps, isKml) < 2)
        return {};
    std::set<QString> marked;
    const Result<void> looked = unpackEach(
        zip, [](const QString &name) { return name.endsWith(u".kml", Qt::CaseInsensitive); },
        [&marked](const QString &name, const QByteArray &bytes) {
            if (bytes.contains("Placemark"))
                marked.insert(name);
        });
    if (!looked)
        return looked;
    const ZippedMap first = maps.front();
    std::erase_if(maps, [&](const ZippedMap &map) { return isKml(map) && !marked.contains(map.entry); });
    if (maps.empty())
        maps = {first};
    return {};
}

} // namespace

Result<std::vector<ZippedMap>> mapsIn(const ForeignFile &zip, const std::vector<ZipEntry> &entries)
{
    std::map<QString, QString> byLower; // Names of an archive made elsewhere differ in the size of letters.
    for (const ZipEntry &entry : entries)
        byLower.emplace(entry.name.toLower(), entry.name);
    std::vector<ZippedMap> maps;
    for (const ZipEntry &entry : entries) {
        ZippedMap map{entry.name, {}};
        if (entry.name.startsWith(u"__MACOSX")
            || std::ranges::none_of(mapEndings, [&map](const char *ending) { return map.endsWith(ending); }))
            continue;
        if (map.endsWith(".shp")) {
            for (const char *ending : besideEndings) {
                const auto found = byLower.find(entry.name.chopped(4).toLower() + QLatin1StringView(ending));
                if (found != byLower.end())
                    map.beside.append(found->second);
            }
        }
        maps.push_back(std::move(map));
    }
    if (Result<void> kept = keepMarked(zip, maps); !kept)
        return std::unexpected(kept.error());
    return maps;
}

std::vector<ZippedMap> shownTogether(const std::vector<ZippedMap> &maps)
{
    for (const char *ending : mapEndings) {
        std::vector<ZippedMap> shown;
        std::ranges::copy_if(maps, std::back_inserter(shown),
                             [ending](const ZippedMap &map) { return map.endsWith(ending); });
        if (shown.empty())
            continue;
        if (ending != mapEndings.front())
            shown.resize(1);
        return shown;
    }
    return {};
}

Result<std::vector<FileInMemory>> filesOf(const ForeignFile &zip, std::span<const ZippedMap> maps, qint64 most)
{
    std::map<QString, QString> names; // In memory, by those in the archive.
    for (const ZippedMap &map : maps) {
        QString base = QFileInfo(map.entry).completeBaseName();
        if (!names.empty())
            base += QStringLiteral("-%1").arg(names.size() + 1);
        for (const QString &entry : QStringList{map.entry} + map.beside)
            names.emplace(entry, base + u'.' + QFileInfo(entry).suffix().toLower());
    }
    std::vector<FileInMemory> files;
    const Result<void> unpacked = unpackEach(
        zip, [&names](const QString &entry) { return names.contains(entry); },
        [&](const QString &entry, QByteArray bytes) {
            FileInMemory file{names[entry], std::move(bytes)};
            files.insert(entry == maps.front().entry ? files.begin() : files.end(), std::move(file));
        },
        most);
    if (!unpacked)
        return std::unexpected(unpacked.error());
    if (files.empty())
        return failure(Error::Kind::Malformed, OverlayText::tr("“%1” is damaged or cut off: get it anew").arg(zip.name),
                       zip.name);
    return files;
}

} // namespace dateline
