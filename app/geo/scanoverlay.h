#pragma once

#include "geo/overlay.h"

namespace dateline
{

/// Opens the picture at @p path, which does not say where it lies, placed by the control points of OverlayStyle::scan.
///
/// Other points need no other object: setStyle() takes them, and picture() tells what is wrong with them. Errors as
/// openOverlay(); Malformed for points that do not place it.
[[nodiscard]] Result<std::unique_ptr<Overlay>> openScanOverlay(const QString &path, const OverlayStyle &style);

} // namespace dateline
