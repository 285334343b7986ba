#pragma once

#include "figure/figure.h"

#include <QJsonObject>

namespace dateline
{

/// What of a figure no longer holds in the case, a sentence each without a full stop, in the order of the figure;
/// empty if all holds.
///
/// Both sides are looked at as they may leave the house (figure/publishable.h), so that the sentences give nothing
/// away.
///
/// @param sidecar as sidecarOf() made it when the figure was written.
/// @param now what a figure of the case is drawn from now, with SceneIncident::filtered for the sidecar's filter.
[[nodiscard]] QStringList changesSince(const QJsonObject &sidecar, const FigureContent &now);

/// The same of a figure that would be made with @p spec now.
[[nodiscard]] QStringList changesSince(const QJsonObject &sidecar, const FigureSpec &spec, const FigureContent &now);

} // namespace dateline
