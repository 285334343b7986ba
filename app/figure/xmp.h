#pragma once

#include "figure/figure.h"

#include <QByteArray>

namespace dateline
{

/// What the figure is, says and rests on, as an XMP packet for its file's metadata.
[[nodiscard]] QByteArray xmpPacket(const FigureSpec &spec, const FigureContent &content, const FigureReport &report);

} // namespace dateline
