#include "geo/datasetopening.h"

#include "geo/quieterrors.h"

#include <QFile>
#include <QFileInfo>

#include <array>

namespace dateline
{

namespace
{

GDALDatasetUniquePtr openedReadOnly(const QByteArray &path, unsigned kind, const char *driver,
                                    const char *const *options)
{
    const QuietErrors quiet;
    const std::array<const char *, 2> drivers{driver, nullptr};
    return GDALDatasetUniquePtr(
        GDALDataset::Open(path.constData(), kind | GDAL_OF_READONLY, drivers.data(), options, nullptr));
}

} // namespace

QByteArray gdalPath(const QString &path)
{
    return QFile::encodeName(QFileInfo(path).absoluteFilePath());
}

GDALDatasetUniquePtr openDataset(const QByteArray &path, const char *driver, const char *const *options)
{
    return openedReadOnly(path, GDAL_OF_VECTOR, driver, options);
}

GDALDatasetUniquePtr openRaster(const QByteArray &path, const char *driver, const char *const *options)
{
    return openedReadOnly(path, GDAL_OF_RASTER, driver, options);
}

} // namespace dateline
