#pragma once

#include "tables/rowdraft.h"
#include "tables/tablepart.h"

#include <QSaveFile>

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace dateline
{

/// A row that did not come in.
struct RowFailure
{
    qint64 line = 0; ///< Where it begins, from 1.
    QString column;
    QString value;
    QString reason; ///< One sentence without a full stop.

    friend bool operator==(const RowFailure &, const RowFailure &) = default;
};

/// “row 3, event_date “14th of September”: This is no date …”, after the name of @p table if it has one.
[[nodiscard]] QString failureText(const RowFailure &failure, const QString &table, RowUnit unit);

/// Collects rows that failed: the first of them to be shown, and all in a file to be corrected.
///
/// The file is a CSV of the rows as they are, with the columns dateline_line, dateline_column, dateline_value and
/// dateline_reason behind, which an import of it passes over.
class FailureLog
{
public:
    static constexpr std::size_t mostKept = 1000;

    /// @param path of the file; empty for none. It is written only if a row fails, and there when finish() says so.
    FailureLog(QString path, const ColumnPlan &plan);

    void add(RowFailure failure, std::span<const std::string_view> cells);
    /// Brings the file to its place; Unwritable if that fails.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] const std::vector<RowFailure> &first() const { return m_first; }
    [[nodiscard]] const RowFailure &last() const { return m_last; } ///< The one that was added last.

private:
    void write(std::span<const std::string_view> cells, const RowFailure &failure);

    QString m_path;
    const ColumnPlan &m_plan;
    std::unique_ptr<QSaveFile> m_file;
    std::vector<RowFailure> m_first;
    RowFailure m_last;
    qint64 m_count = 0;
};

} // namespace dateline
