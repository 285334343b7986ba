#include "ui/basemaplayer.h"

#include <QQuickWindow>

namespace dateline
{

BasemapLayer::BasemapLayer(QQuickItem *parent)
    : TileLayer(parent)
{
    setTiles(&m_tiles);
}

void BasemapLayer::setSource(BaseMapSource *source)
{
    m_tiles.setSource(source);
    MapLayer::setSource(source);
    polish();
}

void BasemapLayer::restyle()
{
    if (!look() || !window())
        return;
    m_tiles.setStyle(look()->theme(), window()->effectiveDevicePixelRatio());
    polish();
}

void BasemapLayer::itemChange(ItemChange change, const ItemChangeData &data)
{
    if ((change == ItemSceneChange && data.window) || change == ItemDevicePixelRatioHasChanged)
        restyle();
    QQuickItem::itemChange(change, data);
}

} // namespace dateline
