#pragma once

#include "figure/figure.h"
#include "map/incidenttable.h"

#include <functional>
#include <tuple>

namespace dateline
{

/// Where a group stands among the others.
struct GroupKey
{
    bool isUnknown = false;
    qint64 at = 0; ///< A day, a kind, a moment, or the place among the groups between instants.
    QString name; ///< As it is compared.

    friend auto operator<=>(const GroupKey &a, const GroupKey &b)
    {
        return std::tie(a.isUnknown, a.at, a.name) <=> std::tie(b.isUnknown, b.at, b.name);
    }
    friend bool operator==(const GroupKey &, const GroupKey &) = default;
};

/// What of an incident tells its group, but for names.
struct Facts
{
    Kind kind{};
    std::optional<qint64> day; ///< Julian, where the incident is.
    std::optional<std::pair<qint64, qint64>> span; ///< Minutes since 1970, the end not included.
    std::optional<qint64> knownAt; ///< The same.
};

/// @param table tells since when it is known; may be null.
[[nodiscard]] Facts factsOf(const Incident &incident, const IncidentTable *table);
[[nodiscard]] Facts factsOf(const IncidentTable &table, std::size_t row);

/// Calls @p take with the key of each group that @p facts belong to.
void eachKey(const Facts &facts, GroupBy by, const std::vector<UtcMinute> &instants,
             const std::function<void(const GroupKey &)> &take);

/// What to call the group with @p key that has no name of its own.
[[nodiscard]] QString nameOf(const GroupKey &key, GroupBy by, const std::vector<UtcMinute> &instants);

} // namespace dateline
