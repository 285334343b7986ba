#include "geo/featuresource.h"

#include "geo/libraries.h"
#include "geo/overlaytext.h"
#include "geo/quieterrors.h"
#include "geo/rasterkind.h"
#include "geo/unpacked.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace dateline
{

namespace
{

constexpr qint64 headBytes = 65536;
constexpr double mercatorWorld = 40075016.685578488; // metres
constexpr double tileSidePx = 512; // That vector tiles are drawn for.

struct VectorSignature
{
    QByteArrayView bytes;
    const char *driver;
};

constexpr std::array<VectorSignature, 3> vectorSignatures{{
    {QByteArrayView("\x00\x00\x27\x0a", 4), "ESRI Shapefile"},
    {QByteArrayView("fgb\x03", 4), "FlatGeobuf"},
    {QByteArrayView("PMTiles\x03", 8), "PMTiles"},
}};

const char *jsonDriver(const QByteArray &head)
{
    const QByteArray letters = head.startsWith("\xef\xbb\xbf") ? head.sliced(3).trimmed() : head.trimmed();
    if (letters.startsWith('\x1e'))
        return "GeoJSONSeq";
    static const QRegularExpression type(
        QStringLiteral("\"type\"\\s*:\\s*\"(FeatureCollection|Feature|(Multi)?(Point|LineString|Polygon)|"
                       "GeometryCollection)\""));
    static const QRegularExpression lines(
        QStringLiteral("^\\{\\s*\"type\"\\s*:\\s*\"Feature\".*\\}\\s*[\\r\\n]+\\s*\\{"),
        QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromUtf8(letters);
    if (!letters.startsWith('{') || !type.match(text).hasMatch())
        return nullptr;
    return lines.match(text).hasMatch() ? "GeoJSONSeq" : "GeoJSON";
}

/// The driver for a file that begins with @p head; null for what is no map.
const char *vectorDriverOf(const QByteArray &head)
{
    const auto found = std::ranges::find_if(
        vectorSignatures, [&head](const VectorSignature &signature) { return head.startsWith(signature.bytes); });
    if (found != vectorSignatures.end())
        return found->driver;
    if (head.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return head.sliced(std::min<qsizetype>(68, head.size())).startsWith("GP") ? "GPKG" : "MBTiles";
    const QByteArray begin = head.first(std::min<qsizetype>(head.size(), 4096));
    if (begin.contains("<kml") || begin.contains(":kml"))
        return "LIBKML";
    if (begin.contains("<gpx"))
        return "GPX";
    return jsonDriver(head);
}

/// Whether the database keeps a log of changes beside it, by its head.
bool keepsLog(const QByteArray &head)
{
    return head.size() > 19 && (head[18] == 2 || head[19] == 2);
}

QByteArray headOf(const QByteArray &path)
{
    QByteArray head(headBytes, '\0');
    VSILFILE *file = VSIFOpenL(path.constData(), "rb");
    if (file == nullptr)
        return {};
    head.resize(static_cast<qsizetype>(VSIFReadL(head.data(), 1, headBytes, file)));
    VSIFCloseL(file);
    return head;
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
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Error::Kind::NotFound, OverlayText::tr("There is no file %1").arg(path), path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return failure(
            Error::Kind::Unreadable,
            OverlayText::tr("“%1” cannot be read; check that it is a file and that you may read it").arg(path), path);
    addVectorFormats();
    FeatureSource source;
    source.m_path = path;
    QByteArray head = file.read(headBytes);
    QByteArray from = gdalPath(path);
    if (head.startsWith("PK\x03\x04")) {
        Result<std::unique_ptr<UnpackedMap>> unpacked = UnpackedMap::from(path);
        if (!unpacked)
            return std::unexpected(unpacked.error());
        source.m_unpacked = std::move(*unpacked);
        from = source.m_unpacked->path();
        head = headOf(from);
    } else if (QFileInfo(path + QStringLiteral("-wal")).size() > 0 && keepsLog(head)) {
        return failure(Error::Kind::Conflict,
                       OverlayText::tr("“%1” is open in another program, which keeps a part of it in a file beside it; "
                                       "close it there first")
                           .arg(path),
                       path);
    }
    if (Result<void> opened = source.openAs(source.m_unpacked ? source.m_unpacked->whole() : from, head); !opened)
        return std::unexpected(opened.error());
    return source;
}

Result<void> FeatureSource::openAs(const QByteArray &gdalPath, const QByteArray &head)
{
    m_file = gdalPath;
    m_driver = vectorDriverOf(head);
    const auto refused = [this](Error::Kind kind, const QString &sentence) {
        return failure(kind, sentence.arg(m_path), m_path);
    };
    if (m_driver == nullptr)
        return refused(
            Error::Kind::Unsupported,
            OverlayText::tr("“%1” is no map that can be read; choose a GeoTIFF, JPEG 2000, MBTiles, PMTiles, "
                            "GeoPackage, shapefile, GeoJSON, FlatGeobuf, KML or GPX file"));
    const bool isText = std::strcmp(m_driver, "LIBKML") == 0 || std::strcmp(m_driver, "GPX") == 0;
    constexpr qint64 mostText = qint64{128} * 1024 * 1024; // Its driver takes ten times as much.
    constexpr qint64 mostJson = qint64{1024} * 1024 * 1024;
    const qint64 most = isText                  ? mostText
        : std::strcmp(m_driver, "GeoJSON") == 0 ? mostJson
                                                : std::numeric_limits<qint64>::max();
    if (QFileInfo(m_path).size() > most)
        return refused(Error::Kind::Unsupported,
                       OverlayText::tr("“%1” is so large that reading it would take minutes; save it as GeoPackage or "
                                       "FlatGeobuf, of which only a part is read at a time"));
    if (std::strcmp(m_driver, "GPKG") == 0) {
        m_options = {"LIST_ALL_TABLES=NO"};
        // Without it SQLite writes files beside one that keeps a log of changes.
        if (keepsLog(head))
            m_options.push_back("IMMUTABLE=YES");
    }
    m_dataset = openedAt(-1);
    if (!m_dataset) {
        if (std::strcmp(m_driver, "ESRI Shapefile") == 0)
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
