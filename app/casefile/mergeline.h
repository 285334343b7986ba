#pragma once

#include "casefile/mergefields.h"

#include <QByteArray>
#include <QDateTime>
#include <QSet>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dateline
{

/// One thing that was done to a row of a copy, there or in a case that was merged into it.
struct MergeEvent
{
    QByteArray sha256; ///< Of its row of history, 32 bytes: the same in every copy that has it.
    bool merged = false; ///< In merged_history, in the numbering of another case.
    std::int64_t historyId = 0; ///< In history or merged_history.
    std::int64_t step = 0; ///< Of this copy: the one that did it, or that merged it.
    const Table *table = nullptr; ///< Null for what is done to no row.
    std::int64_t first = 0; ///< The row's id in this copy; 0 if it did not come in.
    std::int64_t last = 0; ///< Above first where rows first to last were made at once.
    QString decided; ///< A decision of a person on this field; “*” on the whole row.
    bool tookOver = false; ///< Written by a merge: what it took over is told by the merged events.

    [[nodiscard]] bool isDecision() const { return !decided.isEmpty(); }
};

/// What a row of history says of the event.
struct MergeEventDetail
{
    std::optional<QJsonObject> before; ///< None if the row was made.
    std::optional<QJsonObject> after; ///< None if it was removed, or one of many that were made at once.
    QString author;
    QDateTime time;
};

/// A field, by the event that wrote it, in a numbering that is the same in every copy.
struct MergeMark
{
    QByteArray sha256;
    std::int64_t offset = 0; ///< Of the row from the event's first.
    QString field; ///< “*” for the whole row.

    friend bool operator==(const MergeMark &, const MergeMark &) = default;
};
[[nodiscard]] size_t qHash(const MergeMark &mark, size_t seed = 0);

/// All that was done to one copy of a case after the past that it shares with another, merges taken apart into what
/// they took in.
class MergeLine
{
public:
    /// Reads the line of @p database after row @p sharedRows of its history; failures are in @p database.
    MergeLine(Database &database, std::int64_t sharedRows);

    [[nodiscard]] Database &database() const { return m_database; }
    [[nodiscard]] const std::vector<MergeEvent> &events() const { return m_events; } ///< In the order they happened.

    /// Whether this copy has the event; that of the shared past is not asked for.
    [[nodiscard]] bool knows(const QByteArray &sha256) const { return m_bySha256.contains(sha256); }
    /// Whether a merge has left it undecided what that event did to that field.
    [[nodiscard]] bool isUndecided(const MergeMark &mark) const;
    [[nodiscard]] const QSet<MergeMark> &undecided() const { return m_undecided; }

    /// What was done to a row, in order.
    [[nodiscard]] std::vector<const MergeEvent *> eventsOf(const Table &table, std::int64_t row) const;

    struct Row
    {
        const Table *table = nullptr;
        std::int64_t id = 0;
    };
    /// The row of this copy that the event is about, @p offset rows on; none if there is none.
    [[nodiscard]] std::optional<Row> rowOf(const QByteArray &sha256, std::int64_t offset) const;

    [[nodiscard]] MergeEventDetail detailOf(const MergeEvent &event) const;

private:
    using RowKey = std::pair<const Table *, std::int64_t>;
    struct RowKeyHash
    {
        std::size_t operator()(const RowKey &key) const noexcept
        {
            return std::hash<const Table *>()(key.first) ^ (std::hash<std::int64_t>()(key.second) * 31U);
        }
    };

    void readMerges(std::int64_t sharedSteps);
    void readOwn(std::int64_t sharedRows);
    void readMerged(std::int64_t sharedSteps);
    void index();
    void addDecisions(const QJsonObject &merge, const MergeEvent &marker);

    Database &m_database;
    std::vector<MergeEvent> m_events;
    std::vector<std::pair<MergeEvent, QJsonObject>> m_markers; // What merges noted down of themselves.
    QHash<std::int64_t, bool> m_merges; // Step → whether it stands.
    QSet<MergeMark> m_undecided;
    QHash<QByteArray, std::size_t> m_bySha256;
    std::unordered_map<RowKey, std::vector<std::size_t>, RowKeyHash> m_byRow;
    std::vector<std::size_t> m_ranges;
};

/// How many rows of history both copies begin with.
[[nodiscard]] std::int64_t sharedHistory(Database &one, Database &other);

} // namespace dateline
