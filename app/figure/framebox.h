#pragma once

#include "domain/filter.h"
#include "map/incidenttable.h"
#include "map/scene.h"

#include <QSizeF>

#include <span>

namespace dateline
{

/// The box to show when none is asked for: all places of @p incidents that @p filter shows, with room for callouts.
///
/// At least 150 km wide and high, in the proportions of @p frame. A place known only by its country widens the box
/// little or not at all. The whole world if there is no place.
[[nodiscard]] LonLatBox fittingBox(std::span<const SceneIncident> incidents, const IncidentFilter &filter,
                                   QSizeF frame);

/// The same for all that @p table shows.
[[nodiscard]] LonLatBox fittingBox(const IncidentTable &table, QSizeF frame);

} // namespace dateline
