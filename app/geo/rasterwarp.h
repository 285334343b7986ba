#pragma once

#include "geo/overlay.h"
#include "geo/rasterplace.h"

#include <functional>
#include <optional>
#include <vector>

namespace dateline
{

/// What a picture is warped from: a raster in one of its sizes.
struct WarpSource
{
    GDALDataset &dataset;
    std::vector<int> bands;
    int alpha = 0; ///< The band that tells what is there; 0: none.
    std::optional<double> noData;
    bool nearest = false; ///< Values between two make no sense.
};

/// A row of a warped picture: the values of each band one after the other, and what is there, 0…255.
struct WarpedRow
{
    int y;
    const std::vector<float> &values; ///< Width × bands.
    const std::vector<std::uint8_t> &there;
};

/// How many pixels of the raster at @p place, on a side, make one of @p view; none if it is not in view.
[[nodiscard]] std::optional<double> pixelsPerViewPixel(const RasterPlace &place, const OGRSpatialReference &plane,
                                                       const OverlayView &view);

/// Around all pixels of the raster at @p place that @p view may show; none if there are none.
[[nodiscard]] std::optional<QRectF> partInView(const RasterPlace &place, const OGRSpatialReference &plane,
                                               const OverlayView &view);

/// Warps @p source to @p view and hands over its rows, the uppermost first; ends early once @p stop is requested.
///
/// Errors: Malformed where it cannot be read on.
[[nodiscard]] Result<void> warp(const WarpSource &source, const RasterPlace &place, const OGRSpatialReference &plane,
                                const OverlayView &view, const std::stop_token &stop,
                                const std::function<void(const WarpedRow &)> &take);

} // namespace dateline
