#pragma once

#include "ui/onlinetiles.h"
#include "ui/tilelayer.h"

namespace dateline
{

/// A map of the network over the base map, while it is on.
class OnlineLayer : public TileLayer
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::OnlineMaps *maps READ maps WRITE setMaps NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(QString sourceId READ sourceId WRITE setSourceId NOTIFY partsChanged REQUIRED)

public:
    explicit OnlineLayer(QQuickItem *parent = nullptr);

    [[nodiscard]] OnlineMaps *maps() const { return m_maps; }
    void setMaps(OnlineMaps *maps);
    [[nodiscard]] QString sourceId() const { return m_sourceId; }
    void setSourceId(const QString &id);
    void setSource(BaseMapSource *source) override;

protected:
    void restyle() override { polish(); }

private:
    void connectTiles();

    OnlineMaps *m_maps = nullptr;
    QString m_sourceId;
    OnlineTiles m_tiles;
};

} // namespace dateline
