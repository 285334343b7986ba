#pragma once

#include "domain/incident.h"

#include <bitset>

namespace dateline
{

/// Which of two clocks a time filter means.
enum class Clock : std::uint8_t { Happened, KnownAt };

/// What is shown; the default shows everything.
struct IncidentFilter
{
    std::bitset<kindCount> kinds{(1U << kindCount) - 1U};
    std::optional<UtcMinute> begin; ///< Shown if it overlaps [begin, end).
    std::optional<UtcMinute> end;
    bool withoutTime = true; ///< Whether incidents with no stated time are shown while begin or end is set.

    friend bool operator==(const IncidentFilter &, const IncidentFilter &) = default;

    [[nodiscard]] bool shows(const Incident &incident) const;
};

} // namespace dateline
