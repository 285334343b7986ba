#pragma once

#include "online/onlinesource.h"

namespace dateline
{

/// A square of the Web Mercator grid: level, and column and row from the north-west.
struct TilePlace
{
    int z = 0;
    int x = 0;
    int y = 0;
};

/// True of an address that tells where a tile's place goes in it, in whatever way.
[[nodiscard]] bool isTileTemplate(const QString &address);

/// Malformed, with what is missing, if tiles cannot be told apart in the template @p address.
[[nodiscard]] Result<void> checkTemplate(const QString &address);

/// The address of a tile of @p source: {z}, {x} and {y}, with {-y} for rows from the south; {TileMatrix}, {TileCol} and
/// {TileRow} as WMTS has them; {bbox} in metres as WMS has it; {s}, where several servers share the work, is “a”.
///
/// @returns an invalid address if the source has no such level.
[[nodiscard]] QUrl tileAddress(const OnlineSource &source, const TilePlace &tile);

} // namespace dateline
