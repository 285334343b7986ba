#include "figure/readsidecar.h"

#include "base/sha256.h"
#include "domain/document.h"
#include "figure/figuretext.h"
#include "figure/pdfpage.h"
#include "figure/sidecar.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonDocument>

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

Result<QJsonObject> sidecarFrom(const QByteArray &bytes, const QString &path)
{
    QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QString format = object[u"format"].toString();
    bool isNumber = false;
    const int version = format.startsWith(sidecarFormat) ? format.sliced(sidecarFormat.size()).toInt(&isNumber) : 0;
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
    if (version != sidecarVersion || !object[u"spec"].isObject() || !object[u"incidents"].isArray()
        || !object[u"sources"].isArray()) {
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
    if (picture.contains(u"pageSha256")) {
        const Result<QByteArray> pdf = bytesOf(sidecar.picture, mostBytes);
        return pdf && picture[u"pageSha256"].toString() == pageSha256(*pdf);
    }
    const QImage image = read(sidecar.picture);
    return !image.isNull() && picture[u"pixelsSha256"].toString() == pixelsSha256(image);
}

} // namespace dateline
