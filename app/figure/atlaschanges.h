#pragma once

#include "figure/figure.h"

#include <QJsonObject>

#include <span>

namespace dateline
{

/// What of an atlas no longer holds in the case, as changesSince() tells it of a figure.
struct AtlasChanges
{
    std::vector<QStringList> pages; ///< By page.
    QStringList others; ///< Pages that it would have besides.
};

/// @param atlas its sidecar; @p pages what each page tells of itself, empty where that is lost, in which case it
/// changes nothing.
/// @param now what the atlas is drawn from now, with SceneIncident::filtered for its filter.
[[nodiscard]] AtlasChanges atlasChangesSince(const QJsonObject &atlas, std::span<const QJsonObject> pages,
                                             const FigureContent &now);

} // namespace dateline
