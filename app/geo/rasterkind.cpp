#include "geo/rasterkind.h"

#include "geo/datasetopening.h"
#include "geo/libraries.h"
#include "geo/overlaytext.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

struct Signature
{
    QByteArrayView bytes;
    const char *driver;
};

constexpr std::array<Signature, 12> signatures{{
    {QByteArrayView("II*\0", 4), "GTiff"},
    {QByteArrayView("MM\0*", 4), "GTiff"},
    {QByteArrayView("II+\0", 4), "GTiff"}, // BigTIFF.
    {QByteArrayView("MM\0+", 4), "GTiff"},
    {QByteArrayView("\x89PNG\r\n\x1a\n", 8), "PNG"},
    {QByteArrayView("\xff\xd8\xff", 3), "JPEG"},
    {QByteArrayView("\0\0\0\x0cjP  \r\n\x87\n", 12), "JP2OpenJPEG"},
    {QByteArrayView("\xff\x4f\xff\x51", 4), "JP2OpenJPEG"}, // Without a box around it.
    {QByteArrayView("UHL1", 4), "DTED"},
    {QByteArrayView("VOL1", 4), "DTED"}, // As tapes begin.
    {QByteArrayView("HDR1", 4), "DTED"},
    {QByteArrayView("SQLite format 3\0", 16), "MBTiles"},
}};

/// A square of a degree of SRTM, which has nothing but heights: its name says where it lies.
bool isSrtm(const QFileInfo &info)
{
    static const QRegularExpression name(QStringLiteral("^[NS]\\d{2}[EW]\\d{3}.*\\.hgt$"),
                                         QRegularExpression::CaseInsensitiveOption);
    constexpr std::array<qint64, 3> sizes{1201 * 1201 * 2, 3601 * 3601 * 2, 1801 * 3601 * 2};
    return std::ranges::contains(sizes, info.size()) && name.match(info.fileName()).hasMatch();
}

} // namespace

QByteArray gdalPath(const QString &path)
{
    return QFile::encodeName(QFileInfo(path).absoluteFilePath());
}

Result<const char *> rasterDriverOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Error::Kind::NotFound, OverlayText::tr("There is no file %1").arg(path), path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Unreadable,
                       OverlayText::tr("%1 cannot be read; check that it is a file and that you may read it").arg(path),
                       path);
    if (isSrtm(info))
        return "SRTMHGT";
    const QByteArray head = file.read(100);
    const auto found = std::ranges::find_if(
        signatures, [&head](const Signature &signature) { return head.startsWith(signature.bytes); });
    if (head.startsWith("RIFF") && head.mid(8).startsWith("WEBP"))
        return "WEBP";
    if (found == signatures.end())
        return nullptr;
    if (!head.startsWith("SQLite"))
        return found->driver;
    // A GeoPackage has its own application id; tiles or features, only what is in it tells.
    const bool isGeoPackage = head.size() == 100 && QByteArrayView(head).sliced(68).startsWith("GP");
    const char *driver = isGeoPackage ? "GPKG" : "MBTiles";
    addRasterFormats();
    return openRaster(gdalPath(path), driver, nullptr) ? driver : nullptr;
}

} // namespace dateline
