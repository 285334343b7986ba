#pragma once

#include "base/lonlat.h"

#include <QString>

#include <vector>

namespace dateline
{

/// The PROJ string of the projection that fits a map of @p box.
///
/// More than 150° wide or 100° high: Robinson. Near a pole: Lambert azimuthal equal-area. Taller than 15° and at least
/// 1.5 times as high as wide on the ground: transverse Mercator, whose scale is off by the width alone. Over the
/// equator, taller than 30° and no wider than high: Lambert azimuthal equal-area, whose lengths are no more uneven
/// there than Mercator's. Else Mercator near the equator, and Lambert conformal conic with standard parallels at 1/6
/// and 5/6 of the height. Albers equal-area is not chosen: its lengths are more uneven than that cone's (by 7 against
/// 4 % over 32° of latitude); who compares areas asks for it.
[[nodiscard]] QString fittingText(const LonLatBox &box);

/// A projection that many know by name.
struct CommonProjection
{
    QString name;
    QString text; ///< A PROJ string or “EPSG:n”; empty for the fitting one.
};

/// The projections to choose from for a map of @p box, the fitting one first.
///
/// Their numbers are round, their order and names do not depend on @p box.
[[nodiscard]] std::vector<CommonProjection> commonProjections(const LonLatBox &box);

} // namespace dateline
