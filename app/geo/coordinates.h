#pragma once

#include "base/lonlat.h"
#include "base/result.h"

#include <QStringView>

namespace dateline
{

/// How a position is written: 39.50770, 46.33860; 39°30′27.7″N 46°20′19.0″E; 38S 615081 4373974; 38S PJ 15080 73974;
/// 8HF8G85Q+3CQ.
enum class CoordinateFormat { Degrees, DegreesMinutesSeconds, Utm, Mgrs, PlusCode };

/// @p at in @p format, as coordinatesFrom reads it; by the poles UTM is UPS.
///
/// @param metres how closely the position is known, 1 at best: no more digits are written than that tells.
[[nodiscard]] QString coordinateText(LonLat at, CoordinateFormat format, double metres = 1);

/// A position as a text gives it.
struct CoordinateReading
{
    LonLat at;
    double halfSizeMetres = 0; ///< Half the side of the box that the text cannot tell apart: 5.6 km for 39.5, 46.3.
    CoordinateFormat format = CoordinateFormat::Degrees;
};

/// The position that @p text gives in any of the formats; NotFound if it resembles none, Malformed if it is nearly one:
///
/// - degrees, the latitude first unless N, S, E, W or lat and lon say otherwise; decimals with a point or, where only
///   that makes sense, a comma; degrees and minutes, and seconds, with any of their marks or colons; 393028N0462019E;
/// - UTM, the zone before or after: 38S 615081 4373974, 38 N 615081mE 4373974mN. The letter is a latitude band or a
///   hemisphere. N is north in both. S is the band from 32° to 40° north if the northing lies there, else the southern
///   hemisphere; “south” is always the hemisphere. UPS has the letter alone: Z 2000000 2000000;
/// - MGRS with up to five digits each way, for the middle of its square: 38S PJ 15080 73974, 38SPJ1573;
/// - a full plus code, for the middle of its cell.
[[nodiscard]] Result<CoordinateReading> coordinatesFrom(QStringView text);

/// One angle of a table with a column for each.
struct AngleReading
{
    double degrees = 0;
    double halfStep = 0; ///< Half of the smallest step that is written, in degrees.
};

/// Decimal degrees or degrees, minutes and seconds, with a sign or a letter.
[[nodiscard]] Result<AngleReading> latitudeFrom(QStringView text);
[[nodiscard]] Result<AngleReading> longitudeFrom(QStringView text);
[[nodiscard]] CoordinateReading coordinatesFrom(const AngleReading &latitude, const AngleReading &longitude);

/// A position in UTM from separate cells; @p zone as 38, 38S, 38N or 38 north, the letter read as coordinatesFrom does
/// unless @p hemisphere (N, S, north, south) says which.
[[nodiscard]] Result<CoordinateReading> coordinatesFromUtm(QStringView easting, QStringView northing, QStringView zone,
                                                           QStringView hemisphere = {});

} // namespace dateline
