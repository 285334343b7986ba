#include "geo/filekind.h"

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

constexpr qsizetype openingBytes = 4096; // In which XML names its root.

/// How a file may begin.
struct Beginning
{
    QByteArrayView bytes;
    QByteArrayView more = {};
    qsizetype moreAt = 0;

    [[nodiscard]] bool isOf(QByteArrayView head) const
    {
        return !bytes.isEmpty() && head.startsWith(bytes)
            && head.sliced(std::min(moreAt, head.size())).startsWith(more);
    }
};

struct KindRow
{
    FileKind kind;
    FileTraits traits;
    std::array<Beginning, 4> beginnings = {};
};

constexpr FileTraits pictures(const char *driver)
{
    return {driver, true, false};
}

constexpr FileTraits features(const char *driver)
{
    return {driver, false, true};
}

constexpr FileTraits either(const char *driver)
{
    return {driver, true, true};
}

constexpr Beginning sqlite{QByteArrayView("SQLite format 3\0", 16)};

// The first row that fits is the one; those without a beginning are told by text or name.
constexpr std::array<KindRow, 19> kinds{{
    {FileKind::Zip, {nullptr, false, false}, {{{QByteArrayView("PK\x03\x04", 4)}}}},
    {FileKind::GeoTiff,
     pictures("GTiff"),
     {{{QByteArrayView("II*\0", 4)},
       {QByteArrayView("MM\0*", 4)},
       {QByteArrayView("II+\0", 4)}, // BigTIFF.
       {QByteArrayView("MM\0+", 4)}}}},
    {FileKind::Png, pictures("PNG"), {{{QByteArrayView("\x89PNG\r\n\x1a\n", 8)}}}},
    {FileKind::Jpeg, pictures("JPEG"), {{{QByteArrayView("\xff\xd8\xff", 3)}}}},
    {FileKind::WebP, pictures("WEBP"), {{{QByteArrayView("RIFF", 4), QByteArrayView("WEBP", 4), 8}}}},
    {FileKind::Jpeg2000,
     pictures("JP2OpenJPEG"),
     {{{QByteArrayView("\0\0\0\x0cjP  \r\n\x87\n", 12)},
       {QByteArrayView("\xff\x4f\xff\x51", 4)}}}}, // Without a box around it.
    {FileKind::Dted,
     pictures("DTED"),
     {{{QByteArrayView("UHL1", 4)},
       {QByteArrayView("VOL1", 4)}, // As tapes begin.
       {QByteArrayView("HDR1", 4)}}}},
    {FileKind::Srtm, pictures("SRTMHGT")},
    {FileKind::GeoPackage, either("GPKG"), {{{sqlite.bytes, QByteArrayView("GP", 2), 68}}}},
    {FileKind::MbTiles, either("MBTiles"), {{sqlite}}},
    {FileKind::PmTiles, either("PMTiles"), {{{QByteArrayView("PMTiles\x03", 8)}}}},
    {FileKind::Shapefile, features("ESRI Shapefile"), {{{QByteArrayView("\x00\x00\x27\x0a", 4)}}}},
    {FileKind::FlatGeobuf, features("FlatGeobuf"), {{{QByteArrayView("fgb\x03", 4)}}}},
    {FileKind::Kml, features("LIBKML")},
    {FileKind::Gpx, features("GPX")},
    {FileKind::GeoJson, features("GeoJSON")},
    {FileKind::GeoJsonFeature, features("GeoJSON")},
    {FileKind::GeoJsonLines, features("GeoJSONSeq")},
    {FileKind::GeoJsonShape, features("GeoJSON")},
}};

FileKind jsonKindOf(const QByteArray &head)
{
    const QByteArray letters = head.startsWith("\xef\xbb\xbf") ? head.sliced(3).trimmed() : head.trimmed();
    if (letters.startsWith('\x1e'))
        return FileKind::GeoJsonLines;
    if (!letters.startsWith('{'))
        return FileKind::Unknown;
    static const QRegularExpression lines(
        QStringLiteral("^\\{\\s*\"type\"\\s*:\\s*\"Feature\".*\\}\\s*[\\r\\n]+\\s*\\{"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression feature(QStringLiteral("^\\{\\s*\"type\"\\s*:\\s*\"Feature\""));
    static const QRegularExpression collection(QStringLiteral("\"type\"\\s*:\\s*\"FeatureCollection\""));
    static const QRegularExpression shape(
        QStringLiteral("\"type\"\\s*:\\s*\"(Feature|(Multi)?(Point|LineString|Polygon)|GeometryCollection)\""));
    const QString text = QString::fromUtf8(letters);
    if (lines.match(text).hasMatch())
        return FileKind::GeoJsonLines;
    if (feature.match(text).hasMatch())
        return FileKind::GeoJsonFeature;
    if (collection.match(text).hasMatch())
        return FileKind::GeoJson;
    return shape.match(text).hasMatch() ? FileKind::GeoJsonShape : FileKind::Unknown;
}

/// A square of a degree of SRTM.
bool isSrtm(const QFileInfo &info)
{
    static const QRegularExpression name(QStringLiteral("^[NS]\\d{2}[EW]\\d{3}.*\\.hgt$"),
                                         QRegularExpression::CaseInsensitiveOption);
    constexpr std::array<qint64, 3> sizes{1201 * 1201 * 2, 3601 * 3601 * 2, 1801 * 3601 * 2};
    return std::ranges::contains(sizes, info.size()) && name.match(info.fileName()).hasMatch();
}

} // namespace

FileTraits traitsOf(FileKind kind)
{
    const auto found = std::ranges::find(kinds, kind, &KindRow::kind);
    return found != kinds.end() ? found->traits : FileTraits{nullptr, false, false};
}

FileKind fileKindOf(const QByteArray &head)
{
    const auto found = std::ranges::find_if(kinds, [&head](const KindRow &row) {
        return std::ranges::any_of(row.beginnings, [&head](const Beginning &begin) { return begin.isOf(head); });
    });
    if (found != kinds.end())
        return found->kind;
    const QByteArray opening = head.first(std::min(head.size(), openingBytes));
    if (opening.contains("<kml") || opening.contains(":kml"))
        return FileKind::Kml;
    if (opening.contains("<gpx"))
        return FileKind::Gpx;
    return jsonKindOf(head);
}

Result<QByteArray> headOfFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Error::Kind::NotFound, OverlayText::tr("There is no file %1").arg(path), path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return failure(
            Error::Kind::Unreadable,
            OverlayText::tr("“%1” cannot be read; check that it is a file and that you may read it").arg(path), path);
    return file.read(kindBytes);
}

Result<FileKind> fileKindAt(const QString &path)
{
    const Result<QByteArray> head = headOfFile(path);
    if (!head)
        return std::unexpected(head.error());
    return isSrtm(QFileInfo(path)) ? FileKind::Srtm : fileKindOf(*head);
}

Result<const char *> rasterDriverOf(const QString &path)
{
    const Result<FileKind> kind = fileKindAt(path);
    if (!kind)
        return std::unexpected(kind.error());
    const auto [driver, hasPictures, hasFeatures] = traitsOf(*kind);
    if (!hasPictures)
        return nullptr;
    if (!hasFeatures)
        return driver;
    addRasterFormats();
    return openRaster(gdalPath(path), driver, nullptr) ? driver : nullptr;
}

} // namespace dateline
