#pragma once

#include "domain/geometry.h"

#include <QByteArrayView>

#include <optional>

namespace dateline
{

/// The polygon in @p wkb, a little-endian MultiPolygon as the gazetteer keeps outlines; none if it is damaged.
[[nodiscard]] std::optional<Geometry> outlineFromWkb(QByteArrayView wkb);

} // namespace dateline
