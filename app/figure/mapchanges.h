#pragma once

#include "figure/publishable.h"

#include <QJsonObject>

namespace dateline
{

/// What the squares of the figure of @p sidecar, or of each of its maps, would count otherwise in @p now.
[[nodiscard]] QStringList changedSquares(const QJsonObject &sidecar, const Publishable &now);

/// Which incidents that both sidecars show would stand on another of several maps in @p now.
[[nodiscard]] QStringList changedPanels(const QJsonObject &then, const QJsonObject &now);

} // namespace dateline
