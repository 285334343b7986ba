#pragma once

#include "base/lonlat.h"
#include "base/result.h"

#include <QSize>
#include <QString>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>

namespace dateline
{

/// Where the pixels of a raster lie.
struct RasterPlace
{
    OGRSpatialReference system; ///< East before north.
    std::array<double, 6> transform{}; ///< As GDAL's: from pixels of the whole raster to the system.
    QSize size; ///< Of the whole raster.

    /// Of the same raster in another size.
    [[nodiscard]] std::array<double, 6> transformFor(QSize reduced) const;
};

/// Where @p dataset, the file at @p path, says that it lies, itself or in a world file and a .prj file beside it.
///
/// Errors: Unsupported where it says none, or not in which system.
[[nodiscard]] Result<RasterPlace> rasterPlaceOf(GDALDataset &dataset, const QString &path);

/// A box that holds all of it; none if it is nowhere on the earth.
[[nodiscard]] std::optional<LonLatBox> boxOf(const RasterPlace &place);

/// The plane that @p projection names, as OverlayView has it; Unsupported if it names none.
[[nodiscard]] Result<OGRSpatialReference> planeNamed(const QString &projection);

} // namespace dateline
