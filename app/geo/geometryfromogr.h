#pragma once

#include "domain/geometry.h"

#include <cstdint>

class OGRGeometry;

namespace dateline
{

/// Which way the rings of areas run.
enum class Rings : std::uint8_t {
    Turned, ///< Outer ones counter-clockwise, holes clockwise.
    AsTheyStand
};

/// The positions of @p from in two dimensions; of a collection that mixes them only the areas, else only the lines.
///
/// Outer rings run counter-clockwise, holes clockwise. Curves must have been made straight before.
[[nodiscard]] Geometry geometryFrom(const OGRGeometry &from, Rings rings = Rings::Turned);

} // namespace dateline
