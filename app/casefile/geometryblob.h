#pragma once

#include "domain/geometry.h"

#include <QByteArray>

#include <optional>
#include <string_view>

namespace dateline
{

/// The GeoPackage blob (WGS 84) of @p geometry.
///
/// An area becomes a Polygon, or a MultiPolygon where its rings make several; its rings follow with each outer ring
/// before its holes. A point with no position has no blob: the result is null.
[[nodiscard]] QByteArray blobFromGeometry(const Geometry &geometry);

/// The geometry in a GeoPackage @p blob, of any byte order, heights left out; none if it is damaged or of another type.
[[nodiscard]] std::optional<Geometry> geometryFromBlob(std::string_view blob);

} // namespace dateline
