#include "tables/tablefile.h"

#include "tables/cells.h"
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

/// What a first record was found to be.
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
Head headOf(QByteArray &head, const Layout *layout)
{
    Head found;
    const char likeliest = delimiterOf({head.constData(), static_cast<std::size_t>(head.size())});
    found.delimiter = likeliest;
    for (const char delimiter : {likeliest, ',', ';', '\t', '|'}) {
        QBuffer buffer(&head);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer, delimiter);
        if (!reader.next())
            continue;
        if (found.columns.isEmpty())
            found.columns = textsOf(reader.cells());
        found.plan = layout ? planFor(*layout, reader.cells()) : recognised(reader.cells());
        if (found.plan) {
            found.delimiter = delimiter;
            return found;
        }
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
                               "was meant")
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

/// Why a file whose first bytes are @p head is no table of text; none if it may be one.
std::optional<Error> refusalOf(const QByteArray &head, bool isText, const QString &name)
{
    if (head.isEmpty())
        return Error{Error::Kind::Malformed,
                     TablesText::tr("“%1” is empty; there is nothing to import in it").arg(name), name};
    if (head.startsWith("PK\x03\x04") || head.startsWith("\x1f\x8b")) {
        return Error{
            Error::Kind::Unsupported,
            TablesText::tr("“%1” is packed: unpack it, save a spreadsheet in it as CSV, and import that").arg(name),
            name};
    }
    if (!isText)
        return Error{Error::Kind::Malformed, TablesText::tr("“%1” is no table: choose a CSV or TSV file").arg(name),
                     name};
    return std::nullopt;
}

} // namespace

TableFile::TableFile(std::unique_ptr<QFile> file, ColumnPlan plan, char delimiter)
    : m_file(std::move(file))
    , m_text(std::make_unique<Utf8Device>(*m_file))
    , m_reader(std::make_unique<CsvReader>(*m_text, delimiter))
    , m_plan(std::move(plan))
{
    if (m_plan.hasHeader)
        static_cast<void>(m_reader->next());
}

TableFile::~TableFile() = default;

Result<std::unique_ptr<TableFile>> TableFile::open(const QString &path, const Layout *layout)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists()) {
        return failure(Error::Kind::NotFound,
                       TablesText::tr("There is no file “%1”; check its name and folder").arg(path), path);
    }
    auto file = std::make_unique<QFile>(path);
    if (info.isDir() || !file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(Error::Kind::Unreadable,
                       TablesText::tr("“%1” cannot be read (%2); check that it is a file and that you may open it")
                           .arg(name, info.isDir() ? TablesText::tr("a folder") : file->errorString()),
                       path);
    }
    QByteArray head;
    bool isText = true;
    {
        Utf8Device text(*file);
        isText = text.isText();
        head = text.read(headBytes);
    }
    const QByteArray raw = file->seek(0) ? file->read(4) : head;
    if (std::optional<Error> refusal = refusalOf(raw, isText, name))
        return std::unexpected(std::move(*refusal));
    Head found = headOf(head, layout);
    if (!found.plan)
        return std::unexpected(unknownLayout(name, layout, found.columns));
    if (!file->seek(0)) {
        return failure(Error::Kind::Unreadable,
                       TablesText::tr("“%1” can be read only once: copy it to a file first").arg(name), path);
    }
    return std::unique_ptr<TableFile>(new TableFile(std::move(file), std::move(*found.plan), found.delimiter));
}

QString TableFile::name() const
{
    return QFileInfo(m_file->fileName()).fileName();
}

qint64 TableFile::size() const
{
    return m_file->size();
}

qint64 TableFile::bytesRead() const
{
    return m_text->bytesRead();
}

} // namespace dateline
