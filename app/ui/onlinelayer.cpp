#include "ui/onlinelayer.h"

namespace dateline
{

OnlineLayer::OnlineLayer(QQuickItem *parent)
    : TileLayer(parent)
{
    setTiles(&m_tiles);
}

void OnlineLayer::setMaps(OnlineMaps *maps)
{
    m_maps = maps;
    connectTiles();
}

void OnlineLayer::setSourceId(const QString &id)
{
    m_sourceId = id;
    connectTiles();
}

void OnlineLayer::setSource(BaseMapSource *source)
{
    MapLayer::setSource(source);
    connectTiles();
}

void OnlineLayer::connectTiles()
{
    if (m_maps && source() && !m_sourceId.isEmpty())
        m_tiles.setSource(m_maps, m_sourceId, source());
    Q_EMIT partsChanged();
}

} // namespace dateline
