#include "geo/featuresource.h"

#include "geo/filekind.h"
#include "geo/libraries.h"
#include "geo/overlaytext.h"
#include "geo/quieterrors.h"
#include "geo/zippedmaps.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dateline
{

namespace
{

constexpr double mercatorWorld = 40075016.685578488; // metres
constexpr double tileSidePx = 512; // That vector tiles are drawn for.

/// Whether the database keeps a log of changes beside it, by its head.
bool keepsLog(const QByteArray &head)
{
    return head.size() > 19 && (head[18] == 2 || head[19] == 2);
}

} // namespace

FeatureSource::FeatureSource() = default;
FeatureSource::FeatureSource(FeatureSource &&) noexcept = default;
FeatureSource &FeatureSource::operator=(FeatureSource &&) noexcept = default;

FeatureSource::~FeatureSource()
{
    m_dataset.reset(); // Before the files that it reads.
}

Result<FeatureSource> FeatureSource::open(const QString &path)
{
    const Result<QByteArray> begin = headOfFile(path);
    if (!begin)
        return std::unexpected(begin.error());
    addVectorFormats();
    FeatureSource source;
    source.m_path = path;
    if (fileKindOf(*begin) != FileKind::Zip && QFileInfo(path + QStringLiteral("-wal")).size() > 0 && keepsLog(*begin))
        return failure(Error::Kind::Conflict,
                       OverlayText::tr("“%1” is open in another program, which keeps a part of it in a file beside it; "
                                       "close it there first")
                           .arg(path),
                       path);
    const Result<void> opened =
        fileKindOf(*begin) == FileKind::Zip ? source.openZipped() : source.openAs(gdalPath(path), *begin);
    if (!opened)
        return std::unexpected(opened.error());
    return source;
}

Result<void> FeatureSource::openZipped()
{
    constexpr qint64 most = qint64{256} * 1024 * 1024; // It stays in memory while it is shown.
    const ForeignFile zip{m_path, m_path};
    const Result<std::vector<ZipEntry>> entries = entriesIn(zip);
    if (!entries)
        return std::unexpected(entries.error());
    const Result<std::vector<ZippedMap>> maps = mapsIn(zip, *entries);
    if (!maps)
        return std::unexpected(maps.error());
    const std::vector<ZippedMap> shown = shownTogether(*maps);
    if (shown.empty())
        return failure(
            Error::Kind::Unsupported,
            OverlayText::tr("“%1” is an archive without a map that can be read; unpack it, and choose a file")
                .arg(m_path),
            m_path);
    Result<std::vector<FileInMemory>> files = filesOf(zip, shown, most);
    if (!files)
        return std::unexpected(files.error());
    const QByteArray begin = files->front().bytes.first(std::min(files->front().bytes.size(), kindBytes));
    m_unpacked = std::make_unique<MemoryFolder>(std::move(*files));
    return openAs(shown.size() > 1 ? m_unpacked->path() : m_unpacked->firstPath(), begin);
}

Result<void> FeatureSource::openAs(const QByteArray &gdalPath, const QByteArray &head)
{
    m_file = gdalPath;
    const FileKind kind = fileKindOf(head);
    m_driver = traitsOf(kind).driver;
    const auto refused = [this](Error::Kind why, const QString &sentence) {
        return failure(why, sentence.arg(m_path), m_path);
    };
    if (!traitsOf(kind).hasFeatures)
        return refused(
            Error::Kind::Unsupported,
            OverlayText::tr("“%1” is no map that can be read; choose a GeoTIFF, JPEG 2000, MBTiles, PMTiles, "
                            "GeoPackage, shapefile, GeoJSON, FlatGeobuf, KML or GPX file"));
    const bool isText = kind == FileKind::Kml || kind == FileKind::Gpx;
    constexpr qint64 mostText = qint64{128} * 1024 * 1024; // Its driver takes ten times as much.
    constexpr qint64 mostJson = qint64{1024} * 1024 * 1024;
    const qint64 most = isText                  ? mostText
        : std::strcmp(m_driver, "GeoJSON") == 0 ? mostJson
                                                : std::numeric_limits<qint64>::max();
    if (QFileInfo(m_path).size() > most)
        return refused(Error::Kind::Unsupported,
                       OverlayText::tr("“%1” is so large that reading it would take minutes; save it as GeoPackage or "
                                       "FlatGeobuf, of which only a part is read at a time"));
    if (kind == FileKind::GeoPackage) {
        m_options = {"LIST_ALL_TABLES=NO"};
        // Without it SQLite writes files beside one that keeps a log of changes.
        if (keepsLog(head))
            m_options.push_back("IMMUTABLE=YES");
    }
    m_dataset = openedAt(-1);
    if (!m_dataset) {
        if (kind == FileKind::Shapefile)
            return refused(Error::Kind::Malformed,
                           OverlayText::tr("“%1” is damaged, or its files .shx and .dbf are not beside it: get it with "
                                           "them"));
        return refused(Error::Kind::Malformed, OverlayText::tr("“%1” is damaged or cut off: get it anew"));
    }
    if (const char *zoom = m_dataset->GetMetadataItem("ZOOM_LEVEL")) {
        m_zoom = QByteArray(zoom).toInt();
        m_mostZoom = m_zoom;
        const char *least = m_dataset->GetMetadataItem("minzoom");
        m_leastZoom = least != nullptr ? std::min(QByteArray(least).toInt(), m_zoom) : m_zoom;
    }
    if (layers().empty())
        return refused(Error::Kind::Unsupported, OverlayText::tr("“%1” has no layer with shapes; choose another file"));
    return {};
}

GDALDatasetUniquePtr FeatureSource::openedAt(int zoom) const
{
    const QByteArray level = "ZOOM_LEVEL=" + QByteArray::number(zoom);
    std::vector<const char *> options = m_options;
    if (zoom >= 0)
        options.push_back(level.constData());
    options.push_back(nullptr);
    return openDataset(m_file, m_driver, options.data());
}

std::vector<OGRLayer *> FeatureSource::layers() const
{
    std::vector<OGRLayer *> shaped;
    for (OGRLayer *layer : m_dataset->GetLayers()) {
        if (layer->GetLayerDefn()->GetGeomFieldCount() > 0)
            shaped.push_back(layer);
    }
    return shaped;
}

double FeatureSource::tileMetres() const
{
    return isTiled() ? mercatorWorld / std::exp2(m_zoom) : 0;
}

void FeatureSource::suit(double metresPerPixel)
{
    if (!isTiled())
        return;
    const int fitting = static_cast<int>(std::lround(std::log2(mercatorWorld / (tileSidePx * metresPerPixel))));
    const int zoom = std::clamp(fitting, m_leastZoom, m_mostZoom);
    if (zoom == m_zoom)
        return;
    if (GDALDatasetUniquePtr dataset = openedAt(zoom)) {
        m_dataset = std::move(dataset);
        m_zoom = zoom;
    }
}

QString FeatureSource::credit() const
{
    for (const char *key : {"attribution", "copyright_author", "author_name"}) {
        if (const char *text = m_dataset->GetMetadataItem(key)) {
            static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
            QString words = QString::fromUtf8(text).remove(tags).simplified();
            words.replace(QStringLiteral("&copy;"), QStringLiteral("©"))
                .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
            if (!words.isEmpty())
                return words.left(200);
        }
    }
    return {};
}

} // namespace dateline
