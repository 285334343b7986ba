#pragma once

#include <QString>

#include <simdjson.h>

#include <string>
#include <string_view>

namespace dateline
{

/// Writes geometries of GeoJSON as well-known text.
class ShapeWriter
{
public:
    /// Adds the geometry @p json to @p text, its numbers as they stand; nothing for one that is null or without positions.
    /// Heights are left out.
    ///
    /// @param json behind which simdjson::SIMDJSON_PADDING bytes may be read.
    /// @returns why it has no shape, in one sentence; empty if it can have.
    [[nodiscard]] QString write(std::string_view json, std::string &text);

private:
    simdjson::ondemand::parser m_parser; ///< Its own: what is wrong with a geometry does not end its feature.
};

} // namespace dateline
