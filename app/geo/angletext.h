#pragma once

#include "geo/coordinates.h"

namespace dateline
{

/// Degrees, minutes and seconds to a tenth, 39°30′27.7″N 46°20′19.0″E, or fewer where @p metres tell no more.
[[nodiscard]] QString degreesMinutesSecondsText(LonLat at, double metres);

/// A latitude and a longitude, decimal or in degrees and minutes, as coordinatesFrom has it.
[[nodiscard]] Result<CoordinateReading> anglesFrom(QStringView text);

} // namespace dateline
