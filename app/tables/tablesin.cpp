#include "tables/cells.h"
#include "tables/tablefile.h"
#include "tables/tableprocess.h"
#include "tables/tablestext.h"
#include "tables/utf8device.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qint64 headBytes = 256 * 1024;

/// What the beginning of a table was found to be.
struct Head
{
    std::optional<ColumnPlan> plan;
    char delimiter = ',';
    QStringList columns; ///< Of the likeliest delimiter.
};

QStringList textsOf(std::span<const std::string_view> cells)
{
    QStringList texts;
    for (const std::string_view cell : cells)
        texts.append(textFrom(cell).simplified().left(40));
    return texts;
}

/// Tries every delimiter: a title line or a row that is broken misleads counting, and names of columns do not.
Head headOf(QByteArray head, bool numbered, const Layout *layout)
{
    Head found;
    const char likeliest = numbered ? ',' : delimiterOf({head.constData(), static_cast<std::size_t>(head.size())});
    found.delimiter = likeliest;
    for (const char delimiter : {likeliest, ',', ';', '\t', '|'}) {
        QBuffer buffer(&head);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer, delimiter, numbered);
        if (!reader.next())
            continue;
        if (found.columns.isEmpty())
            found.columns = textsOf(reader.cells());
        found.plan = layout ? planFor(*layout, reader.cells()) : recognised(reader.cells());
        if (found.plan)
            found.delimiter = delimiter;
        if (found.plan || numbered)
            break;
    }
    return found;
}

Error unknownLayout(const QString &name, const Layout *layout, const QStringList &columns)
{
    constexpr qsizetype shown = 8;
    QString list = columns.first(std::min(columns.size(), shown)).join(QStringLiteral(", "));
    if (columns.size() > shown)
        list += QStringLiteral(", …");
    if (!layout) {
        return {Error::Kind::Unsupported,
                TablesText::tr("“%1” has the columns of no data set that is known (%2): check that it is the file that "
                               "was meant, or bring it in as “general” if it has a latitude and a longitude")
                    .arg(name, list),
                name};
    }
    QStringList required;
    for (const LayoutColumn &column : layout->columns) {
        if (column.required)
            required.append(textFrom(column.name));
    }
    return {Error::Kind::Unsupported,
            TablesText::tr("“%1” cannot be read as %2, which has the columns %3: it has %4")
                .arg(name, QString::fromUtf8(layout->name), required.join(QStringLiteral(", ")), list),
            name};
}

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

Result<std::vector<TablePart>> partsOf(const QString &path)
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
    std::vector<TablePart> parts;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        stream >> parts.emplace_back();
    if (stream.status() != QDataStream::Ok)
        return failure(Error::Kind::Malformed, TablesText::tr("“%1” cannot be taken apart: get it anew").arg(path),
                       path);
    return parts;
}

Result<KnownTables> tablesApart(const QString &path, const QString &name, const Layout *layout)
{
    const Result<std::vector<TablePart>> parts = partsOf(path);
    if (!parts)
        return std::unexpected(parts.error());
    KnownTables tables;
    QStringList columns;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const TablePart &part = (*parts)[i];
        Head head = headOf(part.head, part.numbered, layout);
        if (head.plan) {
            tables.known.push_back({static_cast<int>(i), part, std::move(*head.plan), head.delimiter});
            continue;
        }
        if (columns.isEmpty())
            columns = head.columns;
        tables.others.append(part.name);
    }
    if (!tables.known.empty())
        return tables;
    if (columns.isEmpty())
        return failure(Error::Kind::Malformed,
                       TablesText::tr("“%1” is empty; there is nothing to import in it").arg(name), name);
    return std::unexpected(unknownLayout(name, layout, columns));
}

} // namespace

Result<KnownTables> tablesIn(const QString &path, const Layout *layout)
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
    QByteArray head;
    bool isText = true;
    {
        Utf8Device text(file);
        isText = text.isText();
        head = text.read(headBytes);
    }
    if (!file.seek(0)) {
        return failure(Error::Kind::Unreadable,
                       TablesText::tr("“%1” can be read only once: copy it to a file first").arg(name), path);
    }
    const QByteArray raw = file.read(1024);
    if (raw.isEmpty())
        return failure(Error::Kind::Malformed,
                       TablesText::tr("“%1” is empty; there is nothing to import in it").arg(name), name);
    if (isTakenApart(raw, isText))
        return tablesApart(path, name, layout);
    Head found = headOf(head, false, layout);
    if (!found.plan)
        return std::unexpected(unknownLayout(name, layout, found.columns));
    KnownTables tables;
    tables.known.push_back({std::nullopt, {}, std::move(*found.plan), found.delimiter});
    return tables;
}

} // namespace dateline
