#pragma once

#include <QString>

#include <cstdint>

namespace dateline
{

enum class LengthUnits : std::uint8_t { Metric, Miles, NauticalMiles };
inline constexpr int lengthUnitsCount = 3;

/// A length with three or four digits that count: 834 m, 12.3 km, 6.64 NM.
[[nodiscard]] QString lengthText(double metres, LengthUnits units);
/// The same for an area: 5,200 m², 12.3 km², 640 acres.
[[nodiscard]] QString areaText(double squareMetres, LengthUnits units);
/// A direction to a tenth of a degree, 0.0° up to 359.9°.
[[nodiscard]] QString bearingText(double degrees);

} // namespace dateline
