#pragma once

#include "casefile/merge.h"
#include "casefile/mergerows.h"

#include <set>
#include <unordered_map>

namespace dateline
{

/// Stands in a MergeMark for all fields of a row.
inline const QString wholeRow = QStringLiteral("*");

/// What a merge does to one of our rows.
struct MergedRow
{
    enum class Kind : std::uint8_t { Add, Change, Remove };

    Kind kind = Kind::Add;
    const Table *table = nullptr;
    std::int64_t ours = 0;
    std::int64_t theirs = 0;
    QJsonObject row; ///< For Change, with our numbers; the others are read when they are written.
};

/// Compares two copies of a case, row by row and field by field.
///
/// A field that only one side has changed since it knew of the other's change is taken from that side; if both have,
/// a person decides. Which change is known where comes from the SHA-256 of the rows of history, so it holds over any
/// number of copies and merges.
class MergePlanner
{
public:
    MergePlanner(const MergeLine &ours, const MergeLine &theirs, MergeRows &rows, const MergeDecisions &decisions);

    /// Goes through all that is new there; failures are in the databases.
    void run();

    [[nodiscard]] const std::vector<MergedRow> &mergedRows() const { return m_merged; }
    [[nodiscard]] std::vector<MergeConflict> &conflicts() { return m_conflicts; }
    [[nodiscard]] std::vector<MergeCount> counts() const;
    [[nodiscard]] std::int64_t leftOut() const { return m_leftOut; }

    struct Decided
    {
        MergeMark mark;
        MergeChoice choice = MergeChoice::Undecided;
    };
    [[nodiscard]] const std::vector<Decided> &decided() const { return m_decided; }

private:
    using Key = std::pair<const Table *, std::int64_t>;

    /// What was done to a field on one side that the other does not know.
    struct News
    {
        std::vector<const MergeEvent *> events;
        std::optional<QJsonObject> base; ///< The row before the first of them; none if it is not known.
        bool made = false; ///< The first of them made the row.
    };
    [[nodiscard]] News newsOf(const MergeLine &line, const MergeLine &other, const Table &table, std::int64_t row,
                              const MergeField *field) const;
    [[nodiscard]] bool concerns(const MergeLine &line, const MergeEvent &event, const MergeField &field) const;
    [[nodiscard]] bool isToldByOthers(const MergeLine &line, const MergeEvent &event,
                                      const std::vector<const MergeEvent *> &events, const MergeField &field) const;

    void take(const Table &table, std::int64_t theirs);
    void takeNew(const Table &table, std::int64_t theirs, const QJsonObject &row);
    void takeGoneHere(const Table &table, std::int64_t theirs, std::int64_t ours, const QJsonObject &row);
    void takeRemoval(const Table &table, std::int64_t theirs, std::int64_t ours);
    void takeFields(const Table &table, std::int64_t theirs, std::int64_t ours, const QJsonObject &row);
    void add(const Table &table, std::int64_t theirs, std::int64_t ours);

    enum class Side : std::uint8_t { Ours, Theirs, Ask };
    [[nodiscard]] Side sideOf(const Table &table, const MergeField &field, const QJsonObject &ours,
                              const QJsonObject &theirs, const News &oursNews, const News &theirsNews) const;

    /// Whether the rows that @p row of theirs rests on are in our copy, or come in.
    [[nodiscard]] bool hasGround(const Table &table, std::int64_t theirs, const QJsonObject &row);
    [[nodiscard]] bool wasRefused(const Table &table, std::int64_t theirs) const;
    [[nodiscard]] bool standsOnRows(const Table &table, const QJsonObject &row) const; ///< Without asking.
    [[nodiscard]] MergeChoice askWhetherBack(const Table &table, std::int64_t theirs, std::int64_t ours,
                                             const News &theirsNews);
    void bringBack(const Table &table, std::int64_t theirs, std::int64_t ours);
    [[nodiscard]] bool isThere(const Table &table, std::int64_t ours) const;
    [[nodiscard]] bool isChangedHere(const Table &table, std::int64_t ours, const News &oursNews,
                                     const News &theirsNews) const;
    [[nodiscard]] bool isBase(const Table &table, const News &theirsNews, const QJsonObject &row) const;
    [[nodiscard]] bool restsNewHere(const Table &table, std::int64_t ours) const;
    void markGone(const Table &table, std::int64_t ours);
    void markKept(const Table &table, std::int64_t ours, MergeChoice choice);
    [[nodiscard]] std::vector<Key> restingOn(Database &database, const Table &table, std::int64_t row) const;

    /// Lists @p conflict, whose sides lack only who and when, and tells what was decided on it.
    MergeChoice ask(MergeConflict conflict, const Table &table, std::int64_t theirs, const News &oursNews,
                    const News &theirsNews);
    [[nodiscard]] QJsonObject shown(const MergeLine &line, const MergeField &field, const Table &table,
                                    const QJsonObject &row) const;
    void settle(const std::vector<const MergeEvent *> &events, std::int64_t theirs, const QString &field,
                MergeChoice choice);
    void count(const Table &table, std::int64_t MergeCount::*what);

    const MergeLine &m_ours;
    const MergeLine &m_theirs;
    MergeRows &m_rows;
    const MergeDecisions &m_decisions;
    std::vector<MergedRow> m_merged;
    std::vector<MergeConflict> m_conflicts;
    std::vector<Decided> m_decided;
    std::map<const Table *, MergeCount> m_counts;
    std::int64_t m_leftOut = 0;
    std::set<Key> m_taken; // Theirs.
    std::set<Key> m_coming; // Ours, from here on too.
    std::set<Key> m_gone;
    std::map<Key, MergeChoice> m_kept; // What the other copy has removed and this one keeps.
    std::map<Key, MergeChoice> m_asked; // Whether what was removed here comes back.
};

} // namespace dateline
