#pragma once

#include "domain/geometry.h"

#include <optional>
#include <string_view>

namespace dateline
{

/// The shape that @p wellKnownText, such as “LINESTRING (45 40, 46 40)”, describes; none if it is none.
///
/// Of a collection that mixes points, lines and areas only the areas, else only the lines. Positions are as they stand
/// there, which may be no place on the earth.
[[nodiscard]] std::optional<Geometry> shapeFromText(std::string_view wellKnownText);

} // namespace dateline
