#pragma once

#include <QByteArray>

#include <string_view>

namespace dateline
{

// A line or an area as a GeoPackage's blob has it, in the words of other formats. Empty if it is damaged or empty.

/// “LINESTRING (44.5 40.1,…)”, with every digit.
[[nodiscard]] QByteArray wktFromBlob(std::string_view blob);

/// A geometry of RFC 7946: cut where it crosses the antimeridian, outer rings counter-clockwise, 7 decimals.
[[nodiscard]] QByteArray geoJsonFromBlob(std::string_view blob);

/// A geometry of KML 2.2.
[[nodiscard]] QByteArray kmlFromBlob(std::string_view blob);

} // namespace dateline
