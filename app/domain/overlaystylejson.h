#pragma once

#include "domain/overlaystyle.h"

#include <QString>

namespace dateline
{

/// @p style as a JSON object in a line; what is as by default is left out, so the default is an empty text.
[[nodiscard]] QString textFrom(const OverlayStyle &style);

/// What @p text says, values drawn into their ranges; what it lacks, and all if it is no JSON object, is as by default.
[[nodiscard]] OverlayStyle overlayStyleFrom(const QString &text);

} // namespace dateline
