#include "geo/rasteroverlay.h"

#include "geo/coarseraster.h"
#include "geo/overlaytext.h"
#include "geo/quieterrors.h"
#include "geo/rastercolours.h"

#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

#include <optional>

namespace dateline
{

namespace
{

constexpr std::chrono::milliseconds untilMeanwhile{100};
constexpr std::chrono::milliseconds betweenMeanwhiles{1500}; // Pictures take time from reading on.
constexpr qsizetype mostCredit = 300; // characters

class RasterOverlay : public Overlay
{
public:
    RasterOverlay(RasterFile file, const OverlayStyle &style, const LonLatBox &box)
        : m_file(std::move(file))
        , m_style(style.raster)
        , m_colours(m_file, m_style)
        , m_box(box)
    {
        GDALDataset &least = m_file.smallest();
        const QSize size = sizeOf(least);
        if (m_file.isSequential() || std::max(size.width(), size.height()) > CoarseRaster::mostSide) {
            m_coarse.emplace(least, m_file.bands(), m_file.isSequential());
        } else if (m_colours.wantsSample()) {
            m_colours.sample(sourceOf(least)); // So that its legend is known.
            m_isSampled = true;
        }
    }

    Result<QImage> picture(const OverlayView &view, const std::stop_token &stop, const Meanwhile &meanwhile) override
    {
        const QuietErrors quiet;
        const Result<OGRSpatialReference> plane = planeNamed(view.projection);
        if (!plane)
            return std::unexpected(plane.error());
        const std::optional<double> pixels = pixelsPerViewPixel(m_file.place(), *plane, view);
        if (!pixels)
            return blank(view);
        if (isCoarseEnough(*pixels))
            return coarsePicture(view, *plane, stop, meanwhile);
        return painted(sourceOf(m_file.reducedBy(*pixels)), view, *plane, stop);
    }

    void setStyle(const OverlayStyle &style) override
    {
        m_style = style.raster;
        m_colours.setStyle(m_style);
    }

    LonLatBox box() const override { return m_box; }

    QString credit() const override
    {
        QString credit;
        for (const char *key : {"TIFFTAG_COPYRIGHT", "attribution", "TIFFTAG_ARTIST"}) {
            if (credit.isEmpty())
                credit = QString::fromUtf8(m_file.whole().GetMetadataItem(key));
        }
        static const QRegularExpression markup(QStringLiteral("<[^>]*>"));
        return credit.left(4 * mostCredit).remove(markup).simplified().left(mostCredit);
    }

    std::vector<OverlayLegendRow> legend() const override { return m_colours.legend(); }

    QString summary() const override
    {
        const QSize size = m_file.place().size;
        const char *name = m_file.place().system.GetName();
        return OverlayText::tr("%1 × %2 pixels, %3")
            .arg(QLocale().toString(size.width()), QLocale().toString(size.height()), QString::fromUtf8(name));
    }

    bool mayBeTerrain() const override
    {
        return m_file.bands().values.size() == 1 && !m_file.bands().isPalette && !m_file.bands().isEightBit;
    }

private:
    static QImage blank(const OverlayView &view)
    {
        QImage image(view.sizePx, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(view.devicePixelRatio);
        image.fill(Qt::transparent);
        return image;
    }

    [[nodiscard]] bool isCoarseEnough(double pixels) const
    {
        if (!m_coarse)
            return false;
        const double reduction = double(m_file.place().size.width()) / sizeOf(m_coarse->dataset()).width();
        return reduction <= 1 || pixels >= reduction;
    }

    [[nodiscard]] WarpSource sourceOf(GDALDataset &dataset) const
    {
        const RasterBands &bands = m_file.bands();
        int hasNoData = 0;
        const double noData = dataset.GetRasterBand(bands.values.front())->GetNoDataValue(&hasNoData);
        std::optional<double> none = m_style.noData;
        if (!none && hasNoData != 0)
            none = noData;
        return {dataset, bands.values, bands.alpha, none, bands.isPalette};
    }

    [[nodiscard]] WarpSource coarseSource() const
    {
        std::vector<int> bands;
        for (int i = 1; i <= int(m_file.bands().values.size()); ++i)
            bands.push_back(i);
        return {m_coarse->dataset(), bands, int(bands.size()) + 1, m_style.noData, m_file.bands().isPalette};
    }

    Result<QImage> coarsePicture(const OverlayView &view, const OGRSpatialReference &plane, const std::stop_token &stop,
                                 const Meanwhile &meanwhile)
    {
        bool isNew = false;
        while (!m_coarse->isComplete() && !stop.stop_requested()) {
            const std::chrono::milliseconds time = isNew ? betweenMeanwhiles : untilMeanwhile;
            isNew = true;
            if (!m_coarse->readOn(time, stop))
                return unreadable();
            if (m_coarse->isComplete() || !meanwhile || stop.stop_requested())
                continue;
            m_colours.sample(coarseSource());
            m_isSampled = true;
            WarpSource coarse = coarseSource();
            coarse.nearest = true; // Its blocks are seen anyway, and this takes a fraction of the time.
            if (const Result<QImage> early = painted(coarse, view, plane, stop))
                meanwhile(*early);
        }
        if (isNew)
            m_isSampled = false; // It knows more now.
        return painted(coarseSource(), view, plane, stop);
    }

    [[nodiscard]] std::unexpected<Error> unreadable() const
    {
        return failure(Error::Kind::Malformed,
                       OverlayText::tr("“%1” is damaged: it cannot be read on (%2)")
                           .arg(QFileInfo(m_file.path()).fileName(), QString::fromUtf8(CPLGetLastErrorMsg())),
                       m_file.path());
    }

    Result<QImage> painted(const WarpSource &source, const OverlayView &view, const OGRSpatialReference &plane,
                           const std::stop_token &stop)
    {
        if (!m_isSampled && m_colours.wantsSample()) {
            m_colours.sample(m_coarse && m_coarse->isComplete() ? coarseSource() : sourceOf(m_file.smallest()));
            m_isSampled = true;
        }
        QImage image = blank(view);
        const Result<void> warped = warp(source, m_file.place(), plane, view, stop, [&](const WarpedRow &row) {
            m_colours.paint(row, reinterpret_cast<QRgb *>(image.scanLine(row.y)));
        });
        return warped ? Result<QImage>(image) : unreadable();
    }

    RasterFile m_file;
    RasterStyle m_style;
    RasterColours m_colours;
    bool m_isSampled = false;
    LonLatBox m_box;
    std::optional<CoarseRaster> m_coarse;
};

} // namespace

Result<std::unique_ptr<Overlay>> openRasterOverlay(const QString &path, const OverlayStyle &style)
{
    const QuietErrors quiet;
    Result<RasterFile> file = RasterFile::open(path, style.features.layer);
    if (!file)
        return std::unexpected(file.error());
    const std::optional<LonLatBox> box = boxOf(file->place());
    if (!box)
        return failure(Error::Kind::Unsupported,
                       OverlayText::tr("“%1” lies nowhere on the earth").arg(QFileInfo(path).fileName()), path);
    return std::make_unique<RasterOverlay>(std::move(*file), style, *box);
}

} // namespace dateline
