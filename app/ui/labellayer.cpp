#include "ui/labellayer.h"

#include <QPainter>
#include <QPointer>
#include <QQuickWindow>
#include <QSGImageNode>

#include <cmath>

namespace dateline
{

namespace
{

constexpr int pauseMs = 60;
constexpr int restMs = 150;
constexpr int labelPriority = 2;

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
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &LabelLayer::paintNext);
    m_takenRests.setSingleShot(true);
    m_takenRests.setInterval(restMs);
    connect(&m_takenRests, &QTimer::timeout, this, &LabelLayer::invalidate);
}

void LabelLayer::setCamera(Camera *camera)
{
    m_camera = camera;
    connect(camera, &Camera::changed, this, &LabelLayer::invalidate);
    Q_EMIT partsChanged();
}

void LabelLayer::setSource(BaseMapSource *source)
{
    m_source = source;
    connect(source, &BaseMapSource::readyChanged, this, &LabelLayer::invalidate);
    Q_EMIT partsChanged();
}

void LabelLayer::setLook(Look *look)
{
    m_look = look;
    connect(look, &Look::changed, this, &LabelLayer::invalidate);
    Q_EMIT partsChanged();
}

void LabelLayer::setTaken(const std::vector<QRectF> &boxes)
{
    if (boxes == m_taken)
        return;
    m_taken = boxes;
    if (m_image.isNull()) {
        invalidate();
        return;
    }
    m_takenRests.start();
    setComplete(false);
}

void LabelLayer::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    invalidate();
}

void LabelLayer::invalidate()
{
    ++m_turn;
    setComplete(false);
    update();
    if (m_busy || m_pause.isActive())
        return;
    // The first picture is wanted at once; later ones follow the movement at a steady pace.
    if (m_image.isNull())
        QMetaObject::invokeMethod(this, &LabelLayer::paintNext, Qt::QueuedConnection);
    else
        m_pause.start();
}

void LabelLayer::setComplete(bool complete)
{
    if (complete == m_complete)
        return;
    m_complete = complete;
    Q_EMIT completeChanged();
}

void LabelLayer::paintNext()
{
    if (m_busy || !m_source || !m_source->isReady() || !m_camera || !m_look || !window() || width() < 1 || height() < 1)
        return;
    m_busy = true;
    const LonLat centre{m_camera->longitude(), m_camera->latitude()};
    const Viewport viewport = Viewport::webMercator(centre, m_camera->zoom(), size());
    m_source->start(
        [guard = QPointer(this), source = m_source, map = m_source->map(), viewport, taken = m_taken,
         ratio = window()->effectiveDevicePixelRatio(), theme = m_look->theme(), centre, zoom = m_camera->zoom(),
         turn = m_turn] {
            QImage image = paintedLabels(*map, viewport, taken, ratio, theme);
            QMetaObject::invokeMethod(source, [guard, image = std::move(image), centre, zoom, turn]() mutable {
                if (guard)
                    guard->take(std::move(image), centre, zoom, turn);
            });
        },
        labelPriority);
}

void LabelLayer::take(QImage image, LonLat centre, double zoom, int turn)
{
    m_busy = false;
    m_image = std::move(image);
    m_imageIsNew = true;
    m_imageCentre = centre;
    m_imageZoom = zoom;
    update();
    if (turn != m_turn) {
        m_pause.start();
        return;
    }
    setComplete(true);
}

QSGNode *LabelLayer::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    if (m_image.isNull()) {
        delete old;
        return nullptr;
    }
    auto *node = static_cast<QSGImageNode *>(old);
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_imageIsNew = true;
    }
    if (m_imageIsNew) {
        node->setTexture(window()->createTextureFromImage(m_image));
        m_imageIsNew = false;
    }
    const QPointF middle =
        m_camera->viewport().pixelFromLonLat(m_imageCentre).value_or(QPointF(width() / 2, height() / 2));
    const QSizeF shown = m_image.deviceIndependentSize() * std::exp2(m_camera->zoom() - m_imageZoom);
    const double ratio = window()->effectiveDevicePixelRatio();
    // On whole pixels letters stay sharp.
    const double left = std::round((middle.x() - shown.width() / 2) * ratio) / ratio;
    const double top = std::round((middle.y() - shown.height() / 2) * ratio) / ratio;
    node->setRect(QRectF(QPointF(left, top), shown));
    return node;
}

} // namespace dateline
