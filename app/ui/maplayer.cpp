#include "ui/maplayer.h"

namespace dateline
{

MapLayer::MapLayer(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void MapLayer::setCamera(Camera *camera)
{
    m_camera = camera;
    connect(camera, &Camera::changed, this, &MapLayer::follow);
    Q_EMIT partsChanged();
}

void MapLayer::setSource(BaseMapSource *source)
{
    m_source = source;
    connect(source, &BaseMapSource::readyChanged, this, &MapLayer::follow);
    Q_EMIT partsChanged();
}

void MapLayer::setLook(Look *look)
{
    m_look = look;
    connect(look, &Look::changed, this, &MapLayer::restyle);
    restyle();
    Q_EMIT partsChanged();
}

void MapLayer::setComplete(bool complete)
{
    if (complete == m_complete)
        return;
    m_complete = complete;
    Q_EMIT completeChanged();
}

void MapLayer::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    follow();
}

} // namespace dateline
