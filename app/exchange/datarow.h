#pragma once

#include "exchange/exportrows.h"
#include "exchange/formats.h"
#include "exchange/jsoncells.h"

#include <QDate>

#include <span>

namespace dateline
{

/// An incident as tables of data sets ask for it. Made once and used for all rows.
class DataRow
{
public:
    explicit DataRow(ExportRows &rows)
        : m_rows(rows)
    {
    }

    void read(const StoredIncident &row);

    [[nodiscard]] const StoredIncident &row() const { return *m_row; }
    [[nodiscard]] QDate first() const { return m_first; } ///< In the incident's own zone.
    [[nodiscard]] QDate last() const { return m_last; }
    [[nodiscard]] std::string_view actor(std::size_t index) const;
    /// Those from @p index on, with “; ” between.
    [[nodiscard]] std::string actorsFrom(std::size_t index) const;
    [[nodiscard]] std::string tags() const;
    [[nodiscard]] std::string country() const; ///< Its English name.
    /// The report of the most killed; null if none tells of any.
    [[nodiscard]] const StoredLoss *killed() const { return m_killed; }

    struct Words
    {
        std::string words;
        std::string speaker;
        ExportSource source;
    };
    [[nodiscard]] const std::vector<Words> &words() const { return m_words; }
    /// The publishers, each once.
    [[nodiscard]] std::string publishers() const;

    /// What the data set says in its column @p name; empty if it says nothing, or the incident is of none.
    [[nodiscard]] std::string attribute(std::string_view name) const;

private:
    ExportRows &m_rows;
    const StoredIncident *m_row = nullptr;
    QDate m_first;
    QDate m_last;
    std::vector<std::string> m_actors;
    std::vector<StoredLoss> m_losses;
    const StoredLoss *m_killed = nullptr; ///< Of m_losses.
    std::vector<Words> m_words;
};

/// A column of such a table.
struct DataColumn
{
    std::string_view name;
    std::string (*value)(const DataRow &row) =
        nullptr; ///< Null, or an empty value: what the attribute of that name says.
};

/// Writes all incidents as CSV with these columns.
[[nodiscard]] Result<void> writeDataTable(ExportJob &job, std::span<const DataColumn> columns);

} // namespace dateline
