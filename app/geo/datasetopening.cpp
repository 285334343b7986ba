#include "geo/datasetopening.h"

#include "geo/quieterrors.h"

#include <array>

namespace dateline
{

GDALDatasetUniquePtr openDataset(const QByteArray &path, const char *driver, const char *const *options)
{
    const QuietErrors quiet;
    const std::array<const char *, 2> drivers{driver, nullptr};
    return GDALDatasetUniquePtr(
        GDALDataset::Open(path.constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), options, nullptr));
}

} // namespace dateline
