#pragma once

#include "geo/coordinates.h"

namespace dateline
{

/// UTM with the latitude band, UPS by the poles: 38S 615081 4373974, Z 2000000 2000000; empty if @p at is not on the earth.
[[nodiscard]] QString utmText(LonLat at, double metres);
/// MGRS, 38S PJ 15080 73974 or a larger square where @p metres tell no more; empty if @p at is not on the earth.
[[nodiscard]] QString mgrsText(LonLat at, double metres);

/// Whether @p text is meant as UTM: a zone with numbers too large for degrees.
[[nodiscard]] bool resemblesUtm(QStringView text);
/// Whether @p text is meant as MGRS: a zone and three letters.
[[nodiscard]] bool resemblesMgrs(QStringView text);

[[nodiscard]] Result<CoordinateReading> utmFrom(QStringView text);
[[nodiscard]] Result<CoordinateReading> mgrsFrom(QStringView text);

} // namespace dateline
