#pragma once

#include "ui/maplayer.h"
#include "ui/tilesupply.h"

#include <vector>

namespace dateline
{

/// A layer of the map in tiles; a coarser or finer tile stands in until the right one is there.
class TileLayer : public MapLayer
{
    Q_OBJECT
    QML_ANONYMOUS

protected:
    explicit TileLayer(QQuickItem *parent);

    /// Draws the tiles of @p tiles, which outlive the layer's drawing.
    void setTiles(TileSupply *tiles);

    void follow() override { polish(); }
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

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

    TileSupply *m_tiles = nullptr;
    std::vector<Piece> m_pieces; ///< In drawing order.
};

} // namespace dateline
