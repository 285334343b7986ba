#include "geo/rasterwarp.h"

#include "geo/overlaytext.h"
#include "geo/rasterfile.h"

#include <cpl_string.h>
#include <gdal_alg.h>
#include <gdalwarper.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dateline
{

namespace
{

constexpr double mostError = 0.125; // source pixels that a picture may be off for speed
constexpr double memoryBytes = 64.0 * 1024 * 1024;
constexpr int stripRows = 64; // warped at a time, so that it can be stopped

std::array<double, 6> transformOf(const OverlayView &view)
{
    return {view.metres.left(),
            view.metres.width() / view.sizePx.width(),
            0,
            view.metres.bottom(),
            0,
            -view.metres.height() / view.sizePx.height()};
}

struct TransformerDeleter
{
    void operator()(void *transformer) const { GDALDestroyTransformer(transformer); }
};
using Transformer = std::unique_ptr<void, TransformerDeleter>;

/// From pixels of the raster in a size to those of the view.
Transformer transformerOf(const RasterPlace &place, QSize size, const OGRSpatialReference &plane,
                          const OverlayView &view)
{
    const std::array<double, 6> from = place.transformFor(size);
    const std::array<double, 6> to = transformOf(view);
    CPLStringList options;
    if (place.system.IsGeographic() != 0) {
        // Degrees from 0 to 360, or across the antimeridian, are as good as others.
        const double middle = from[0] + from[1] * size.width() / 2 + from[2] * size.height() / 2;
        if (std::abs(middle) > 1 && (from[0] < -180.5 || from[0] + from[1] * size.width() > 180.5))
            options.SetNameValue("CENTER_LONG", QByteArray::number(middle, 'f', 6).constData());
    }
    OGRSpatialReference source = place.system;
    OGRSpatialReference target = plane;
    return Transformer(GDALCreateGenImgProjTransformer4(OGRSpatialReference::ToHandle(&source), from.data(),
                                                        OGRSpatialReference::ToHandle(&target), to.data(),
                                                        options.List()));
}

/// Points in a grid over @p size, moved through a transformer.
struct GridPoints
{
    static constexpr int steps = 20;

    GridPoints(QSize size, void *transformer, bool backwards, double shift = 0)
    {
        for (int row = 0; row <= steps; ++row) {
            for (int column = 0; column <= steps; ++column) {
                xs.push_back(double(size.width()) * column / steps + shift);
                ys.push_back(double(size.height()) * row / steps + shift);
            }
        }
        std::vector<double> zs(xs.size());
        reached.resize(xs.size());
        GDALGenImgProjTransform(transformer, backwards ? TRUE : FALSE, int(xs.size()), xs.data(), ys.data(), zs.data(),
                                reached.data());
        for (std::size_t i = 0; i < xs.size(); ++i)
            reached[i] = reached[i] != 0 && std::isfinite(xs[i]) && std::isfinite(ys[i]) ? 1 : 0;
    }

    std::vector<double> xs;
    std::vector<double> ys;
    std::vector<int> reached;
};

struct WarpOptionsDeleter
{
    void operator()(GDALWarpOptions *options) const { GDALDestroyWarpOptions(options); }
};

int CPL_STDCALL goOn(double, const char *, void *stop)
{
    return static_cast<const std::stop_token *>(stop)->stop_requested() ? FALSE : TRUE;
}

int *bandNumbers(const std::vector<int> &bands)
{
    auto *numbers = static_cast<int *>(CPLMalloc(bands.size() * sizeof(int)));
    std::ranges::copy(bands, numbers);
    return numbers;
}

/// Reads a row of the warped picture: the values' bands, then what is there.
bool readRow(GDALDataset &picture, int row, std::vector<float> &values, std::vector<std::uint8_t> &there)
{
    const int width = picture.GetRasterXSize();
    const int count = picture.GetRasterCount() - 1;
    const auto read = [&](int band, void *pixels, GDALDataType type) {
        return picture.GetRasterBand(band)->RasterIO(GF_Read, 0, row, width, 1, pixels, width, 1, type, 0, 0, nullptr)
            == CE_None;
    };
    bool isRead = read(count + 1, there.data(), GDT_Byte);
    for (int i = 0; i < count; ++i)
        isRead = isRead && read(i + 1, values.data() + std::size_t(i) * std::size_t(width), GDT_Float32);
    return isRead;
}

} // namespace

std::optional<double> pixelsPerViewPixel(const RasterPlace &place, const OGRSpatialReference &plane,
                                         const OverlayView &view)
{
    const Transformer transformer = transformerOf(place, place.size, plane, view);
    if (!transformer)
        return std::nullopt;
    const GridPoints here(view.sizePx, transformer.get(), true);
    const GridPoints beside(view.sizePx, transformer.get(), true, 1);
    std::vector<double> steps;
    for (std::size_t i = 0; i < here.xs.size(); ++i) {
        const bool isInRaster = here.reached[i] != 0 && here.xs[i] >= 0 && here.xs[i] <= place.size.width()
            && here.ys[i] >= 0 && here.ys[i] <= place.size.height();
        if (isInRaster && beside.reached[i] != 0)
            steps.push_back(std::hypot(beside.xs[i] - here.xs[i], beside.ys[i] - here.ys[i]) / std::numbers::sqrt2);
    }
    if (!steps.empty()) {
        const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
        std::ranges::nth_element(steps, middle);
        return *middle;
    }
    // It may lie between the points of the grid.
    const GridPoints there(place.size, transformer.get(), false);
    double left = 1e300;
    double right = -1e300;
    double top = 1e300;
    double bottom = -1e300;
    for (std::size_t i = 0; i < there.xs.size(); ++i) {
        if (there.reached[i] == 0)
            continue;
        left = std::min(left, there.xs[i]);
        right = std::max(right, there.xs[i]);
        top = std::min(top, there.ys[i]);
        bottom = std::max(bottom, there.ys[i]);
    }
    if (right < 0 || bottom < 0 || left > view.sizePx.width() || top > view.sizePx.height() || right <= left)
        return std::nullopt;
    return place.size.width() / (right - left);
}

std::optional<QRectF> partInView(const RasterPlace &place, const OGRSpatialReference &plane, const OverlayView &view)
{
    const Transformer transformer = transformerOf(place, place.size, plane, view);
    if (!transformer)
        return std::nullopt;
    const GridPoints points(view.sizePx, transformer.get(), true);
    QRectF part;
    for (std::size_t i = 0; i < points.xs.size(); ++i) {
        if (points.reached[i] != 0)
            part = part.united(QRectF(points.xs[i], points.ys[i], 1, 1));
    }
    part &= QRectF({}, QSizeF(place.size));
    return part.isEmpty() ? std::nullopt : std::optional(part);
}

Result<void> warp(const WarpSource &source, const RasterPlace &place, const OGRSpatialReference &plane,
                  const OverlayView &view, const std::stop_token &stop,
                  const std::function<void(const WarpedRow &)> &take)
{
    const auto unreadable = [] {
        return failure(Error::Kind::Malformed,
                       OverlayText::tr("it cannot be read on: %1").arg(QString::fromUtf8(CPLGetLastErrorMsg())));
    };
    const Transformer exact = transformerOf(place, sizeOf(source.dataset), plane, view);
    if (!exact)
        return {};
    const Transformer near(GDALCreateApproxTransformer(GDALGenImgProjTransform, exact.get(), mostError));
    const int count = int(source.bands.size());
    GDALDataType type = GDT_Byte;
    for (const int band : source.bands)
        type = GDALDataTypeUnion(type, source.dataset.GetRasterBand(band)->GetRasterDataType());
    const GDALDatasetUniquePtr target(GetGDALDriverManager()->GetDriverByName("MEM")->Create(
        "", view.sizePx.width(), view.sizePx.height(), count + 1, type, nullptr));
    if (!target)
        return unreadable();

    const std::unique_ptr<GDALWarpOptions, WarpOptionsDeleter> options(GDALCreateWarpOptions());
    options->hSrcDS = GDALDataset::ToHandle(&source.dataset);
    options->hDstDS = GDALDataset::ToHandle(target.get());
    options->nBandCount = count;
    options->panSrcBands = bandNumbers(source.bands);
    std::vector<int> numbers;
    for (int i = 1; i <= count; ++i)
        numbers.push_back(i);
    options->panDstBands = bandNumbers(numbers);
    options->nSrcAlphaBand = source.alpha;
    options->nDstAlphaBand = count + 1;
    options->eResampleAlg = source.nearest ? GRA_NearestNeighbour : GRA_Bilinear;
    options->dfWarpMemoryLimit = memoryBytes;
    options->pfnTransformer = GDALApproxTransform;
    options->pTransformerArg = near.get();
    options->pfnProgress = goOn;
    options->pProgressArg = const_cast<std::stop_token *>(&stop);
    for (const auto &[key, value] : {std::pair("INIT_DEST", "0"),
                                     {"UNIFIED_SRC_NODATA", "YES"},
                                     {"SRC_ALPHA_MAX", "255"},
                                     {"DST_ALPHA_MAX", "255"},
                                     {"SAMPLE_GRID", "YES"}})
        options->papszWarpOptions = CSLSetNameValue(options->papszWarpOptions, key, value);
    if (source.noData) {
        options->padfSrcNoDataReal = static_cast<double *>(CPLMalloc(std::size_t(count) * sizeof(double)));
        std::fill_n(options->padfSrcNoDataReal, count, *source.noData);
    }
    GDALWarpOperation operation;
    if (operation.Initialize(options.get()) != CE_None)
        return unreadable();
    const int width = view.sizePx.width();
    std::vector<float> values(std::size_t(width) * std::size_t(count));
    std::vector<std::uint8_t> there(static_cast<std::size_t>(width));
    for (int y = 0; y < view.sizePx.height() && !stop.stop_requested(); y += stripRows) {
        const int rows = std::min(stripRows, view.sizePx.height() - y);
        CPLErrorReset();
        // Where no point of a strip has a place in the raster, GDAL calls that a failure too.
        if (operation.ChunkAndWarpImage(0, y, width, rows) != CE_None && !stop.stop_requested()
            && std::strstr(CPLGetLastErrorMsg(), "transform") == nullptr)
            return unreadable();
        for (int row = y; row < y + rows; ++row) {
            if (!readRow(*target, row, values, there))
                return unreadable();
            take({row, values, there});
        }
    }
    return {};
}

} // namespace dateline
