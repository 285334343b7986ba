#include "geo/geotiff.h"

#include "geo/datasetimage.h"
#include "geo/libraries.h"
#include "geo/projectiontext.h"
#include "geo/wellknowntext.h"

#include <QImage>
#include <QScopeGuard>

#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <atomic>
#include <mutex>
#include <span>

namespace dateline
{

namespace
{

constexpr double metresInAnInch = 0.0254;

// Colours may mix in the overviews of a picture.
constexpr std::array<const char *, 4> optimised{"COMPRESS=DEFLATE", "PREDICTOR=YES", "OVERVIEW_RESAMPLING=AVERAGE",
                                                nullptr};
// The standard keys lack some projections; most of these can be told by Esri's text, which cannot be asked of COG.
constexpr std::array<const char *, 5> named{"COMPRESS=DEFLATE", "PREDICTOR=2", "TILED=YES",
                                            "GEOTIFF_KEYS_FLAVOR=ESRI_PE", nullptr};

/// Only where one is written: what reads maps must not know these formats.
void registerWriters()
{
    static std::once_flag registered;
    std::call_once(registered, [] {
        closeGeoLibraries();
        GDALRegister_MEM();
        GDALRegister_GTiff();
        GDALRegister_COG();
    });
}

/// A file in memory that is gone at the end.
class MemoryFile
{
public:
    MemoryFile()
    {
        static std::atomic<int> count = 0;
        m_path = "/vsimem/dateline-figure-" + QByteArray::number(++count) + ".tif";
    }
    ~MemoryFile() { VSIUnlink(m_path.constData()); }
    Q_DISABLE_COPY_MOVE(MemoryFile)

    [[nodiscard]] const char *path() const { return m_path.constData(); }
    [[nodiscard]] QByteArray bytes() const
    {
        vsi_l_offset length = 0;
        const GByte *data = VSIGetMemFileBuffer(path(), &length, FALSE);
        return data == nullptr ? QByteArray()
                               : QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    }

private:
    QByteArray m_path;
};

OGRSpatialReference systemFrom(const QString &definition)
{
    OGRSpatialReference system;
    const QByteArray text = definition.toUtf8();
    const bool isString = text.startsWith("+proj=") && !text.contains("+type=crs");
    system.SetFromUserInput((isString ? text + " +type=crs" : text).constData());
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return system;
}

/// @p image, whose bytes it uses as they are, as GDAL knows images.
GDALDatasetUniquePtr datasetOf(const QImage &image)
{
    GDALDatasetUniquePtr dataset(GetGDALDriverManager()->GetDriverByName("MEM")->Create(
        "", image.width(), image.height(), 0, GDT_Byte, nullptr));
    for (int band = 0; dataset && band < 3; ++band) {
        std::array<char, 64> pointer{};
        const int digits = CPLPrintPointer(pointer.data(), const_cast<uchar *>(image.constBits() + band),
                                           static_cast<int>(pointer.size()) - 1);
        CPLStringList options;
        options.SetNameValue("DATAPOINTER", QByteArray(pointer.data(), digits).constData());
        options.SetNameValue("PIXELOFFSET", "4");
        options.SetNameValue("LINEOFFSET", QByteArray::number(image.bytesPerLine()).constData());
        if (dataset->AddBand(GDT_Byte, options.List()) != CE_None)
            return nullptr;
        dataset->GetRasterBand(band + 1)->SetColorInterpretation(static_cast<GDALColorInterp>(GCI_RedBand + band));
    }
    return dataset;
}

void describe(GDALDataset &dataset, const PlacedImage &placed)
{
    const OGRSpatialReference system = systemFrom(placed.projection);
    const QTransform &metres = placed.metres;
    std::array<double, 6> transform{metres.dx(), metres.m11(), metres.m21(), metres.dy(), metres.m12(), metres.m22()};
    dataset.SetGeoTransform(transform.data());
    dataset.SetSpatialRef(&system);
    dataset.SetMetadataItem("TIFFTAG_RESOLUTIONUNIT", "2"); // Inches.
    for (const auto &[tag, dots] : {std::pair("TIFFTAG_XRESOLUTION", placed.image.dotsPerMeterX()),
                                    std::pair("TIFFTAG_YRESOLUTION", placed.image.dotsPerMeterY())})
        dataset.SetMetadataItem(tag, QByteArray::number(qRound(dots * metresInAnInch)).constData());
    for (const auto &[name, text] : placed.texts)
        dataset.SetMetadataItem(name.constData(), text.toUtf8().constData());
}

} // namespace

Result<QByteArray> geoTiffFrom(const PlacedImage &placed)
{
    registerWriters();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const auto loud = qScopeGuard([] { CPLPopErrorHandler(); });
    const QImage image = placed.image.convertToFormat(QImage::Format_RGBX8888);
    const GDALDatasetUniquePtr dataset = image.isNull() ? nullptr : datasetOf(image);
    const auto noMemory = [] {
        return failure(Error::Kind::Unwritable,
                       ProjectionText::tr("The GeoTIFF could not be made: there is not enough memory for it; make it "
                                          "smaller"));
    };
    if (!dataset)
        return noMemory();
    describe(*dataset, placed);
    const NamedPlane plane(placed.projection);
    for (const auto &[driver, options] : {std::pair("COG", std::span<const char *const>(optimised)),
                                          std::pair("GTiff", std::span<const char *const>(named))}) {
        const MemoryFile file;
        GDALDatasetUniquePtr written(GetGDALDriverManager()->GetDriverByName(driver)->CreateCopy(
            file.path(), dataset.get(), FALSE, options.data(), nullptr, nullptr));
        if (!written)
            return noMemory();
        written.reset(); // Which writes it whole.
        if (NamedPlane(QString::fromUtf8(planeOfGeoTiff(file.path()))).isLike(plane, placed.map))
            return file.bytes();
    }
    return failure(Error::Kind::Unsupported,
                   ProjectionText::tr("A GeoTIFF cannot name the projection “%1”; choose another one or another format")
                       .arg(placed.projection),
                   placed.projection);
}

} // namespace dateline
