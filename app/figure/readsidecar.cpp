#include "figure/readsidecar.h"

#include "base/sha256.h"
#include "domain/document.h"
#include "figure/figuretext.h"
#include "figure/pdfpage.h"
#include "figure/sidecar.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr auto sidecarEnding = QLatin1StringView(".json");
constexpr qint64 mostBytes = 256LL * 1024 * 1024; // So that a wrong file is not read whole.

Result<QByteArray> bytesOf(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.exists()) {
        return failure(Error::Kind::NotFound,
                       FigureText::tr("There is no file %1; check its name and folder").arg(path), path);
    }
    if (QFileInfo(path).isFile() && file.size() <= most && file.open(QIODevice::ReadOnly)) {
        QByteArray bytes = file.readAll();
        if (file.error() == QFileDevice::NoError)
            return bytes;
    }
    return failure(Error::Kind::Unreadable,
                   FigureText::tr("“%1” cannot be read; check that it is a file that you may read").arg(path), path);
}

/// The PNG at @p path; null for anything else. QImageReader's own texts are cut at what looks like a key.
QImage read(const QString &path)
{
    // The largest that QPainter can draw; Qt refuses more than a sixteenth of it by default.
    constexpr int mostMebibytes = 4096;
    QImageReader::setAllocationLimit(mostMebibytes);
    return QImageReader(path, "png").read();
}

/// What the picture at @p path tells of itself; empty if nothing.
QByteArray ownSidecar(const QString &path)
{
    if (!path.endsWith(QLatin1StringView(".pdf"), Qt::CaseInsensitive))
        return read(path).text(pngKey).toUtf8();
    const Result<QByteArray> bytes = bytesOf(path, mostBytes);
    return bytes ? sidecarInPdf(*bytes).value_or(QByteArray()) : QByteArray();
}

bool isFigureWhole(const QJsonObject &figure)
{
    return figure[u"spec"].isObject() && figure[u"incidents"].isArray() && figure[u"sources"].isArray();
}

bool isAtlasWhole(const QJsonObject &atlas)
{
    const QJsonArray pages = atlas[u"pages"].toArray();
    return !pages.isEmpty() && std::ranges::all_of(pages, [](const QJsonValue &page) {
        const QString file = page[u"file"].toString();
        // A name alone: what stands in a file may not lead out of its folder.
        return file.isEmpty() ? isFigureWhole(page.toObject()) : QFileInfo(file).fileName() == file;
    });
}

Result<QJsonObject> sidecarFrom(const QByteArray &bytes, const QString &path)
{
    QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QString format = object[u"format"].toString();
    const qsizetype dash = format.lastIndexOf(u'-') + 1;
    const bool isAtlas = format.startsWith(atlasFormat);
    bool isNumber = false;
    const int version = isAtlas || format.startsWith(sidecarFormat) ? format.sliced(dash).toInt(&isNumber) : 0;
    if (isNumber && version > sidecarVersion) {
        return failure(
            Error::Kind::Unsupported,
            FigureText::tr("“%1” was written by a newer Dateline; read it with that version or a newer one").arg(path),
            path);
    }
    if (isNumber && version >= 1 && version < sidecarVersion) {
        return failure(
            Error::Kind::Unsupported,
            FigureText::tr("“%1” was written by an older Dateline, which did not note all that a check needs; "
                           "make the figure again")
                .arg(path),
            path);
    }
    if (version != sidecarVersion || (isAtlas ? !isAtlasWhole(object) : !isFigureWhole(object))) {
        return failure(Error::Kind::Malformed,
                       FigureText::tr("“%1” is damaged or does not belong to a figure; take the file that was written "
                                      "beside the figure")
                           .arg(path),
                       path);
    }
    return object;
}

} // namespace

QString pixelsSha256(const QImage &image)
{
    const QImage plain = image.convertToFormat(QImage::Format_RGB32);
    Sha256 hash;
    hash.add((QByteArray::number(plain.width()) + 'x' + QByteArray::number(plain.height())).toStdString());
    for (int y = 0; y < plain.height(); ++y) {
        const auto *line = reinterpret_cast<const char *>(plain.constScanLine(y));
        hash.add({line, std::size_t{4} * static_cast<std::size_t>(plain.width())});
    }
    return QString::fromLatin1(hash.take().toHex());
}

Result<Sidecar> readSidecar(const QString &path)
{
    Sidecar sidecar;
    sidecar.picture = path.endsWith(sidecarEnding, Qt::CaseInsensitive) ? path.chopped(sidecarEnding.size()) : path;
    const QString file = sidecar.picture == path ? path + sidecarEnding : path;
    const bool isThere = QFileInfo::exists(file);
    if (!isThere && QFileInfo::exists(sidecar.picture)) {
        const QByteArray own = ownSidecar(sidecar.picture);
        if (own.isEmpty()) {
            return failure(
                Error::Kind::NotFound,
                FigureText::tr("“%1” is missing, and without it nobody can tell what the figure shows; put the "
                               "file that was written with the figure beside it")
                    .arg(file),
                file);
        }
        Result<QJsonObject> object = sidecarFrom(own, sidecar.picture);
        if (!object)
            return std::unexpected(object.error());
        sidecar.object = std::move(*object);
        sidecar.fromPicture = true;
        return sidecar;
    }
    const Result<QByteArray> bytes = bytesOf(isThere ? file : path, mostBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    Result<QJsonObject> object = sidecarFrom(*bytes, file);
    if (!object)
        return std::unexpected(object.error());
    sidecar.object = std::move(*object);
    return sidecar;
}

bool Sidecar::isNumbered() const
{
    const QJsonArray pages = object[u"pages"].toArray();
    return !pages.isEmpty()
        && std::ranges::all_of(pages, [](const QJsonValue &page) { return page[u"file"].isString(); });
}

std::vector<AtlasSheet> sheetsOf(const Sidecar &atlas)
{
    std::vector<AtlasSheet> sheets;
    for (const QJsonValue value : atlas.object[u"pages"].toArray()) {
        const QString file = value[u"file"].toString();
        if (file.isEmpty()) {
            sheets.push_back({value.toObject(), {}, Sidecar{value.toObject(), atlas.picture, atlas.fromPicture}});
            continue;
        }
        const QString path = QFileInfo(atlas.picture).dir().filePath(file);
        sheets.push_back({value.toObject(), file, readSidecar(path)});
    }
    return sheets;
}

Result<bool> isPictureAsWritten(const Sidecar &sidecar)
{
    const QJsonObject picture = sidecar.object[u"picture"].toObject();
    if (!sidecar.fromPicture) {
        constexpr qint64 mostPicture = 4LL * 1024 * 1024 * 1024;
        const Result<QByteArray> bytes = bytesOf(sidecar.picture, mostPicture);
        if (!bytes)
            return std::unexpected(bytes.error());
        return picture[u"sha256"].toString() == QString::fromLatin1(sha256Of(*bytes).toHex());
    }
    if (picture.contains(u"pageSha256") || picture.contains(u"pagesSha256")) {
        const Result<QByteArray> pdf = bytesOf(sidecar.picture, mostBytes);
        QStringList hashes = picture[u"pagesSha256"].toVariant().toStringList();
        if (const QJsonValue one = picture[u"pageSha256"]; one.isString())
            hashes = {one.toString()};
        return pdf && hashes == pagesSha256(*pdf);
    }
    const QImage image = read(sidecar.picture);
    return !image.isNull() && picture[u"pixelsSha256"].toString() == pixelsSha256(image);
}

} // namespace dateline
