#pragma once

#include "map/basemap.h"
#include "map/theme.h"
#include "map/viewport.h"

#include <QRectF>

class QPainter;

namespace dateline
{

/// Paints a small map of the surroundings of @p view into @p rect, with the outline of what @p view shows.
void paintLocator(QPainter &painter, const QRectF &rect, const Viewport &view, const BaseMap &baseMap,
                  const Theme &theme);

/// The box that the locator of a map of @p box shows: some ten times its extent, the world for a large one.
[[nodiscard]] LonLatBox surroundingsOf(const LonLatBox &box);

} // namespace dateline
