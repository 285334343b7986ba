#include "reading/readdocument.h"

#include "reading/decoding.h"
#include "reading/zones.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace dateline
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Reading", text);
}

} // namespace

Result<Document> readDocument(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        return failure(Error::Kind::NotFound, tr("There is no file “%1”; check its name and folder").arg(path), path);
    if (info.isDir())
        return failure(Error::Kind::Unsupported, tr("“%1” is a folder; choose a file inside it").arg(path), path);
    if (info.size() > largestDocumentBytes) {
        return failure(Error::Kind::Unsupported,
                       tr("“%1” is larger than 256 MB; split it into smaller files").arg(name), path);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Error::Kind::Unreadable,
                       tr("“%1” cannot be read (%2); check that you may open it").arg(name, file.errorString()), path);
    }
    // One byte more than allowed tells a device or a growing file from a good one.
    const QByteArray bytes = file.read(largestDocumentBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        return failure(Error::Kind::Unreadable,
                       tr("“%1” cannot be read to its end (%2); copy it anew").arg(name, file.errorString()), path);
    }
    Result<Document> document = documentFrom(bytes, name);
    if (!document)
        return failure(document.error().kind, document.error().message, path);
    document->fileName = name;
    return document;
}

Result<Document> documentFrom(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > largestDocumentBytes) {
        return failure(Error::Kind::Unsupported,
                       tr("“%1” is larger than 256 MB; split it into smaller files").arg(name), name);
    }
    if (bytes.isEmpty())
        return failure(Error::Kind::Malformed, tr("“%1” is empty; there is nothing to read in it").arg(name), name);
    std::optional<QString> text = textFromBytes(bytes);
    if (!text) {
        return failure(Error::Kind::Unsupported,
                       tr("“%1” is not plain text; save or copy its words as a text file").arg(name), name);
    }
    if (QStringView(*text).trimmed().isEmpty()) {
        return failure(Error::Kind::Malformed,
                       tr("“%1” holds nothing but white space; there is nothing to read in it").arg(name), name);
    }
    Document document;
    document.text = std::move(*text);
    document.textSha256 = sha256Of(QStringView(document.text));
    document.bytesSha256 = sha256Of(bytes);
    document.bytes = bytes;
    document.mediaType = QStringLiteral("text/plain");
    document.retrieved = utcFromDateTime(QDateTime::currentDateTimeUtc());
    return document;
}

Result<WrittenTime> writtenTimeFrom(const QString &text, const QString &zone)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})(?::\\d{2})?(Z|[+-]\\d{2}:?\\d{2})?)?$"));
    const auto match = form.match(text.trimmed());
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const bool timed = match.hasCaptured(2);
    const QTime time = timed ? QTime::fromString(match.captured(2), QStringLiteral("HH:mm")) : QTime(0, 0);
    if (!match.hasMatch() || !date.isValid() || !time.isValid()) {
        return failure(Error::Kind::Malformed,
                       tr("“%1” is not a date; write it like 2022-09-13 or 2022-09-13T14:00").arg(text), text);
    }
    const QString zoneText = zone.trimmed().isEmpty() ? match.captured(3) : zone.trimmed();
    WrittenTime written;
    written.precision = timed ? TimePrecision::Minute : TimePrecision::Day;
    QTimeZone used = QTimeZone::utc();
    if (!zoneText.isEmpty()) {
        const std::optional<QTimeZone> known = zoneFromName(zoneText);
        if (!known) {
            return failure(Error::Kind::Malformed,
                           tr("“%1” is not a time zone; write it like Asia/Yerevan or UTC+04:00").arg(zoneText),
                           zoneText);
        }
        used = *known;
        written.zone = nameFromZone(used).isEmpty() ? QStringLiteral("UTC") : nameFromZone(used);
    }
    written.instant = utcFromDateTime(QDateTime(date, time, used));
    return written;
}

} // namespace dateline
