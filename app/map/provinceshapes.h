#pragma once

#include "map/provinces.h"
#include "map/viewport.h"

#include <QPainterPath>

#include <vector>

namespace dateline
{

/// The image of a province in a view.
struct ProvinceShape
{
    std::uint16_t province = 0;
    QPainterPath path; ///< In pixels, with all copies of the world in view; to be filled, as edges lie along cuts.
};

/// The provinces that meet @p viewport, by number, clipped to a little more than it shows.
///
/// Corners nearer than half a pixel, of which a logical one has @p pixelRatio, are left out. Land ends at 85° south.
[[nodiscard]] std::vector<ProvinceShape> provinceShapes(const Provinces &provinces, const Viewport &viewport,
                                                        double pixelRatio = 1);

} // namespace dateline
