#pragma once

#include "domain/figurespec.h"
#include "map/scene.h"

#include <QString>

#include <span>
#include <vector>

namespace dateline
{

struct FigureGroup
{
    QString name; ///< “13 September 2022”; what to call the incidents of it.
    std::vector<IncidentId> incidents; ///< Ascending.
    bool isUnknown = false; ///< That which would tell their group is not stated.
};

/// What @p filter shows of @p incidents, each in one group: those by time in its order, the others by name, and those of
/// which it is not known last. Days and weeks, which begin on Monday, are those in which incidents begin where they are.
[[nodiscard]] std::vector<FigureGroup> groupsOf(std::span<const SceneIncident> incidents, const IncidentFilter &filter,
                                                GroupBy by);

} // namespace dateline
