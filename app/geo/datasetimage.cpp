#include "geo/datasetimage.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>

namespace dateline
{

QByteArray planeOfGeoTiff(const char *path)
{
    constexpr std::array<const char *, 2> drivers{"GTiff", nullptr};
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path, GDAL_OF_RASTER | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
    const OGRSpatialReference *system = dataset ? dataset->GetSpatialRef() : nullptr;
    if (system == nullptr)
        return {};
    char *text = nullptr;
    const std::array<const char *, 2> options{"FORMAT=WKT2_2019", nullptr};
    system->exportToWkt(&text, options.data());
    QByteArray plane(text);
    CPLFree(text);
    return plane;
}

} // namespace dateline
