#pragma once

#include "figure/figure.h"

#include <QJsonObject>

namespace dateline
{

/// What a figure shows, so that it can be checked and drawn again: view, filter, incidents, quotes, sources.
[[nodiscard]] QJsonObject sidecarOf(const FigureSpec &spec, const FigureContent &content, const FigureReport &report);

/// The filter and the view alone, for an image's metadata.
[[nodiscard]] QJsonObject viewOf(const FigureSpec &spec, const FigureReport &report);

} // namespace dateline
