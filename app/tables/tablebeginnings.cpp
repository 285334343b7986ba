#include "tables/tablebeginnings.h"

#include "tables/csv.h"
#include "tables/tableprocess.h"
#include "tables/tablestext.h"
#include "tables/utf8device.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

namespace dateline
{

namespace
{

constexpr qint64 headBytes = 256 * 1024;

/// Whether a file with these first bytes is no table of text but something to be taken apart.
bool isTakenApart(const QByteArray &raw, bool isText)
{
    QByteArrayView letters = raw;
    if (letters.startsWith("\xef\xbb\xbf"))
        letters = letters.sliced(3);
    letters = letters.trimmed();
    // Packed files, JSON, JSON with record marks, and XML.
    return !isText || raw.startsWith("PK\x03\x04") || raw.startsWith("\x1f\x8b") || letters.startsWith('{')
        || letters.startsWith('[') || letters.startsWith('\x1e') || letters.startsWith('<');
}

std::unexpected<Error> emptyFile(const QString &name)
{
    return failure(Error::Kind::Malformed, TablesText::tr("“%1” is empty; there is nothing to import in it").arg(name),
                   name);
}

Result<std::vector<TableBeginning>> partsOf(const QString &path, const QString &name)
{
    const Result<std::unique_ptr<TableProcess>> process = TableProcess::start(QStringLiteral("list"), path);
    if (!process)
        return std::unexpected(process.error());
    const QByteArray answer = (*process)->readAll();
    if ((*process)->error())
        return std::unexpected(*(*process)->error());
    QDataStream stream(answer);
    quint32 count = 0;
    stream >> count;
    std::vector<TableBeginning> parts;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        stream >> parts.emplace_back(static_cast<int>(i)).part;
    if (stream.status() != QDataStream::Ok)
        return failure(Error::Kind::Malformed, TablesText::tr("“%1” cannot be taken apart: get it anew").arg(path),
                       path);
    if (parts.empty())
        return emptyFile(name);
    return parts;
}

} // namespace

Result<std::vector<TableBeginning>> beginningsIn(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists()) {
        return failure(Error::Kind::NotFound,
                       TablesText::tr("There is no file “%1”; check its name and folder").arg(path), path);
    }
    QFile file(path);
    if (info.isDir() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(Error::Kind::Unreadable,
                       TablesText::tr("“%1” cannot be read (%2); check that it is a file and that you may open it")
                           .arg(name, info.isDir() ? TablesText::tr("a folder") : file.errorString()),
                       path);
    }
    TableBeginning beginning;
    bool isText = true;
    {
        Utf8Device text(file);
        isText = text.isText();
        beginning.part.head = text.read(headBytes);
    }
    if (!file.seek(0)) {
        return failure(Error::Kind::Unreadable,
                       TablesText::tr("“%1” can be read only once: copy it to a file first").arg(name), path);
    }
    const QByteArray raw = file.read(1024);
    if (raw.isEmpty())
        return emptyFile(name);
    if (isTakenApart(raw, isText))
        return partsOf(path, name);
    return std::vector{std::move(beginning)};
}

TableRecords firstRecordsOf(const TablePart &part, char delimiter)
{
    QByteArray head = part.head;
    QBuffer buffer(&head);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, delimiter, part.numbered);
    TableRecords records;
    while (records.size() < mostHeaderRows && reader.next()) {
        if (!reader.isProblem())
            records.emplace_back(reader.cells().begin(), reader.cells().end());
    }
    return records;
}

} // namespace dateline
