#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QRectF>
#include <QString>
#include <QTransform>

#include <utility>
#include <vector>

class QImage;

namespace dateline
{

/// A picture of a projection's plane, to be kept in a file that says where it lies.
struct PlacedImage
{
    const QImage &image; ///< Its dots per metre are kept.
    QString projection; ///< As Projection::definition() gives it.
    QTransform metres; ///< From the image's pixels to metres of the projection's plane.
    QRectF map; ///< What the map on it shows of that plane; metres.
    /// Names and texts to keep: GDAL's own, such as TIFFTAG_IMAGEDESCRIPTION, and any others.
    std::vector<std::pair<QByteArray, QString>> texts;
};

/// @p placed as a GeoTIFF in opaque colours, tiled; cloud optimised, unless its projection needs other keys.
///
/// Errors: Unsupported for a projection that a GeoTIFF cannot name; Unwritable for want of memory.
[[nodiscard]] Result<QByteArray> geoTiffFrom(const PlacedImage &placed);

} // namespace dateline
