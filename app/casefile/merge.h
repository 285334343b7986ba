#pragma once

#include "base/result.h"
#include "domain/change.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace dateline
{

/// What a person takes where two copies of a case differ in the same field.
enum class MergeChoice : std::uint8_t {
    Undecided, ///< Ours stays, and the next merge asks again.
    Ours,
    Theirs
};

/// How many rows of one table a merge brings.
struct MergeCount
{
    QString table; ///< “incident”, “quote” …
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t removed = 0;
    std::int64_t joined = 0; ///< In both copies on their own: the same document read twice, the same quote.

    friend bool operator==(const MergeCount &, const MergeCount &) = default;
};

/// What one copy says, and who said it last.
struct MergeSide
{
    bool present = true; ///< The row is there.
    QJsonObject columns; ///< The field's columns, or all of the row if it is about the whole row.
    QString author;
    QDateTime time; ///< UTC.
};

/// A field, or a whole row, that two copies have changed each in its own way.
struct MergeConflict
{
    QString key; ///< The same as long as neither copy changes it again.
    QString table;
    std::int64_t id = 0; ///< The row in this case; 0 if it is not there.
    QString name; ///< What to call the row: an incident's title, a quote's words.
    QString field; ///< “title”, “time”, “place” …; empty: whether the row is there at all.
    QJsonObject base; ///< What both began with; empty if that is not known.
    MergeSide ours;
    MergeSide theirs;
    MergeChoice choice = MergeChoice::Undecided;
};

/// What merging another copy into a case brings.
struct MergePlan
{
    QString path; ///< Of the other copy.
    QString title; ///< What that calls itself.
    std::int64_t steps = 0; ///< Of the other one's history that are new here.
    QStringList authors; ///< Of those steps, in order of their first.
    std::vector<MergeCount> counts; ///< Of tables with any.
    std::vector<MergeConflict> conflicts;
    std::int64_t leftOut = 0; ///< Rows that rest on what is not there, because of a decision.
    bool related = false; ///< Both are copies of one case.

    [[nodiscard]] bool bringsNothing() const { return steps == 0 && conflicts.empty() && counts.empty(); }
    [[nodiscard]] std::int64_t undecided() const;
};

/// Decisions by the keys of conflicts.
struct MergeDecisions
{
    QHash<QString, MergeChoice> byKey;
    MergeChoice otherwise = MergeChoice::Undecided; ///< For conflicts without a decision of their own.

    [[nodiscard]] MergeChoice of(const QString &key) const { return byKey.value(key, otherwise); }
};

/// A merge that was done.
struct Merged
{
    MergePlan plan; ///< With each conflict's choice.
    Changed changed;
};

/// What merging the case at @p otherPath into the one at @p path would bring; both are only read.
///
/// Any thread; seconds for large cases. Errors: as openCase(), Conflict if both are one file, Unsupported for a case
/// of a newer version, Malformed if the other's history does not match its own SHA-256.
[[nodiscard]] Result<MergePlan> planMerge(const QString &path, const QString &otherPath);

} // namespace dateline
