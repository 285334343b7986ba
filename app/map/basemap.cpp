#include "map/basemap.h"

#include "map/baselabels.h"
#include "map/basepainter.h"
#include "map/basestore.h"
#include "map/haloedtext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double squaresHaloPx = 2.5; // A square's dark colour shows between the letters of a thinner halo.

} // namespace

struct BaseMap::Data
{
    std::unique_ptr<BaseStore> store;
    std::unique_ptr<BaseLabels> labels; // Reads from the store, so it ends first.
};

BaseMap::BaseMap(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

BaseMap::~BaseMap() = default;

Result<std::shared_ptr<const BaseMap>> BaseMap::open(const QString &path)
{
    Result<std::unique_ptr<BaseStore>> store = BaseStore::open(path);
    if (!store)
        return std::unexpected(store.error());
    auto data = std::make_unique<Data>();
    data->store = std::move(*store);
    data->labels = std::make_unique<BaseLabels>(*data->store);
    return std::shared_ptr<const BaseMap>(new BaseMap(std::move(data)));
}

void BaseMap::paint(QPainter &painter, const Viewport &viewport, const Theme &theme) const
{
    BasePainter(*m_data->store, painter, viewport, theme).paint();
}

QImage BaseMap::tile(int z, int x, int y, double pixelRatio, const Theme &theme) const
{
    const int side = static_cast<int>(std::lround(256 * pixelRatio));
    QImage image(side, side, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    const double count = std::exp2(z);
    const double lat = std::atan(std::sinh(std::numbers::pi * (1 - 2 * (y + 0.5) / count))) * 180 / std::numbers::pi;
    const LonLat centre{(x + 0.5) / count * 360 - 180, lat};
    QPainter painter(&image);
    paint(painter, Viewport::webMercator(centre, z, {256, 256}), theme);
    return image;
}

std::vector<BaseLabel> BaseMap::labels(const Viewport &viewport, const std::vector<QRectF> &taken) const
{
    return m_data->labels->placed(viewport, taken);
}

QString BaseMap::credits() const
{
    return m_data->store->credits();
}

std::vector<QRectF> BaseLabel::boxes() const
{
    if (letters.empty())
        return {box};
    std::vector<QRectF> boxes(letters.size());
    std::ranges::transform(letters, boxes.begin(), &CurvedLetter::box);
    return boxes;
}

void paintLabels(QPainter &painter, const std::vector<BaseLabel> &labels, const Theme &theme, LabelGround ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const BaseLabel &label : labels) {
        const QFont font = baseLabelFont(label);
        const double ascent = QFontMetricsF(font).ascent();
        QColor ink = theme.placeInk;
        if (label.country && ground == LabelGround::Map)
            ink.setAlphaF(0.72F);
        if (label.dot) {
            painter.setPen(QPen(theme.placeHalo, 1.5));
            painter.setBrush(theme.placeInk);
            painter.drawEllipse(label.at, 2.6, 2.6);
        }
        std::vector<LetterRun> runs{{label.text, label.box.topLeft() + QPointF(0, ascent)}};
        if (!label.letters.empty()) {
            runs.resize(label.letters.size());
            std::ranges::transform(label.letters, runs.begin(), &CurvedLetter::run);
        }
        paintHaloedText(painter, runs, label.box, font, ink, theme.placeHalo,
                        ground == LabelGround::Map ? letterHaloPx : squaresHaloPx);
    }
    painter.restore();
}

ScaleBar scaleBarFor(double metresPerPixel, double longestPx)
{
    const double most = metresPerPixel * longestPx;
    if (!(most > 0) || !std::isfinite(most))
        return {};
    const double decade = std::pow(10.0, std::floor(std::log10(most)));
    double metres = decade;
    for (const double step : {2.0, 5.0}) {
        if (decade * step <= most)
            metres = decade * step;
    }
    const QString text = metres >= 1000 ? QCoreApplication::translate("BaseMap", "%1 km").arg(metres / 1000)
                                        : QCoreApplication::translate("BaseMap", "%1 m").arg(metres);
    return {metres / metresPerPixel, text, metres};
}

} // namespace dateline
