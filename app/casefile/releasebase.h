#pragma once

#include "base/result.h"
#include "domain/incident.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline
{

class Database;

/// What a case's data sets last said of the incidents that people have changed or removed since.
///
/// Reads the history beside whoever has the case open. For one thread at a time, which may be any.
class ReleaseBase
{
public:
    /// Errors: those of openCase().
    [[nodiscard]] static Result<std::unique_ptr<ReleaseBase>> open(const QString &casePath);
    ~ReleaseBase();
    ReleaseBase(const ReleaseBase &) = delete;
    ReleaseBase &operator=(const ReleaseBase &) = delete;

    /// Whether a person may have changed @p id since the data set wrote it; what differs tell the values.
    [[nodiscard]] bool isEdited(IncidentId id) const;
    /// How the data set left @p id, which is edited.
    [[nodiscard]] Result<Incident> baseOf(IncidentId id);

    /// The rows' ids of the incidents of @p dataSet that a person has removed.
    [[nodiscard]] Result<std::vector<std::string>> removedOf(std::string_view dataSet);

    /// The words that a person has taken away from incidents that are still there, by incident.
    [[nodiscard]] Result<std::unordered_map<std::int64_t, std::vector<std::string>>> wordsTakenAway();

    /// Who published the words of @p dataSet, by document.
    [[nodiscard]] Result<std::unordered_map<std::int64_t, std::string>> publishersOf(std::string_view dataSet);

private:
    /// Where a state of a row stands in the history.
    struct State
    {
        std::int64_t history = 0; ///< 0: nowhere.
        bool after = false;
        bool merged = false; ///< In the history of a case that was merged into this one.

        friend bool operator==(const State &, const State &) = default;
    };
    struct Edited
    {
        std::int64_t incident = 0;
        State base;
        std::vector<std::int64_t> releases; ///< The history's rows in which the data set has changed it since.
    };
    class Walk;

    explicit ReleaseBase(std::unique_ptr<Database> database);
    void walk();
    [[nodiscard]] Incident incidentIn(const State &state, std::int64_t id);

    std::unique_ptr<Database> m_database;
    std::vector<Edited> m_edited; ///< By incident.
    std::vector<std::int64_t> m_removals; ///< The history's rows in which people have removed incidents.
};

} // namespace dateline
