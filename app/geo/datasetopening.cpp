#include "geo/datasetopening.h"

#include "geo/filekind.h"
#include "geo/quieterrors.h"

#include <QFile>
#include <QFileInfo>

#include <array>

namespace dateline
{

namespace
{

GDALDatasetUniquePtr openedReadOnly(const QByteArray &path, unsigned kind, const char *driver,
                                    const char *const *options, const char *const *beside = nullptr)
{
    const QuietErrors quiet;
    const std::array<const char *, 2> drivers{driver, nullptr};
    return GDALDatasetUniquePtr(
        GDALDataset::Open(path.constData(), kind | GDAL_OF_READONLY, drivers.data(), options, beside));
}

/// Whether the reductions of the GeoTIFF at @p path lie in a file beside it, which is a GeoTIFF too.
bool hasReductionsBeside(const QByteArray &path)
{
    const Result<FileKind> kind = fileKindAt(QFile::decodeName(path + ".ovr"));
    return kind && *kind == FileKind::GeoTiff;
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
    if (qstrcmp(driver, traitsOf(FileKind::GeoTiff).driver) != 0 || !hasReductionsBeside(path))
        return openedReadOnly(path, GDAL_OF_RASTER, driver, options);
    // GDAL looks for files beside it among these only.
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    const QByteArray reductions = name + ".ovr";
    const std::array<const char *, 3> beside{name.constData(), reductions.constData(), nullptr};
    return openedReadOnly(path, GDAL_OF_RASTER, driver, options, beside.data());
}

} // namespace dateline
