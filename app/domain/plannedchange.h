#pragma once

#include "base/ids.h"

#include <cstdint>
#include <optional>

namespace dateline
{

/// An incident that is about to change.
struct PlannedChange
{
    IncidentId incident{}; ///< 0: it is new.
    std::optional<std::uint32_t> after; ///< Its row among IncidentColumns of what it becomes; none: it goes.
};

} // namespace dateline
