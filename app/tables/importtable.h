#pragma once

#include "casefile/case.h"
#include "tables/failurelog.h"
#include "tables/layout.h"

#include <expected>
#include <functional>

namespace dateline
{

struct ImportOptions
{
    const Layout *layout = nullptr; ///< Null: recognised by the columns.
    bool withSources = true; ///< Words become documents that incidents quote; else they are their notes.
    QString failuresPath; ///< A CSV of the rows that failed, with reasons; empty for none.
};

struct ImportProgress
{
    qint64 bytes = 0; ///< Of the file, read so far.
    qint64 size = 0; ///< Of the file.
    qint64 rows = 0; ///< Stored so far.
    qint64 failed = 0;
};

/// Told how far it is; false ends the import, and nothing is stored.
using ImportProceed = std::function<bool(const ImportProgress &progress)>;

/// What became of a table.
struct TableImport
{
    const Layout *layout = nullptr;
    Loaded loaded; ///< Accepted is 0 if nothing came in: that is no success.
    qint64 failed = 0; ///< How many rows did not come in.
    qint64 known = 0; ///< How many rows of the data set were in the case already, by their ids; they stay as they are.
    std::vector<RowFailure> failures; ///< The first of them, see FailureLog.
    Result<void> failuresWritten; ///< The rows are in whether their failures could be written or not.
};

/// Brings the rows of the table at @p path into @p file, all that can be, as one step that undo takes back.
///
/// The data set's citation and terms are added to what the case says of itself. Any thread; @p proceed is called in the
/// same one, a few times a second. Errors: those of TableFile::open(), Unwritable; rows that fail are none.
[[nodiscard]] Result<TableImport> importTable(Case &file, const QString &path, const ImportOptions &options,
                                              const ImportProceed &proceed = {});

/// The first rows of a table as they would come in.
struct TablePreview
{
    const Layout *layout = nullptr;
    QStringList columns;
    std::vector<std::expected<Incident, RowFailure>> rows;
};

/// @param most how many rows at most.
[[nodiscard]] Result<TablePreview> previewOf(const QString &path, const Layout *layout, std::size_t most);

} // namespace dateline
