#include "ui/ghostlayer.h"

#include "ui/spritenode.h"

#include <QQuickWindow>

namespace dateline
{

GhostLayer::GhostLayer(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void GhostLayer::setCamera(Camera *camera)
{
    m_camera = camera;
    connect(camera, &Camera::changed, this, &QQuickItem::polish);
    Q_EMIT partsChanged();
}

void GhostLayer::setRelease(ReleaseModel *release)
{
    m_release = release;
    connect(release, &ReleaseModel::ghostsChanged, this, &QQuickItem::polish);
    Q_EMIT partsChanged();
}

void GhostLayer::setLook(Look *look)
{
    m_look = look;
    connect(look, &Look::changed, this, &QQuickItem::polish);
    Q_EMIT partsChanged();
}

void GhostLayer::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    polish();
}

void GhostLayer::updatePolish()
{
    if (!m_camera || !m_release || !m_look || !window() || width() < 1 || height() < 1)
        return;
    const bool hadNone = m_picture.isNull();
    const GhostView view({m_camera->longitude(), m_camera->latitude()}, m_camera->zoom(), size());
    m_picture = paintedGhosts(m_release->ghosts(), m_release->currentGhost(), view,
                              window()->effectiveDevicePixelRatio(), m_look->theme());
    if (hadNone && m_picture.isNull())
        return;
    m_isNew = true;
    update();
}

QSGNode *GhostLayer::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    auto *node = static_cast<SpriteNode *>(old);
    if (!node) {
        node = new SpriteNode(window());
        m_isNew = true;
    }
    if (!m_isNew)
        return node;
    m_isNew = false;
    node->setPicture(m_picture);
    const Sprite whole{QRectF(QPointF(), m_picture.size()), boundingRect()};
    node->draw(std::span(&whole, m_picture.isNull() ? 0 : 1));
    return node;
}

} // namespace dateline
