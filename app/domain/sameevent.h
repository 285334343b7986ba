#pragma once

#include "domain/incident.h"

#include <QString>

#include <chrono>
#include <optional>

namespace dateline
{

/// How far two times may lie apart where reports of one event still differ: by a day.
inline constexpr std::chrono::minutes mostApart = std::chrono::hours(24);

/// That two incidents may be the same event, and why.
struct Resemblance
{
    double metres = 0; ///< Between their places.
    std::chrono::minutes apart{}; ///< Between their times; 0 if they overlap.
    QString reason; ///< “Same kind; 3 km apart, within ± 11 km; at overlapping times”.

    /// Whether it is the closer one: first in time, then in place.
    friend bool operator<(const Resemblance &a, const Resemblance &b)
    {
        return a.apart != b.apart ? a.apart < b.apart : a.metres < b.metres;
    }
};

/// Whether @p proposed and @p known may be one event: both have a place and a time, their kind is the same, their places
/// lie within what both precisions allow, and their times overlap or lie at most a day apart.
///
/// A country is no place to tell events apart by, so that it is like none.
[[nodiscard]] std::optional<Resemblance> sameEvent(const Incident &proposed, const Incident &known);

} // namespace dateline
