#include "geo/unpacked.h"

#include "geo/overlaytext.h"

#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>
#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <atomic>

namespace dateline
{

namespace
{

constexpr qint64 mostUnpacked = qint64{256} * 1024 * 1024;

// Of several maps the first kind here is taken.
constexpr std::array mapEndings{"kml", "shp", "gpkg", "geojson", "json", "fgb", "gpx"};
constexpr std::array besideEndings{"shx", "dbf", "prj", "cpg"};

/// How far back in mapEndings @p ending is; none for no map.
std::optional<std::size_t> rankOf(const QString &ending)
{
    const auto found = std::ranges::find(mapEndings, ending, [](const char *map) { return QLatin1StringView(map); });
    if (found == mapEndings.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - mapEndings.begin());
}

bool isBeside(const QString &ending)
{
    return std::ranges::any_of(besideEndings, [&](const char *beside) { return ending == QLatin1StringView(beside); });
}

/// The bytes of the entry that @p from is at; none if there are more than @p most.
std::optional<QByteArray> entryBytes(archive &from, qint64 most)
{
    QByteArray bytes;
    std::array<char, 65536> buffer{};
    for (;;) {
        const la_ssize_t count = archive_read_data(&from, buffer.data(), buffer.size());
        if (count <= 0)
            return count == 0 ? std::optional(bytes) : std::nullopt;
        bytes.append(buffer.data(), count);
        if (bytes.size() > most)
            return std::nullopt;
    }
}

void writeToMemory(const QByteArray &path, const QByteArray &bytes)
{
    // A copy that GDAL owns and frees.
    auto *copy = static_cast<GByte *>(VSIMalloc(static_cast<std::size_t>(bytes.size()) + 1));
    std::ranges::copy(bytes, copy);
    VSILFILE *file = VSIFileFromMemBuffer(path.constData(), copy, static_cast<vsi_l_offset>(bytes.size()), TRUE);
    if (file != nullptr)
        VSIFCloseL(file);
}

} // namespace

Result<std::unique_ptr<UnpackedMap>> UnpackedMap::from(const QString &path)
{
    static std::atomic<int> count = 0;
    std::unique_ptr<UnpackedMap> map(new UnpackedMap);
    map->m_folder = "/vsimem/dateline-unpacked-" + QByteArray::number(++count);
    const std::unique_ptr<archive, int (*)(archive *)> from(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(from.get());
    const auto malformed = [&path] {
        return failure(Error::Kind::Malformed, OverlayText::tr("%1 is damaged or cut off: get it anew").arg(path),
                       path);
    };
    if (archive_read_open_filename(from.get(), QFile::encodeName(path).constData(), 65536) != ARCHIVE_OK)
        return malformed();
    qint64 left = mostUnpacked;
    std::optional<std::size_t> best;
    archive_entry *entry = nullptr;
    int next = ARCHIVE_OK;
    while ((next = archive_read_next_header(from.get(), &entry)) == ARCHIVE_OK) {
        const QFileInfo name(QString::fromUtf8(archive_entry_pathname_utf8(entry)));
        const QString ending = name.suffix().toLower();
        const std::optional<std::size_t> rank = rankOf(ending);
        if ((!rank && !isBeside(ending)) || name.filePath().startsWith(u"__MACOSX"))
            continue;
        const std::optional<QByteArray> bytes = entryBytes(*from, left);
        if (!bytes && archive_errno(from.get()) != 0)
            return malformed();
        if (!bytes)
            return failure(
                Error::Kind::Unsupported,
                OverlayText::tr("What is in %1 takes more than 256 MB; unpack it, and choose what came out").arg(path),
                path);
        left -= bytes->size();
        const bool isKml = ending == u"kml";
        if (isKml && !bytes->contains("Placemark")) // It only leads to the others.
            continue;
        map->m_kmlCount += isKml ? 1 : 0;
        // In one folder with small endings, as the parts of a shapefile look for each other.
        const QString base = isKml && map->m_kmlCount > 1
            ? QStringLiteral("%1-%2").arg(name.completeBaseName()).arg(map->m_kmlCount)
            : name.completeBaseName();
        const QByteArray to = map->m_folder + '/' + base.toUtf8() + '.' + ending.toUtf8();
        writeToMemory(to, *bytes);
        if (rank && (!best || *rank < *best)) {
            best = rank;
            map->m_path = to;
        }
    }
    if (next != ARCHIVE_EOF)
        return malformed();
    if (!best)
        return failure(
            Error::Kind::Unsupported,
            OverlayText::tr("%1 is an archive without a map that can be read; unpack it, and choose a file").arg(path),
            path);
    return map;
}

UnpackedMap::~UnpackedMap()
{
    VSIRmdirRecursive(m_folder.constData());
}

} // namespace dateline
