#pragma once

#include "base/ids.h"
#include "domain/incident.h"

#include <bitset>

namespace dateline
{

/// Which of two clocks a time filter means.
enum class Clock : std::uint8_t { Happened, KnownAt };

/// A part of the map: a circle or a shape.
struct FilterArea
{
    LonLat centre; ///< Of the circle.
    double radiusMetres = 0; ///< Of the circle; 0: the outline holds.
    std::vector<LonLat> outline; ///< A ring, its edges straight on a Web Mercator map; under half the world wide.

    friend bool operator==(const FilterArea &, const FilterArea &) = default;
};

/// All bits of a filter's part.
template<std::size_t Count>
[[nodiscard]] std::bitset<Count> allOf()
{
    return std::bitset<Count>().set();
}

/// What is shown; the default shows everything.
struct IncidentFilter
{
    std::bitset<kindCount> kinds = allOf<kindCount>();
    std::bitset<subKindCount + 1> subKinds = allOf<subKindCount + 1>(); ///< The last: none is stated.
    std::bitset<statusCount> statuses = allOf<statusCount>();
    std::bitset<credibilityCount> credibilities = allOf<credibilityCount>(); ///< The first: not graded.
    std::bitset<locationPrecisionCount + 1> precisions = allOf<locationPrecisionCount + 1>(); ///< The last: no place.
    std::optional<UtcMinute> begin; ///< Shown if it overlaps [begin, end).
    std::optional<UtcMinute> end;
    std::optional<UtcMinute> knownBegin; ///< Shown if it was first reported in [knownBegin, knownEnd).
    std::optional<UtcMinute> knownEnd;
    bool withoutTime = true; ///< Whether incidents with no time on a clock are shown while it is limited.
    int leastOrigins = 0; ///< Shown if at least so many independent sources report it.
    std::optional<FilterArea> area; ///< Shown if its anchor lies there.
    QStringList actors; ///< Any of them; all incidents if empty. So are the lists below.
    QStringList tags;
    std::vector<DocumentId> sources;
    QString words; ///< In its title, its place's name or the words quoted for it, case ignored.

    friend bool operator==(const IncidentFilter &, const IncidentFilter &) = default;

    /// As far as the incident itself tells: what was reported of it, by whom and when, and where it lies, is not asked.
    [[nodiscard]] bool shows(const Incident &incident) const;
};

} // namespace dateline
