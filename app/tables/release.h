#pragma once

#include "casefile/case.h"
#include "domain/plannedchange.h"
#include "tables/importtable.h"

#include <array>
#include <bitset>
#include <map>
#include <set>
#include <string>

namespace dateline
{

// A data set is published again and again. A newer download of it is compared with what the case has of it, row by row
// by their ids, and what a person ticks of the differences is taken in one step.

/// What is different about an incident. One that is moved may be re-counted too; Both, Added and Removed stand alone.
enum class ReleaseGroup : std::uint8_t {
    Added,
    Moved, ///< Its place, how closely that is known, or what it is called.
    Redated,
    Recounted,
    Reworded,
    Reclassified, ///< Its kind and who took part.
    Other, ///< Tags and the columns that have no field of their own.
    Both, ///< Changed here by a person, and there too, or removed on one side.
    Removed ///< Within what the file covers, and not in it.
};
inline constexpr int releaseGroupCount = 9;
using ReleaseGroups = std::bitset<releaseGroupCount>;

/// A row of a newer download that is not as the case has it, or an incident that is missing there.
struct ReleaseRow
{
    IncidentId incident{}; ///< Of the case; 0: it has none.
    std::string id; ///< In the data set.
    ReleaseGroups groups;
    RowFields fields; ///< That it brings.
    std::uint64_t quotes = 0; ///< That it brings, see TableRows::Choose.
    std::uint16_t set = 0; ///< Index into ReleaseComparison::sets.
    bool isMissing = false; ///< In the file.
    std::optional<LonLat> before; ///< Of a place that changed, or of what is removed.
    std::optional<LonLat> after; ///< Of a place that changed, or of what is added.
    double metres = 0; ///< Between them.
    QByteArray words; ///< “moved 3.2 km: Jermuk → Kechut”, in UTF-8.

    [[nodiscard]] bool has(ReleaseGroup group) const { return groups.test(static_cast<std::size_t>(group)); }
};

/// What of a data set a download covers, told from its own rows.
struct ReleaseSet
{
    const Layout *layout = nullptr;
    QByteArray name;
    qint64 rows = 0; ///< That can be read.
    qint64 failed = 0; ///< That cannot, or have no id of their own; their incidents stay as they are.
    qint64 same = 0;
    qint64 outside =
        0; ///< Incidents of the case that are not in the file because it does not cover their day, country or kind.
    std::optional<UtcMinute> begin; ///< Of its first day.
    std::optional<UtcMinute> end; ///< Of its last day.
    std::set<std::string> countries; ///< ISO codes; none if its rows name none.
    std::bitset<kindCount> kinds;
    bool withSources = true; ///< As it was brought in.
};

/// What a file tells otherwise than the case.
struct ReleaseComparison
{
    QString path;
    std::vector<ReleaseSet> sets; ///< Of which the case has incidents; at least one.
    QStringList passedOver; ///< Tables and data sets that have nothing to be compared with.
    std::vector<ReleaseRow> rows; ///< In the order of the file, then what is missing there.
    IncidentColumns after; ///< The same rows as the file has them; an empty one for what is missing there.
    std::map<std::size_t, QStringList> tags; ///< By row, where tags change: those of people stay.
    std::array<qint64, releaseGroupCount> counts{};

    // What it was made from.
    QString caseSha256;
    QDateTime fileTime;
    qint64 fileSize = 0;
    const Layout *layout = nullptr;

    [[nodiscard]] qint64 count(ReleaseGroup group) const { return counts[static_cast<std::size_t>(group)]; }
};

/// Told how many bytes of the file, of how many, are read; false ends it. One call at a time, from any thread.
using ReleaseProceed = std::function<bool(qint64 bytes, qint64 size)>;

/// Compares the file at @p path with what @p file has of its data sets; changes nothing, in any thread.
///
/// Errors: those of tablesIn(); Unsupported for what has no ids; NotFound if the case has nothing of the data set;
/// Conflict if @p proceed ended it.
[[nodiscard]] Result<ReleaseComparison> compareRelease(const Case &file, const QString &path,
                                                       const Layout *layout = nullptr,
                                                       const ReleaseProceed &proceed = {});

/// Whether @p file has incidents of a data set in the file at @p path; in any thread.
[[nodiscard]] bool canCompareRelease(const Case &file, const QString &path);

/// What a person takes of a comparison.
struct ReleaseTicks
{
    ReleaseGroups groups; ///< Both and Removed take the file's side.
    std::map<std::size_t, bool> theirs; ///< Rows of Both by their index: whether the file's side is taken.

    /// All but what is missing in the file or was changed here too.
    [[nodiscard]] static ReleaseTicks usual();
    [[nodiscard]] bool takes(const ReleaseComparison &comparison, std::size_t index) const;
};

/// What @p ticks of @p comparison change.
[[nodiscard]] std::vector<PlannedChange> plannedChanges(const ReleaseComparison &comparison, const ReleaseTicks &ticks);

/// The stable English key: “re-counted”.
[[nodiscard]] QString keyOf(ReleaseGroup group);
[[nodiscard]] std::optional<ReleaseGroup> releaseGroupFromKey(QStringView key);
/// “re-counted”, for a person.
[[nodiscard]] QString groupText(ReleaseGroup group);
/// What a download covers: “13 Sep 2022 – 20 Sep 2022 · AM, AZ”.
[[nodiscard]] QString coverageText(const ReleaseSet &set);

/// What an incident takes of @p row with @p groups ticked.
[[nodiscard]] RowFields fieldsTaken(const ReleaseRow &row, ReleaseGroups groups);

/// Takes what is ticked, as one step that undo takes back. Words come as new sources; quotes that are there stay.
/// Where @p proceed ends it, the case stays as it is, and Loaded::cancelled is true.
///
/// Errors: Conflict if the case or the file was changed since the comparison; those of Case::load().
[[nodiscard]] Result<Loaded> acceptRelease(Case &file, const ReleaseComparison &comparison, const ReleaseTicks &ticks,
                                           const ReleaseProceed &proceed = {});

} // namespace dateline
