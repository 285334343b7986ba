#pragma once

#include "ui/tilelayer.h"
#include "ui/tilestore.h"

namespace dateline
{

/// Land, water and borders under the map.
class BasemapLayer : public TileLayer
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit BasemapLayer(QQuickItem *parent = nullptr);

    void setSource(BaseMapSource *source) override;

protected:
    void restyle() override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    TileStore m_tiles;
};

} // namespace dateline
