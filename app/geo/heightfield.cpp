#include "geo/heightfield.h"

#include "geo/datasetopening.h"
#include "geo/filekind.h"
#include "geo/geodesy.h"
#include "geo/libraries.h"
#include "geo/overlaytext.h"
#include "geo/placesbox.h"
#include "geo/quieterrors.h"
#include "geo/viewgrid.h"

#include <gdal_alg.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace dateline
{

namespace
{

constexpr float noHeight = std::numeric_limits<float>::quiet_NaN();

int goOnReading(double, const char *, void *stop)
{
    return static_cast<const std::stop_token *>(stop)->stop_requested() ? FALSE : TRUE;
}

/// Heights of a part of a file, from the corner of its first one.
struct HeightWindow
{
    int width = 0;
    int height = 0;
    std::vector<float> metres;

    /// The nearest of the file at its edges.
    [[nodiscard]] float clamped(int x, int y) const
    {
        x = std::clamp(x, 0, width - 1);
        y = std::clamp(y, 0, height - 1);
        return metres[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
};

std::array<double, 4> cubicShares(double t)
{
    return {t * (-0.5 + t * (1 - 0.5 * t)), 1 + t * t * (-2.5 + 1.5 * t), t * (0.5 + t * (2 - 1.5 * t)),
            t * t * (-0.5 + 0.5 * t)};
}

/// Cubic, so that a slope has no steps where it is enlarged; beside gaps linear among the heights that there are.
float heightAt(const HeightWindow &window, QPointF at)
{
    const double x = std::floor(at.x() - 0.5);
    const double y = std::floor(at.y() - 0.5);
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const double across = at.x() - 0.5 - x;
    const double down = at.y() - 0.5 - y;
    const std::array<double, 4> columns = cubicShares(across);
    const std::array<double, 4> rows = cubicShares(down);
    double cubic = 0;
    for (int j = 0; j < 4; ++j) {
        for (int i = 0; i < 4; ++i)
            cubic += rows.at(static_cast<std::size_t>(j)) * columns.at(static_cast<std::size_t>(i))
                * static_cast<double>(window.clamped(left + i - 1, top + j - 1));
    }
    if (!std::isnan(cubic))
        return static_cast<float>(cubic);
    double sum = 0;
    double weights = 0;
    for (int j = 0; j < 2; ++j) {
        for (int i = 0; i < 2; ++i) {
            const float height = window.clamped(left + i, top + j);
            const double weight = (i == 0 ? 1 - across : across) * (j == 0 ? 1 - down : down);
            if (std::isnan(height))
                continue;
            sum += weight * static_cast<double>(height);
            weights += weight;
        }
    }
    return weights >= 0.5 ? static_cast<float>(sum / weights) : noHeight;
}

double metresOfUnit(const char *unit)
{
    const QByteArray name = QByteArray(unit).toLower().trimmed();
    constexpr double foot = 0.3048;
    if (name == "ft" || name == "foot" || name == "feet")
        return foot;
    if (name.startsWith("us survey f") || name == "us-ft" || name == "ftus")
        return 1200.0 / 3937.0;
    return name == "cm" ? 0.01 : name == "dm" ? 0.1 : 1.0;
}

double groundMetresPerPixel(const OverlayView &view, const Projection &projection)
{
    const QPointF middle = view.metres.center();
    const double step = view.metresPerPixel();
    const std::optional<LonLat> a = shownPlace(projection, middle, step);
    const std::optional<LonLat> b = shownPlace(projection, middle + QPointF(step, 0), step);
    const double metres = a && b ? distanceMetres(*a, *b) : 0;
    return metres > 0 ? metres : step;
}

} // namespace

struct HeightFile::Data
{
    QString path;
    GDALDatasetUniquePtr dataset;
    GDALRasterBand *band = nullptr;
    OGRSpatialReference plane;
    std::unique_ptr<OGRCoordinateTransformation> fromDegrees; ///< Null where the plane is that of WGS 84.
    std::array<double, 6> toPixels{};
    std::array<double, 6> fromPixels{};
    double unitMetres = 1;

    [[nodiscard]] std::optional<QPointF> pixelOf(LonLat place) const
    {
        double x = place.lon;
        double y = place.lat;
        if (fromDegrees && fromDegrees->Transform(1, &x, &y) == FALSE)
            return std::nullopt;
        if (plane.IsGeographic() != FALSE) { // A file may begin at any longitude.
            const double west = std::min(fromPixels[0], fromPixels[0] + fromPixels[1] * dataset->GetRasterXSize());
            x = west + std::fmod(std::fmod(x - west, 360) + 360, 360);
        }
        return QPointF(toPixels[0] + x * toPixels[1] + y * toPixels[2],
                       toPixels[3] + x * toPixels[4] + y * toPixels[5]);
    }

    /// @p part of the file shrunk to @p window’s size.
    [[nodiscard]] bool read(GDALRasterBand &from, const QRect &part, HeightWindow &window,
                            const std::stop_token &stop) const
    {
        const QuietErrors quiet;
        window.metres.resize(static_cast<std::size_t>(window.width) * static_cast<std::size_t>(window.height));
        GDALRasterIOExtraArg extra;
        INIT_RASTERIO_EXTRA_ARG(extra);
        const bool isShrunk = part.width() > window.width || part.height() > window.height;
        extra.eResampleAlg = isShrunk ? GRIORA_Average : GRIORA_NearestNeighbour;
        extra.pfnProgress = goOnReading;
        extra.pProgressData = const_cast<std::stop_token *>(&stop);
        if (from.RasterIO(GF_Read, part.x(), part.y(), part.width(), part.height(), window.metres.data(), window.width,
                          window.height, GDT_Float32, 0, 0, &extra)
            != CE_None)
            return false;
        int hasNone = FALSE;
        const auto none = static_cast<float>(band->GetNoDataValue(&hasNone));
        const double scale = band->GetScale() * unitMetres;
        const double offset = band->GetOffset() * unitMetres;
        constexpr float mostMetres = 1e5; // Beyond it lie the marks of gaps that a file does not declare.
        for (float &height : window.metres) {
            const bool isGap =
                (hasNone != FALSE && height == none) || !(std::abs(height) < mostMetres) || (height == -32768.0F);
            height = isGap ? noHeight : static_cast<float>(static_cast<double>(height) * scale + offset);
        }
        return true;
    }
};

HeightFile::HeightFile(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

HeightFile::HeightFile(HeightFile &&) noexcept = default;
HeightFile &HeightFile::operator=(HeightFile &&) noexcept = default;
HeightFile::~HeightFile() = default;

Result<HeightFile> HeightFile::open(const QString &path, const QString &table)
{
    const Result<const char *> driver = rasterDriverOf(path);
    if (!driver)
        return std::unexpected(driver.error());
    addRasterFormats();
    auto data = std::make_unique<Data>();
    data->path = path;
    const QByteArray option = "TABLE=" + table.toUtf8();
    const std::array<const char *, 2> options{table.isEmpty() ? nullptr : option.constData(), nullptr};
    data->dataset = *driver != nullptr ? openRaster(gdalPath(path), *driver, options.data()) : nullptr;
    const auto unsupported = [&path](const QString &sentence) {
        return failure(Error::Kind::Unsupported, sentence.arg(path), path);
    };
    if (!data->dataset || data->dataset->GetRasterCount() == 0)
        return unsupported(OverlayText::tr("%1 is no raster file of heights; choose a GeoTIFF, DTED or SRTM file"));
    data->band = data->dataset->GetRasterBand(1);
    if (data->dataset->GetRasterCount() > 2 || data->band->GetColorTable() != nullptr)
        return unsupported(
            OverlayText::tr("%1 is a picture, not heights; show it without hillshade, tints and contours"));
    const OGRSpatialReference *plane = data->dataset->GetSpatialRef();
    if (plane == nullptr || data->dataset->GetGeoTransform(data->fromPixels.data()) != CE_None
        || GDALInvGeoTransform(data->fromPixels.data(), data->toPixels.data()) == FALSE)
        return unsupported(OverlayText::tr("%1 does not say where on the earth it lies; save it as GeoTIFF with its "
                                           "coordinate reference system"));
    data->plane = *plane;
    data->plane.StripVertical();
    data->plane.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (data->plane.IsSame(&degrees) == FALSE) {
        data->fromDegrees.reset(OGRCreateCoordinateTransformation(&degrees, &data->plane));
        if (!data->fromDegrees)
            return unsupported(OverlayText::tr("The coordinate reference system of %1 leads to no longitude and "
                                               "latitude; save it in WGS 84"));
        data->fromDegrees->SetEmitErrors(false);
    }
    data->unitMetres = metresOfUnit(data->band->GetUnitType());
    return HeightFile(std::move(data));
}

Result<HeightField> HeightFile::heights(const OverlayView &view, const std::stop_token &stop) const
{
    const Result<Projection> projection = projectionOf(view);
    if (!projection)
        return std::unexpected(projection.error());
    HeightField field{view.sizePx, groundMetresPerPixel(view, *projection), {}};
    field.metres.assign(static_cast<std::size_t>(view.sizePx.width()) * static_cast<std::size_t>(view.sizePx.height()),
                        noHeight);
    const ViewGrid grid(view, *projection, [this](LonLat place) { return m_data->pixelOf(place); }, stop);
    const QRect whole(QPoint(), sizePx());
    constexpr double spare = 3; // Heights beside those shown, for the curves between.
    const double shrunk = std::max(1.0, grid.step());
    const QRect part = grid.box()
                           .adjusted(-spare * shrunk, -spare * shrunk, spare * shrunk, spare * shrunk)
                           .intersected(QRectF(whole))
                           .toAlignedRect()
        & whole;
    if (part.isEmpty() || stop.stop_requested())
        return field;
    constexpr double most = 2.4e7; // Where a view over the antimeridian takes more, it is a little coarse.
    const double shrink = std::max(shrunk, std::sqrt(static_cast<double>(part.width()) * part.height() / most));
    HeightWindow window{std::max(1, static_cast<int>(std::lround(part.width() / shrink))),
                        std::max(1, static_cast<int>(std::lround(part.height() / shrink))),
                        {}};
    if (!m_data->read(*m_data->band, part, window, stop)) {
        if (stop.stop_requested())
            return field;
        return failure(Error::Kind::Malformed,
                       OverlayText::tr("%1 is damaged or cut off: get it anew").arg(m_data->path), m_data->path);
    }
    const double xScale = static_cast<double>(window.width) / part.width();
    const double yScale = static_cast<double>(window.height) / part.height();
    std::vector<QPointF> row;
    for (int y = 0; y < view.sizePx.height() && !stop.stop_requested(); ++y) {
        grid.row(y, row);
        for (std::size_t x = 0; x < row.size(); ++x) {
            const QPointF at = row[x];
            const bool isInside = at.x() >= 0 && at.x() <= whole.width() && at.y() >= 0 && at.y() <= whole.height();
            if (isInside)
                field.metres[static_cast<std::size_t>(y) * row.size() + x] =
                    heightAt(window, {(at.x() - part.x()) * xScale, (at.y() - part.y()) * yScale});
        }
    }
    return field;
}

std::optional<std::pair<double, double>> HeightFile::range() const
{
    GDALRasterBand *from = m_data->band;
    constexpr int across = 512;
    for (int i = 0; i < from->GetOverviewCount(); ++i) {
        GDALRasterBand *smaller = from->GetOverview(i);
        if (smaller != nullptr && smaller->GetXSize() >= across && smaller->GetXSize() < from->GetXSize())
            from = smaller;
    }
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    constexpr int rows = 48;
    HeightWindow line{std::min(across, from->GetXSize()), 1, {}};
    for (int i = 0; i < rows; ++i) {
        const int y = static_cast<int>((i + 0.5) / rows * from->GetYSize());
        if (!m_data->read(*from, QRect(0, y, from->GetXSize(), 1), line, {}))
            return std::nullopt;
        for (const float height : line.metres) {
            if (std::isnan(height))
                continue;
            least = std::min(least, static_cast<double>(height));
            most = std::max(most, static_cast<double>(height));
        }
    }
    return least <= most ? std::optional(std::pair(least, most)) : std::nullopt;
}

LonLatBox HeightFile::box() const
{
    const QuietErrors quiet;
    const Data &data = *m_data;
    const std::unique_ptr<OGRCoordinateTransformation> toDegrees(data.fromDegrees ? data.fromDegrees->GetInverse()
                                                                                  : nullptr);
    return boxOfPlaces(sizePx(), [&](QPointF pixel) -> std::optional<LonLat> {
        LonLat place{data.fromPixels[0] + pixel.x() * data.fromPixels[1] + pixel.y() * data.fromPixels[2],
                     data.fromPixels[3] + pixel.x() * data.fromPixels[4] + pixel.y() * data.fromPixels[5]};
        const bool isPlace =
            !data.fromDegrees || (toDegrees && toDegrees->Transform(1, &place.lon, &place.lat) != FALSE);
        return isPlace ? std::optional(place) : std::nullopt;
    });
}

QSize HeightFile::sizePx() const
{
    return {m_data->dataset->GetRasterXSize(), m_data->dataset->GetRasterYSize()};
}

QString HeightFile::crsName() const
{
    return QString::fromUtf8(m_data->plane.GetName());
}

QString HeightFile::credit() const
{
    return QString::fromUtf8(m_data->dataset->GetMetadataItem("TIFFTAG_COPYRIGHT")).trimmed();
}

} // namespace dateline
