#pragma once

#include "base/result.h"
#include "tables/csv.h"
#include "tables/layout.h"

#include <memory>

class QFile;

namespace dateline
{

class Utf8Device;

/// A file of a known layout, open at its first row.
class TableFile
{
public:
    /// Opens the file at @p path and recognises its layout by its columns, or takes it as @p layout.
    ///
    /// Errors: NotFound, Unreadable, Malformed for what is no table, Unsupported for one of another layout.
    [[nodiscard]] static Result<std::unique_ptr<TableFile>> open(const QString &path, const Layout *layout = nullptr);
    ~TableFile();
    TableFile(const TableFile &) = delete;
    TableFile &operator=(const TableFile &) = delete;

    [[nodiscard]] const ColumnPlan &plan() const { return m_plan; }
    [[nodiscard]] CsvReader &rows() { return *m_reader; }
    [[nodiscard]] QString name() const; ///< Without folders.
    [[nodiscard]] qint64 size() const; ///< In bytes.
    [[nodiscard]] qint64 bytesRead() const;

private:
    TableFile(std::unique_ptr<QFile> file, ColumnPlan plan, char delimiter);

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<Utf8Device> m_text;
    std::unique_ptr<CsvReader> m_reader;
    ColumnPlan m_plan;
};

} // namespace dateline
