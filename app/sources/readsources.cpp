#include "sources/readsources.h"

#include "sources/apart.h"
#include "sources/formats.h"
#include "sources/plaintext.h"
#include "sources/sourcestext.h"

#include <QDir>
#include <QDirListing>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace dateline
{

namespace
{

QString tooLarge(const QString &name)
{
    return SourcesText::tr("“%1” is larger than 256 MB; split it into smaller files").arg(name);
}

/// What every document gets, however it was read: clean text, hashes, the bytes it came from.
Result<Document> finished(Document document, const QByteArray &bytes, const QString &name)
{
    document.text = tidyText(std::move(document.text));
    if (QStringView(document.text).trimmed().isEmpty()) {
        return failure(Error::Kind::Malformed,
                       SourcesText::tr("“%1” holds nothing but white space; there is nothing to read in it").arg(name),
                       name);
    }
    document.textSha256 = sha256Of(QStringView(document.text));
    if (document.bytes.isEmpty())
        document.bytes = bytes;
    document.bytesSha256 = sha256Of(document.bytes);
    if (document.retrieved == UtcMinute{})
        document.retrieved = utcFromDateTime(QDateTime::currentDateTimeUtc());
    return document;
}

SourcesRead finished(SourcesRead read, const QByteArray &bytes, const QString &name)
{
    SourcesRead complete{{}, std::move(read.refused)};
    complete.documents.reserve(read.documents.size());
    for (Document &document : read.documents) {
        if (Result<Document> one = finished(std::move(document), bytes, name); one)
            complete.documents.push_back(std::move(*one));
        else
            complete.refused.push_back(one.error());
    }
    return complete;
}

/// The folder of @p folder's page, “report_files” of “report.html” in whatever language the browser names it.
bool belongsToASavedPage(const QFileInfo &folder)
{
    const QString name = folder.fileName();
    const qsizetype cut = std::max(name.lastIndexOf(u'_'), name.lastIndexOf(u'-'));
    if (cut <= 0)
        return false;
    const QDir parent = folder.dir();
    return parent.exists(name.first(cut) + QStringLiteral(".html"))
        || parent.exists(name.first(cut) + QStringLiteral(".htm"));
}

void addFilesOf(const QString &folder, QStringList &files)
{
    QStringList names;
    // Links are not followed: they may lead around in a circle.
    for (const QDirListing::DirEntry &entry : QDirListing(folder)) {
        if (!entry.isSymLink() || entry.isFile())
            names.append(entry.fileName());
    }
    std::ranges::sort(names); // The same order on every disk
    for (const QString &name : std::as_const(names)) {
        const QFileInfo info(folder + u'/' + name);
        if (!info.isDir())
            files.append(info.filePath());
        else if (!belongsToASavedPage(info))
            addFilesOf(info.filePath(), files);
    }
}

} // namespace

SourcesRead refused(Error::Kind kind, const QString &message, const QString &subject)
{
    return {{}, {{kind, message, subject}}};
}

SourcesRead readSources(const QString &path, const std::stop_token &stop)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists()) {
        return refused(Error::Kind::NotFound,
                       SourcesText::tr("There is no file “%1”; check its name and folder").arg(path), path);
    }
    if (info.isDir())
        return refused(Error::Kind::Unsupported, SourcesText::tr("“%1” is a folder; choose a file inside it").arg(path),
                       path);
    if (info.size() > largestSourceBytes)
        return refused(Error::Kind::Unsupported, tooLarge(name), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return refused(
            Error::Kind::Unreadable,
            SourcesText::tr("“%1” cannot be read (%2); check that you may open it").arg(name, file.errorString()),
            path);
    }
    // One byte more than allowed tells a device or a growing file from a good one.
    const QByteArray bytes = file.read(largestSourceBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        return refused(
            Error::Kind::Unreadable,
            SourcesText::tr("“%1” cannot be read to its end (%2); copy it anew").arg(name, file.errorString()), path);
    }
    SourcesRead read = sourcesFrom(bytes, name, stop);
    for (Document &document : read.documents)
        document.fileName = name;
    for (Error &error : read.refused)
        error.subject = path;
    return read;
}

SourcesRead sourcesFrom(const QByteArray &bytes, const QString &name, const std::stop_token &stop)
{
    if (bytes.size() > largestSourceBytes)
        return refused(Error::Kind::Unsupported, tooLarge(name), name);
    if (bytes.isEmpty()) {
        return refused(Error::Kind::Malformed,
                       SourcesText::tr("“%1” is empty; there is nothing to read in it").arg(name), name);
    }
    const Format &format = formatOf(bytes);
    SourcesRead read = format.read ? format.read(bytes, name) : readApart(format, bytes, name, stop);
    for (Document &document : read.documents)
        document.mediaType = format.mediaType;
    return finished(std::move(read), bytes, name);
}

Result<Document> readDocument(const QString &path, const std::stop_token &stop)
{
    SourcesRead read = readSources(path, stop);
    if (read.documents.size() > 1) {
        return failure(Error::Kind::Unsupported,
                       SourcesText::tr("“%1” holds %2 documents; choose a file that holds one")
                           .arg(QFileInfo(path).fileName())
                           .arg(read.documents.size()),
                       path);
    }
    if (read.documents.empty())
        return std::unexpected(read.refused.front());
    return std::move(read.documents.front());
}

Result<Document> documentFrom(const QByteArray &bytes, const QString &name)
{
    SourcesRead read = bytes.isEmpty() ? sourcesFrom(bytes, name) : finished(readPlainText(bytes, name), bytes, name);
    if (read.documents.empty())
        return std::unexpected(read.refused.front());
    read.documents.front().mediaType = QStringLiteral("text/plain");
    return std::move(read.documents.front());
}

QStringList sourceFilesIn(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (QFileInfo(path).isDir())
            addFilesOf(QDir::cleanPath(path), files);
        else
            files.append(path);
    }
    return files;
}

} // namespace dateline
