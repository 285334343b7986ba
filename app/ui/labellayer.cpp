#include "ui/labellayer.h"

#include <QPainter>

namespace dateline
{

namespace
{

constexpr int restMs = 150;

QImage paintedLabels(const BaseMap &map, const Viewport &viewport, const std::vector<QRectF> &taken, double ratio,
                     const Theme &theme)
{
    QImage image((viewport.sizePx() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    // A name that the map's edge would cut is left out until it fits.
    std::vector<BaseLabel> labels = map.labels(viewport, taken);
    std::erase_if(labels, [view = QRectF(QPointF(), viewport.sizePx())](const BaseLabel &label) {
        return !view.contains(label.box);
    });
    paintLabels(painter, labels, theme);
    return image;
}

} // namespace

LabelLayer::LabelLayer(QQuickItem *parent)
    : PictureLayer(parent)
{
    m_takenRests.setSingleShot(true);
    m_takenRests.setInterval(restMs);
    connect(&m_takenRests, &QTimer::timeout, this, &LabelLayer::invalidate);
}

void LabelLayer::setTaken(const std::vector<QRectF> &boxes)
{
    if (boxes == m_taken)
        return;
    m_taken = boxes;
    if (!hasPicture()) {
        invalidate();
        return;
    }
    m_takenRests.start();
    setComplete(false);
}

std::function<QImage()> LabelLayer::painting(const Viewport &viewport, double pixelRatio) const
{
    return [map = source()->map(), viewport, taken = m_taken, pixelRatio, theme = look()->theme()] {
        return paintedLabels(*map, viewport, taken, pixelRatio, theme);
    };
}

} // namespace dateline
