#include "tables/cells.h"
#include "tables/tablebeginnings.h"
#include "tables/tablefile.h"
#include "tables/tablestext.h"

#include <QBuffer>
#include <QFileInfo>

#include <algorithm>

namespace dateline
{

namespace
{

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

/// What @p mappings make of a table; none if none of them fits.
std::optional<ColumnPlan> mappedPlan(const TablePart &part, char delimiter, const std::vector<MappingPtr> &mappings)
{
    if (mappings.empty())
        return std::nullopt;
    const TableRecords records = firstRecordsOf(part, delimiter);
    for (const MappingPtr &mapping : mappings) {
        if (std::optional<ColumnPlan> plan = planFor(mapping, records))
            return plan;
    }
    return std::nullopt;
}

/// Tries every delimiter: a title line or a row that is broken misleads counting, and names of columns do not.
Head headOf(const TablePart &part, const TableWish &wish)
{
    Head found;
    QByteArray head = part.head;
    const char likeliest = part.numbered ? ',' : delimiterOf({head.constData(), static_cast<std::size_t>(head.size())});
    found.delimiter = likeliest;
    for (const char delimiter : {likeliest, ',', ';', '\t', '|'}) {
        QBuffer buffer(&head);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer, delimiter, part.numbered);
        if (!reader.next())
            continue;
        if (found.columns.isEmpty())
            found.columns = textsOf(reader.cells());
        if (!wish.onlyMappings)
            found.plan = wish.layout ? planFor(*wish.layout, reader.cells()) : recognised(reader.cells());
        if (!found.plan)
            found.plan = mappedPlan(part, delimiter, wish.mappings);
        if (found.plan)
            found.delimiter = delimiter;
        if (found.plan || part.numbered)
            break;
    }
    return found;
}

Error unknownLayout(const QString &name, const TableWish &wish, const QStringList &columns)
{
    constexpr qsizetype shown = 8;
    QString list = columns.first(std::min(columns.size(), shown)).join(QStringLiteral(", "));
    if (columns.size() > shown)
        list += QStringLiteral(", …");
    if (wish.onlyMappings) {
        return {Error::Kind::Unsupported,
                TablesText::tr("“%1” lacks columns that the mapping uses: it has %2").arg(name, list), name};
    }
    if (!wish.layout) {
        return {Error::Kind::Unsupported,
                TablesText::tr("“%1” has the columns of no data set that is known (%2): say what its columns are, or "
                               "check that it is the file that was meant")
                    .arg(name, list),
                name};
    }
    QStringList required;
    for (const LayoutColumn &column : wish.layout->columns) {
        if (column.required)
            required.append(textFrom(column.name));
    }
    return {Error::Kind::Unsupported,
            TablesText::tr("“%1” cannot be read as %2, which has the columns %3: it has %4")
                .arg(name, QString::fromUtf8(wish.layout->name), required.join(QStringLiteral(", ")), list),
            name};
}

} // namespace

Result<KnownTables> tablesIn(const QString &path, const TableWish &wish)
{
    Result<std::vector<TableBeginning>> parts = beginningsIn(path);
    if (!parts)
        return std::unexpected(parts.error());
    const QString name = QFileInfo(path).fileName();
    KnownTables tables;
    QStringList columns;
    for (TableBeginning &beginning : *parts) {
        if (wish.without.contains(beginning.part.name))
            continue;
        Head head = headOf(beginning.part, wish);
        if (head.plan) {
            tables.known.push_back({beginning.index, std::move(beginning.part), std::move(*head.plan), head.delimiter});
            continue;
        }
        if (columns.isEmpty())
            columns = head.columns;
        tables.others.append(beginning.part.name);
    }
    if (!tables.known.empty())
        return tables;
    if (columns.isEmpty())
        return failure(Error::Kind::Malformed,
                       TablesText::tr("“%1” is empty; there is nothing to import in it").arg(name), name);
    return std::unexpected(unknownLayout(name, wish, columns));
}

} // namespace dateline
