#pragma once

#include "base/result.h"
#include "tables/csv.h"
#include "tables/layout.h"
#include "tables/mapping.h"
#include "tables/tablepart.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace dateline
{

class Utf8Device;

/// A table of a known layout in a file.
struct KnownTable
{
    std::optional<int> index; ///< In a file that is taken apart; none for a file that is a table of text itself.
    TablePart part;
    ColumnPlan plan;
    char delimiter = ',';
};

/// The tables of a file.
struct KnownTables
{
    std::vector<KnownTable> known; ///< At least one.
    QStringList others; ///< Names of those whose columns are no layout's.
};

/// How the tables of a file are to be read.
struct TableWish
{
    TableWish(const Layout *as = nullptr)
        : layout(as)
    {
    }

    const Layout *layout; ///< Null: recognised by the columns.
    std::vector<MappingPtr> mappings; ///< The first that fits is taken for what is of no layout.
    bool onlyMappings = false; ///< And for what is of one.
    QStringList without; ///< Tables with these names are left out.
};

/// Recognises the layouts of the tables in the file at @p path by their columns, or takes those that fit as @p wish says.
///
/// Errors: NotFound, Unreadable, Malformed for what is no table, Unsupported where no table has a layout.
[[nodiscard]] Result<KnownTables> tablesIn(const QString &path, const TableWish &wish = {});

/// A table of a known layout, open at its first row. Made and destroyed in one thread, read in any.
class TableFile
{
public:
    /// Errors: Unreadable.
    [[nodiscard]] static Result<std::unique_ptr<TableFile>> open(const QString &path, const KnownTable &table);
    ~TableFile();
    TableFile(const TableFile &) = delete;
    TableFile &operator=(const TableFile &) = delete;

    [[nodiscard]] const ColumnPlan &plan() const { return m_plan; }
    [[nodiscard]] RowUnit unit() const { return m_unit; }
    [[nodiscard]] CsvReader &rows() { return *m_reader; }
    [[nodiscard]] QString name() const { return m_name; } ///< Of the file, without folders, and of the table in it.
    /// What the rows' ids are unique in, as incidents keep it.
    [[nodiscard]] QByteArray dataSet() const;
    [[nodiscard]] qint64 size() const { return m_size; } ///< In bytes; 0 where it cannot be told beforehand.
    [[nodiscard]] qint64 bytesRead() const;

private:
    TableFile(std::unique_ptr<QIODevice> bytes, QString name, const KnownTable &table);

    std::unique_ptr<QIODevice> m_bytes;
    std::unique_ptr<Utf8Device> m_text; ///< None where it is UTF-8 already.
    std::unique_ptr<CsvReader> m_reader;
    ColumnPlan m_plan;
    RowUnit m_unit;
    QString m_name;
    qint64 m_size = 0;
};

} // namespace dateline
