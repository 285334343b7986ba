#include "geo/terrainshapes.h"

#include "geo/libraries.h"
#include "geo/quieterrors.h"

#include <cpl_string.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace dateline
{

namespace
{

int goOnShaping(double, const char *, void *stop)
{
    return static_cast<const std::stop_token *>(stop)->stop_requested() ? FALSE : TRUE;
}

/// @p field as GDAL reads it, over its own numbers; @p field must outlive it.
GDALDatasetUniquePtr rasterOf(const HeightField &field)
{
    addRasterFormats();
    GDALDriver *memory = GetGDALDriverManager()->GetDriverByName("MEM");
    GDALDatasetUniquePtr raster(memory->Create("", field.size.width(), field.size.height(), 0, GDT_Float32, nullptr));
    const QByteArray at =
        QByteArrayLiteral("DATAPOINTER=") + QByteArray::number(reinterpret_cast<quintptr>(field.metres.data()));
    const std::array<const char *, 2> options{at.constData(), nullptr};
    if (raster->AddBand(GDT_Float32, const_cast<char **>(options.data())) != CE_None)
        return nullptr;
    raster->GetRasterBand(1)->SetNoDataValue(std::numeric_limits<double>::quiet_NaN());
    return raster;
}

/// Takes contours as GDAL makes them.
class ContourSink final : public OGRLayer
{
public:
    ContourSink()
        : m_definition(new OGRFeatureDefn("contour"))
    {
        m_definition->Reference();
        OGRFieldDefn height("height", OFTReal);
        m_definition->AddFieldDefn(&height);
    }
    ~ContourSink() override { m_definition->Release(); }
    Q_DISABLE_COPY_MOVE(ContourSink)

    void ResetReading() override {}
    OGRFeature *GetNextFeature() override { return nullptr; }
    OGRFeatureDefn *GetLayerDefn() override { return m_definition; }
    int TestCapability(const char *) override { return FALSE; }

    [[nodiscard]] std::vector<Contour> taken() { return std::move(m_contours); }

protected:
    OGRErr ICreateFeature(OGRFeature *feature) override
    {
        const OGRGeometry *geometry = feature->GetGeometryRef();
        if (geometry == nullptr || wkbFlatten(geometry->getGeometryType()) != wkbLineString)
            return OGRERR_NONE;
        const OGRLineString &line = *geometry->toLineString();
        Contour contour{feature->GetFieldAsDouble(0), {}};
        contour.line.reserve(static_cast<std::size_t>(line.getNumPoints()));
        // GDAL's lines turn where they cross a row or a column of heights; half a pixel more adds nothing that is seen.
        constexpr double least = 0.7;
        for (int i = 0; i < line.getNumPoints(); ++i) {
            const QPointF at(line.getX(i), line.getY(i));
            const bool isEnd = i == 0 || i == line.getNumPoints() - 1;
            if (!isEnd) {
                const QPointF way = at - contour.line.back();
                if (std::hypot(way.x(), way.y()) < least)
                    continue;
            }
            contour.line.push_back(at);
        }
        m_contours.push_back(std::move(contour));
        return OGRERR_NONE;
    }

private:
    OGRFeatureDefn *m_definition;
    std::vector<Contour> m_contours;
};

} // namespace

std::vector<std::uint8_t> hillshadeOf(const HeightField &field, const std::stop_token &stop)
{
    const QuietErrors quiet;
    const GDALDatasetUniquePtr raster = rasterOf(field);
    if (!raster)
        return {};
    std::array<double, 6> place{0, field.metresPerPixel, 0, 0, 0, -field.metresPerPixel};
    raster->SetGeoTransform(place.data());
    constexpr double trueMetres = 30; // Per pixel; slopes as they are down to this scale.
    const double exaggeration = std::max(1.0, std::pow(field.metresPerPixel / trueMetres, 0.45));
    CPLStringList arguments;
    for (const char *argument : {"-of", "MEM", "-multidirectional", "-compute_edges", "-z"})
        arguments.AddString(argument);
    arguments.AddString(QByteArray::number(exaggeration).constData());
    GDALDEMProcessingOptions *options = GDALDEMProcessingOptionsNew(arguments.List(), nullptr);
    GDALDEMProcessingOptionsSetProgress(options, goOnShaping, const_cast<std::stop_token *>(&stop));
    const GDALDatasetUniquePtr shade(GDALDataset::FromHandle(
        GDALDEMProcessing("", GDALDataset::ToHandle(raster.get()), "hillshade", nullptr, options, nullptr)));
    GDALDEMProcessingOptionsFree(options);
    if (!shade)
        return {};
    std::vector<std::uint8_t> light(field.metres.size());
    const int width = field.size.width();
    const int height = field.size.height();
    if (shade->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, width, height, light.data(), width, height, GDT_Byte, 0, 0)
        != CE_None)
        return {};
    return light;
}

std::vector<Contour> contoursOf(const HeightField &field, double interval, const std::stop_token &stop)
{
    const QuietErrors quiet;
    const GDALDatasetUniquePtr raster = rasterOf(field);
    if (!raster || interval <= 0)
        return {};
    std::array<double, 6> pixels{0, 1, 0, 0, 0, 1};
    raster->SetGeoTransform(pixels.data());
    ContourSink sink;
    CPLStringList options;
    options.SetNameValue("LEVEL_INTERVAL", QByteArray::number(interval, 'g', 12).constData());
    options.SetNameValue("ELEV_FIELD", "0");
    options.SetNameValue("NODATA", "nan");
    GDALContourGenerateEx(raster->GetRasterBand(1), OGRLayer::ToHandle(&sink), options.List(), goOnShaping,
                          const_cast<std::stop_token *>(&stop));
    return sink.taken();
}

double roundStep(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * power >= value * (1 - 1e-9))
            return step * power;
    }
    return 10 * power;
}

double fittingInterval(const HeightField &field)
{
    float least = std::numeric_limits<float>::infinity();
    float most = -least;
    for (const float height : field.metres) { // Not of a gap: it is neither less nor more.
        least = height < least ? height : least;
        most = height > most ? height : most;
    }
    // So that lines on a slope of 45° lie 5 pixels apart; a map of nearly level ground has at least a few.
    constexpr double pixelsApart = 5;
    constexpr double fewestLines = 5;
    double interval = roundStep(std::max(1.0, pixelsApart * field.metresPerPixel));
    const double range = std::max(0.0, static_cast<double>(most) - static_cast<double>(least));
    while (interval > 1 && range / interval < fewestLines)
        interval = roundStep(interval / 2.51);
    return interval;
}

} // namespace dateline
