#pragma once

#include "casefile/case.h"
#include "tables/failurelog.h"
#include "tables/layout.h"
#include "tables/tablefile.h"

#include <expected>
#include <functional>

namespace dateline
{

struct ImportOptions
{
    const Layout *layout = nullptr; ///< Null: recognised by the columns.
    std::vector<MappingPtr> mappings = {}; ///< The first that fits is taken for tables of no layout.
    bool onlyMappings = false; ///< And for all others.
    QStringList without = {}; ///< Tables with these names are left out.
    bool withSources = true; ///< Words become documents that incidents quote; else they are their notes.
    QString failuresPath; ///< A CSV of the rows that failed, with reasons; empty for none. Of a second table “x-2.csv”.
};

struct ImportProgress
{
    qint64 bytes = 0; ///< Of the file, read so far.
    qint64 size = 0; ///< Of the file; 0 where it is taken apart, and only rows are told.
    qint64 rows = 0; ///< Stored so far.
    qint64 failed = 0;
};

/// Told how far it is; false ends the import, and nothing is stored.
using ImportProceed = std::function<bool(const ImportProgress &progress)>;

/// What became of a table.
struct TableImport
{
    const Layout *layout = nullptr;
    QString table; ///< Its name in the file; empty where the file is the table.
    RowUnit unit = RowUnit::Line; ///< What the rows that failed are counted in.
    Loaded loaded; ///< Accepted is 0 if nothing came in: that is no success.
    qint64 failed = 0; ///< How many rows did not come in.
    qint64 known = 0; ///< How many rows of the data set were in the case already, by their ids; they stay as they are.
    std::vector<RowFailure> failures; ///< The first of them, see FailureLog.
    Result<void> failuresWritten; ///< The rows are in whether their failures could be written or not.
    QString mapping; ///< The name of the mapping that it came in with; empty without, and for one without a name.
};

/// What became of a file.
struct FileImport
{
    std::vector<TableImport> tables; ///< At least one; of a sheet's or a map's file all that are of known layouts.
    QStringList passedOver; ///< The names of its other tables.
    std::optional<Error> broken; ///< Why the tables after these did not come in; none if there are none.
};

/// Brings the rows of the tables at @p path into @p file, all that can be, each table as one step that undo takes back.
///
/// The data set's citation and terms are added to what the case says of itself. Any thread; @p proceed is called in the
/// same one, a few times a second. Errors: those of tablesIn(), Unwritable; rows that fail are none, and neither is a table
/// after the first that breaks.
[[nodiscard]] Result<FileImport> importTables(Case &file, const QString &path, const ImportOptions &options,
                                              const ImportProceed &proceed = {});

/// The first rows of a table as they would come in.
struct TablePreview
{
    const Layout *layout = nullptr;
    QString table;
    RowUnit unit = RowUnit::Line;
    QStringList columns;
    QString mapping; ///< As in TableImport.
    std::vector<std::expected<Incident, RowFailure>> rows;
};

/// What @p options want.
[[nodiscard]] TableWish wishOf(const ImportOptions &options);

/// Of each table of a known layout. @param most how many rows at most.
[[nodiscard]] Result<std::vector<TablePreview>> previewsOf(const QString &path, const TableWish &wish,
                                                           std::size_t most);

} // namespace dateline
