#pragma once

#include "base/lonlat.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace dateline
{

// The GeoPackage blob of a point, as blobFromGeometry() makes it: “GP”, version 0, little-endian without an envelope,
// WGS 84, then little-endian WKB of a point. Nearly all geometries of a case are such.
inline constexpr std::string_view pointBlobHead("GP\0\1\xe6\x10\0\0\1\1\0\0\0", 13);
inline constexpr std::size_t pointBlobBytes = pointBlobHead.size() + 2 * sizeof(double);

/// The point of @p blob; none if it is not exactly such a blob.
[[nodiscard]] inline std::optional<LonLat> pointFromBlob(std::string_view blob)
{
    if (blob.size() != pointBlobBytes || !blob.starts_with(pointBlobHead))
        return std::nullopt;
    const char *position = blob.data() + pointBlobHead.size();
    return LonLat{qFromLittleEndian<double>(position), qFromLittleEndian<double>(position + sizeof(double))};
}

using PointBlob = std::array<char, pointBlobBytes>;
[[nodiscard]] inline std::string_view viewOf(const PointBlob &blob)
{
    return {blob.data(), blob.size()};
}
[[nodiscard]] inline PointBlob blobFromPoint(LonLat point)
{
    PointBlob blob{};
    char *position = std::ranges::copy(pointBlobHead, blob.data()).out;
    qToLittleEndian(point.lon, position);
    qToLittleEndian(point.lat, position + sizeof(double));
    return blob;
}

} // namespace dateline
