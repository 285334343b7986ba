#pragma once

#include "base/result.h"
#include "geo/heightfield.h"

#include <QPointF>

#include <stop_token>
#include <vector>

namespace dateline
{

/// How light each pixel of @p field is, lit from several sides: 1 darkest, 181 level, 255 lightest; 0 where no height is
/// known. Empty once @p stop is requested.
///
/// The smaller the scale, the more heights are exaggerated, or nothing would be seen of them.
[[nodiscard]] std::vector<std::uint8_t> hillshadeOf(const HeightField &field, const std::stop_token &stop);

/// A line of one height.
struct Contour
{
    double metres = 0;
    std::vector<QPointF> line; ///< Pixels of the view; closed where its last point is its first.
};

/// The contours of @p field @p interval metres apart, at multiples of it; fewer once @p stop is requested.
[[nodiscard]] std::vector<Contour> contoursOf(const HeightField &field, double interval, const std::stop_token &stop);

/// The interval that suits @p field: 1, 2 or 5 times a power of ten, by its scale, and finer where it is nearly level.
[[nodiscard]] double fittingInterval(const HeightField &field);

/// The first of 1, 2 and 5 times a power of ten that is no less than @p value.
[[nodiscard]] double roundStep(double value);

} // namespace dateline
