#pragma once

#include "map/incidenttable.h"
#include "map/theme.h"
#include "map/viewport.h"

#include <QImage>

namespace dateline
{

/// Paints every incident that @p table shows in the Web Mercator @p viewport as a dot in its kind's colour onto @p image,
/// which is made as large as the view times @p pixelRatio, transparent elsewhere. One pass over the table.
///
/// Later rows lie on top. Areas have their dot at their anchor.
///
/// @returns how many there are.
std::uint32_t paintPoints(QImage &image, const IncidentTable &table, const Viewport &viewport, double pixelRatio,
                          const Theme &theme);

/// The shown row whose anchor is drawn nearest to @p pixel, at most @p reachPx away; none if there is none.
[[nodiscard]] std::optional<std::uint32_t> nearestTo(const IncidentTable &table, const Viewport &viewport,
                                                     QPointF pixel, double reachPx);

} // namespace dateline
