#pragma once

#include "casefile/case.h"
#include "domain/sameevent.h"

namespace dateline
{

/// An incident of the case that a proposal may be another report of.
struct KnownEvent
{
    Incident incident;
    Resemblance resemblance;
};

/// The incident of @p of that is most like @p proposed as sameEvent() tells; none if there is none, or it cannot be read.
///
/// @p columns are of the same case; one pass over them finds what comes into question.
[[nodiscard]] std::optional<KnownEvent> knownEvent(const Case &of, const IncidentColumns &columns,
                                                   const Incident &proposed);

} // namespace dateline
