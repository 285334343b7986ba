#pragma once

#include "base/lonlat.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dateline
{

/// A shape on the earth: one point, lines, or an area.
struct Geometry
{
    enum class Type : std::uint8_t { Point, Line, Polygon };

    Type type = Type::Point;
    /// Point: one part of one position. Line: one part a line. Polygon: closed rings, filled by the even-odd rule.
    std::vector<std::vector<LonLat>> parts;

    friend bool operator==(const Geometry &, const Geometry &) = default;
};

[[nodiscard]] Geometry pointGeometry(LonLat position);

/// The box around @p geometry; none if it has no position.
[[nodiscard]] std::optional<LonLatBox> boxOf(const Geometry &geometry);

/// True if @p position lies inside @p polygon by the even-odd rule, on the plane of degrees.
[[nodiscard]] bool contains(const Geometry &polygon, LonLat position);

} // namespace dateline
