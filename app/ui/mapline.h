#pragma once

#include "map/viewport.h"

#include <QList>
#include <QPointF>

#include <span>

namespace dateline
{

/// @p positions in pixels of @p view, each beside the one before it also over 180°; empty if one of them lies nowhere.
[[nodiscard]] QList<QPointF> pixelsAlong(std::span<const LonLat> positions, const Viewport &view);

} // namespace dateline
