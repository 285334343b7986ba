#include "geo/scanoverlay.h"

#include "geo/controlpoints.h"
#include "geo/overlaytext.h"
#include "geo/placesbox.h"
#include "geo/scanpicture.h"
#include "geo/viewgrid.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

/// Each of the four bytes of @p a and @p b mixed, @p share of 256 of the second.
QRgb mixedColour(QRgb a, QRgb b, unsigned share)
{
    constexpr unsigned even = 0x00ff00ffU;
    const unsigned low = ((a & even) * (256 - share) + (b & even) * share) >> 8U;
    const unsigned high = ((a >> 8U) & even) * (256 - share) + ((b >> 8U) & even) * share;
    return (low & even) | (high & ~even);
}

/// The colour of @p image at @p at, from the corner of its first pixel; beyond its edge half a pixel of it.
QRgb colourAt(const QImage &image, QPointF at)
{
    const double x = std::clamp(at.x() - 0.5, 0.0, image.width() - 1.0);
    const double y = std::clamp(at.y() - 0.5, 0.0, image.height() - 1.0);
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const int right = std::min(left + 1, image.width() - 1);
    const auto *above = reinterpret_cast<const QRgb *>(image.constScanLine(top));
    const auto *below = reinterpret_cast<const QRgb *>(image.constScanLine(std::min(top + 1, image.height() - 1)));
    const auto across = static_cast<unsigned>((x - left) * 256);
    const auto down = static_cast<unsigned>((y - top) * 256);
    return mixedColour(mixedColour(above[left], above[right], across), mixedColour(below[left], below[right], across),
                       down);
}

class ScanOverlay final : public Overlay
{
public:
    ScanOverlay(ScanPicture picture, ScanFit fit, const ScanPlacing &placing)
        : m_picture(std::move(picture))
        , m_fit(std::move(fit))
        , m_placing(placing)
    {
    }

    [[nodiscard]] Result<QImage> picture(const OverlayView &view, const std::stop_token &stop,
                                         const Meanwhile &meanwhile) override;

    void setStyle(const OverlayStyle &style) override
    {
        if (style.scan == m_placing)
            return;
        m_placing = style.scan;
        m_fit = ScanFit::fitted(m_placing, m_fit ? &*m_fit : nullptr);
    }

    [[nodiscard]] LonLatBox box() const override;
    [[nodiscard]] QString credit() const override { return {}; }
    [[nodiscard]] std::vector<OverlayLegendRow> legend() const override { return {}; }
    [[nodiscard]] QString summary() const override;

private:
    ScanPicture m_picture;
    Result<ScanFit> m_fit;
    ScanPlacing m_placing;
};

Result<QImage> ScanOverlay::picture(const OverlayView &view, const std::stop_token &stop, const Meanwhile &)
{
    if (!m_fit)
        return std::unexpected(m_fit.error());
    const Result<Projection> projection = projectionOf(view);
    if (!projection)
        return std::unexpected(projection.error());
    QImage image(view.sizePx, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(view.devicePixelRatio);
    image.fill(Qt::transparent);
    const ViewGrid grid(view, *projection, [this](LonLat place) { return m_fit->pixelOf(place); }, stop);
    const QRectF whole(QPointF(), QSizeF(m_picture.sizePx()));
    // One more pixel all around, so that those beside the edge can be mixed.
    const QRect part = grid.box().adjusted(-2, -2, 2, 2).intersected(whole).toAlignedRect() & whole.toRect();
    if (part.isEmpty() || stop.stop_requested())
        return image;
    const double step = std::max(1.0, grid.step());
    constexpr double most = 1.6e7; // Where a bent map needs more than that it is a little coarse.
    const double shrink = std::max(step, std::sqrt(static_cast<double>(part.width()) * part.height() / most));
    const QSize size = QSizeF(part.width() / shrink, part.height() / shrink).toSize().expandedTo({1, 1});
    const Result<QImage> source = m_picture.part(part, size, stop);
    if (!source)
        return source;
    const double xScale = static_cast<double>(source->width()) / part.width();
    const double yScale = static_cast<double>(source->height()) / part.height();
    std::vector<QPointF> row;
    for (int y = 0; y < view.sizePx.height() && !stop.stop_requested(); ++y) {
        grid.row(y, row);
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (std::size_t x = 0; x < row.size(); ++x) {
            const QPointF at = row[x];
            const bool isInside = at.x() >= whole.left() && at.x() < whole.right() && at.y() >= whole.top()
                && at.y() < whole.bottom(); // Also says no to NaN.
            if (isInside)
                pixels[x] = colourAt(*source, {(at.x() - part.x()) * xScale, (at.y() - part.y()) * yScale});
        }
    }
    return image;
}

LonLatBox ScanOverlay::box() const
{
    if (!m_fit)
        return {};
    return boxOfPlaces(m_picture.sizePx(), [this](QPointF pixel) { return m_fit->placeOf(pixel); });
}

QString ScanOverlay::summary() const
{
    const QLocale locale;
    const QString size =
        OverlayText::tr("%1 × %2 pixels")
            .arg(locale.toString(m_picture.sizePx().width()), locale.toString(m_picture.sizePx().height()));
    if (!m_fit)
        return size;
    const double missedBy = m_fit->rootMeanSquare().metres;
    return OverlayText::tr("%1, placed by %2 points (%3), which it misses by %4 m")
        .arg(size)
        .arg(std::ranges::count_if(m_placing.points, &ControlPoint::enabled))
        .arg(nameOf(m_placing.transformation), locale.toString(missedBy, 'f', missedBy < 10 ? 1 : 0));
}

} // namespace

Result<std::unique_ptr<Overlay>> openScanOverlay(const QString &path, const OverlayStyle &style)
{
    Result<ScanPicture> picture = ScanPicture::open(path);
    if (!picture)
        return std::unexpected(picture.error());
    Result<ScanFit> fit = ScanFit::fitted(style.scan);
    if (!fit)
        return failure(fit.error().kind, fit.error().message, path);
    return std::make_unique<ScanOverlay>(std::move(*picture), std::move(*fit), style.scan);
}

} // namespace dateline
