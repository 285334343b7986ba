#pragma once

#include "casefile/schema.h"
#include "casefile/touched.h"

#include <QByteArray>
#include <QJsonObject>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dateline
{

class Database;

/// Who works here: the user's name as the system knows it.
[[nodiscard]] QString authorName();

/// One step of work on the rows of a case: writes them, and what they were and became into the history.
///
/// Lives inside one Transaction; failures are in the Database.
class Step
{
public:
    enum class Action { Do, Undo, Redo };

    Step(Database &database, Action action, const QString &label, std::optional<std::int64_t> target = std::nullopt);

    /// Writes @p row as number @p id of @p table, or as a new row if @p id is none.
    /// @returns the row's id.
    std::int64_t put(const Table &table, std::optional<std::int64_t> id, const QJsonObject &row);

    /// Writes @p row as number @p id of @p table; a row that is not there fails with NotFound.
    void replace(const Table &table, std::int64_t id, const QJsonObject &row);

    /// Writes @p columns into row number @p id of @p table, whose other columns stay; fails with NotFound without it.
    void alter(const Table &table, std::int64_t id, const QJsonObject &columns);

    /// Removes a row with all rows that refer to it; a row that is not there fails with NotFound.
    void remove(const Table &table, std::int64_t id);

    /// Notes that rows @p first to @p last of @p table were made at once. @param digest of them, see rowdigest.h.
    void recordMany(const Table &table, std::int64_t first, std::int64_t last, const QJsonObject &digest);

    /// Makes every row as it was before @p step.
    void revert(std::int64_t step);

    /// Fails with NotFound if @p table has no row @p id.
    void require(const Table &table, std::int64_t id);

    /// Notes @p after in the history, as done to no row.
    void note(const QJsonObject &after);

    /// Counts a quote as touched that was there already.
    void touchQuote(std::int64_t id);

    [[nodiscard]] Changed changed() const { return m_touched.changed(); }

private:
    struct Sql
    {
        std::vector<QByteArray> columns; ///< Sorted.
        std::string select; ///< The row's id and the columns.
        std::string upsert;
    };
    [[nodiscard]] const Sql &sqlOf(const Table &table);
    /// As the history has it: compact JSON.
    [[nodiscard]] std::optional<QByteArray> rowOf(const Table &table, std::int64_t id);
    void removeRow(const Table &table, std::int64_t id);
    void removeReferring(const Table &table, const char *column, std::int64_t id);
    void forget(const char *column, std::int64_t document); ///< Clears @p column where it names @p document.
    std::int64_t write(const Table &table, std::optional<std::int64_t> id, const std::optional<QByteArray> &before,
                       const QJsonObject &row);
    void failWithout(const Table &table, std::int64_t id); ///< Says that the row is not there.
    void record(const Table &table, std::int64_t id, const std::optional<QByteArray> &before,
                const std::optional<QByteArray> &after);
    void writeHistory(const Table &table, std::int64_t id, const std::optional<QByteArray> &before,
                      const std::optional<QByteArray> &after, std::optional<std::int64_t> lastId);

    Database &m_database;
    // Texts of the history, in UTF-8.
    QByteArray m_action;
    QByteArray m_label;
    std::optional<std::int64_t> m_target;
    std::int64_t m_step = 0; // 0 until the first row changes: a step without changes leaves no trace.
    QByteArray m_time;
    QByteArray m_author;
    Touched m_touched;
    std::map<const Table *, Sql> m_sql; ///< Made once for each table, not for each row.
};

} // namespace dateline
