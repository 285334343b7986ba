#include "geo/tileoverlay.h"

#include "geo/libraries.h"
#include "geo/overlaytext.h"
#include "geo/pmtilesfile.h"
#include "geo/quieterrors.h"
#include "geo/rastercolours.h"
#include "geo/rasterwarp.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double worldHalf = std::numbers::pi * 6378137.0; // metres
constexpr int tilePx = 256; // that tiles are told apart by; larger ones are made smaller
constexpr int mostTiles = 1200; // in a picture

/// Where the tiles of a zoom lie, from column and row @p first on.
RasterPlace tilePlace(int zoom, QPoint first, QSize tiles)
{
    const double pixel = 2 * worldHalf / tilePx / std::exp2(zoom);
    RasterPlace place;
    place.system.importFromEPSG(3857);
    place.system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    place.transform = {-worldHalf + first.x() * tilePx * pixel, pixel, 0,
                       worldHalf - first.y() * tilePx * pixel,  0,     -pixel};
    place.size = tiles * tilePx;
    return place;
}

class TileOverlay : public Overlay
{
public:
    TileOverlay(PmTilesFile file, const OverlayStyle &style)
        : m_file(std::move(file))
        , m_colours(bands(), style.raster)
        , m_credit(m_file.attribution())
    {
    }

    Result<QImage> picture(const OverlayView &view, const std::stop_token &stop, const Meanwhile &) override
    {
        const QuietErrors quiet;
        const Result<OGRSpatialReference> plane = planeNamed(view.projection);
        if (!plane)
            return std::unexpected(plane.error());
        QImage image(view.sizePx, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(view.devicePixelRatio);
        image.fill(Qt::transparent);
        // Zoom 20 is fine enough to measure by, and its world has no more pixels than can be counted.
        constexpr int measuredZoom = 20;
        const RasterPlace whole = tilePlace(measuredZoom, {}, QSize(1, 1) * (1 << measuredZoom));
        const std::optional<double> pixels = pixelsPerViewPixel(whole, *plane, view);
        const std::optional<QRectF> part = pixels ? partInView(whole, *plane, view) : std::nullopt;
        if (!part)
            return image;
        int zoom = measuredZoom - static_cast<int>(std::floor(std::log2(std::max(*pixels, 1.0)) + 0.3));
        zoom = std::clamp(zoom, m_file.leastZoom(), m_file.mostZoom());
        QRect tiles = tilesOf(*part, measuredZoom - zoom, zoom);
        while (tiles.width() * tiles.height() > mostTiles && zoom > m_file.leastZoom()) {
            --zoom;
            tiles = tilesOf(*part, measuredZoom - zoom, zoom);
        }
        if (tiles.isEmpty() || tiles.width() * tiles.height() > mostTiles)
            return image;
        const GDALDatasetUniquePtr mosaic = mosaicOf(zoom, tiles, stop);
        if (!mosaic || stop.stop_requested())
            return image;
        const RasterBands &all = bands();
        const Result<void> warped =
            warp({*mosaic, all.values, all.alpha, std::nullopt, false}, tilePlace(zoom, tiles.topLeft(), tiles.size()),
                 *plane, view, stop,
                 [&](const WarpedRow &row) { m_colours.paint(row, reinterpret_cast<QRgb *>(image.scanLine(row.y))); });
        if (!warped)
            return std::unexpected(warped.error());
        return image;
    }

    void setStyle(const OverlayStyle &style) override { m_colours.setStyle(style.raster); }
    LonLatBox box() const override { return m_file.box(); }
    QString credit() const override { return m_credit; }
    std::vector<OverlayLegendRow> legend() const override { return {}; }
    QString summary() const override
    {
        return OverlayText::tr("Tiles of pictures, zoom %1 to %2").arg(m_file.leastZoom()).arg(m_file.mostZoom());
    }

private:
    static const RasterBands &bands()
    {
        static const RasterBands rgba{{1, 2, 3}, 4, false, true};
        return rgba;
    }

    /// The tiles of @p zoom that a part of the world of a zoom @p deeper touches, as far as the file has any.
    [[nodiscard]] QRect tilesOf(const QRectF &part, int deeper, int zoom) const
    {
        const double side = tilePx * std::exp2(deeper);
        const int most = (1 << zoom) - 1;
        const auto tileOf = [&](double pixel) { return std::clamp(int(std::floor(pixel / side)), 0, most); };
        const QRect inView(QPoint(tileOf(part.left()), tileOf(part.top())),
                           QPoint(tileOf(part.right()), tileOf(part.bottom())));
        const auto column = [&](double lon) {
            return std::clamp(int(std::floor((lon + 180) / 360 * (most + 1))), 0, most);
        };
        const auto row = [&](double lat) {
            const double y = std::asinh(std::tan(std::clamp(lat, -85.05, 85.05) * std::numbers::pi / 180));
            return std::clamp(int(std::floor((1 - y / std::numbers::pi) / 2 * (most + 1))), 0, most);
        };
        const LonLatBox &box = m_file.box();
        return inView & QRect(QPoint(column(box.west), row(box.north)), QPoint(column(box.east), row(box.south)));
    }

    [[nodiscard]] GDALDatasetUniquePtr mosaicOf(int zoom, const QRect &tiles, const std::stop_token &stop)
    {
        GDALDatasetUniquePtr mosaic(GetGDALDriverManager()->GetDriverByName("MEM")->Create(
            "", tiles.width() * tilePx, tiles.height() * tilePx, 4, GDT_Byte, nullptr));
        for (int y = tiles.top(); mosaic && y <= tiles.bottom(); ++y) {
            for (int x = tiles.left(); x <= tiles.right() && !stop.stop_requested(); ++x) {
                QImage tile = QImage::fromData(m_file.tile(zoom, x, y));
                if (tile.isNull())
                    continue;
                if (tile.size() != QSize(tilePx, tilePx))
                    tile = tile.scaled(tilePx, tilePx, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
                tile.convertTo(QImage::Format_RGBA8888);
                if (mosaic->RasterIO(GF_Write, (x - tiles.left()) * tilePx, (y - tiles.top()) * tilePx, tilePx, tilePx,
                                     tile.bits(), tilePx, tilePx, GDT_Byte, 4, nullptr, 4, tile.bytesPerLine(), 1,
                                     nullptr)
                    != CE_None)
                    return nullptr;
            }
        }
        return mosaic;
    }

    PmTilesFile m_file;
    RasterColours m_colours;
    QString m_credit;
};

} // namespace

Result<std::unique_ptr<Overlay>> openTileOverlay(const QString &path, const OverlayStyle &style)
{
    addRasterFormats();
    Result<PmTilesFile> file = PmTilesFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    return std::make_unique<TileOverlay>(std::move(*file), style);
}

} // namespace dateline
