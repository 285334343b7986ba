#pragma once

#include "base/ids.h"
#include "domain/filter.h"

#include <QString>

namespace dateline
{

/// What an analyst looked at, under a name to come back to it: a view of the map and what the filter shows.
struct Bookmark
{
    BookmarkId id{};
    QString name;
    LonLat centre; ///< The middle of the map.
    double zoom = 2; ///< At 0 the world is 256 pixels wide, at every level twice as wide as before.
    QString view; ///< How the map shows many incidents, “clusters” and the like; one that is not known is as clusters.
    IncidentFilter filter;

    friend bool operator==(const Bookmark &, const Bookmark &) = default;
};

} // namespace dateline
