#pragma once

#include "map/scene.h"

#include <QRectF>

#include <vector>

namespace dateline
{

/// Where a name of @p size may stand beside something of @p radius around @p at: right, left, below, above, corners.
[[nodiscard]] std::vector<QRectF> placesBeside(QPointF at, double radius, QSizeF size);

/// Places @p names, one a mark, beside @p marks: no two meet, none covers a mark or is cut by the edge of the view.
///
/// A name for which there is no room is left out.
[[nodiscard]] std::vector<SceneLabel> placedLabels(const std::vector<SceneMark> &marks,
                                                   const std::vector<QString> &names, QSizeF viewPx);

} // namespace dateline
