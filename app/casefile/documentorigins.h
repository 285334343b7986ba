#pragma once

#include "casefile/case.h"

#include <unordered_map>

namespace dateline
{

class Database;

/// The origins of a case's documents, worked out when asked for and kept until forgotten.
class DocumentOrigins
{
public:
    [[nodiscard]] const std::vector<Origin> &all(Database &database);
    [[nodiscard]] Support supportOf(Database &database, IncidentId id);
    [[nodiscard]] std::vector<std::pair<IncidentId, Support>> supports(Database &database); ///< By incident id.

    /// Must be called when documents have changed.
    void forget() { m_known = false; }

private:
    /// What a document counts as.
    struct Place
    {
        std::int64_t article = 0;
        std::int64_t origin = 0;
    };
    class Count;

    void learn(Database &database);

    bool m_known = false;
    std::vector<Origin> m_origins;
    std::unordered_map<std::int64_t, Place> m_places;
};

/// Works out the fingerprints that texts do not have yet.
void addFingerprints(Database &database);

} // namespace dateline
