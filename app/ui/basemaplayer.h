#pragma once

#include "ui/maplayer.h"
#include "ui/tilestore.h"

#include <vector>

namespace dateline
{

/// Land, water and borders under the map, in tiles; a coarser or finer tile stands in until the right one is painted.
class BasemapLayer : public MapLayer
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit BasemapLayer(QQuickItem *parent = nullptr);

    void setSource(BaseMapSource *source) override;

protected:
    void follow() override { polish(); }
    void restyle() override;
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    /// A tile to draw, where; the same tile may be drawn twice, in two copies of the world.
    struct Piece
    {
        TileKey key;
        int world = 0; ///< Which copy of the world, 0 for the middle one.
        QRectF at;
        QImage image;
    };
    void collect();
    void addStandIns(const TileKey &key, int world);
    [[nodiscard]] QRectF placeOf(const TileKey &key, int world) const;

    TileStore m_tiles;
    std::vector<Piece> m_pieces; ///< In drawing order.
};

} // namespace dateline
