#pragma once

#include "casefile/releasebase.h"
#include "tables/release.h"
#include "tables/releasestate.h"

#include <string>
#include <vector>

namespace dateline
{

/// A row that differs, kept until the incident that it is about has been read.
struct KeptRow
{
    Incident incident;
    std::vector<std::pair<std::string, std::string>> words; ///< Publishers and what they say.
};

/// What a row tells otherwise than the incident that it is about.
class ReleaseDiff
{
public:
    /// @param publishers whose words of the data set a document holds. @param takenAway words that people removed.
    ReleaseDiff(const ReleaseSet &set, std::unordered_map<std::int64_t, std::string> publishers,
                const std::unordered_map<std::int64_t, std::vector<std::string>> &takenAway);

    /// The words of the data set among @p incident's, as a sum of hashOfWords().
    [[nodiscard]] std::uint64_t hashOfQuotes(const StoredIncident &incident) const;

    /// None if there is no difference that counts. @param base how the data set left the incident that people changed
    /// since; null if nobody did. @param tags those that it is to have; unset if they stay.
    [[nodiscard]] std::optional<ReleaseRow> difference(const StoredIncident &ours, const KeptRow &theirs,
                                                       const Incident *base, std::optional<QStringList> &tags);

private:
    void findWords(const StoredIncident &ours, const KeptRow &theirs, ReleaseRow &row) const;
    void findField(RowField field, ReleaseGroup group, const Incident *base, ReleaseRow &row) const;

    const ReleaseSet &m_set;
    std::unordered_map<std::int64_t, std::string> m_publishers;
    const std::unordered_map<std::int64_t, std::vector<std::string>> &m_takenAway;
    ReleaseState m_ours;
    ReleaseState m_theirs;
    ReleaseState m_base;
};

/// How far the two places are from each other is in @p row; what changed is told in its words.
void tellDifference(ReleaseRow &row, const StoredIncident &ours, const KeptRow &theirs, const QStringList &attributes);
void tellAdded(ReleaseRow &row, const Incident &theirs);
void tellMissing(ReleaseRow &row, const StoredIncident &ours);

} // namespace dateline
