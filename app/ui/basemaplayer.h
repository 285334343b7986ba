#pragma once

#include "ui/basemapsource.h"
#include "ui/camera.h"
#include "ui/look.h"
#include "ui/tilestore.h"

#include <QQuickItem>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// Land, water and borders under the map, in tiles; a coarser or finer tile stands in until the right one is painted.
class BasemapLayer : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::Camera *camera READ camera WRITE setCamera NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::BaseMapSource *source READ source WRITE setSource NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(bool complete READ isComplete NOTIFY completeChanged)

public:
    explicit BasemapLayer(QQuickItem *parent = nullptr);

    [[nodiscard]] Camera *camera() const { return m_camera; }
    void setCamera(Camera *camera);
    [[nodiscard]] BaseMapSource *source() const { return m_source; }
    void setSource(BaseMapSource *source);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);

    /// True when every tile of the view is there in its own detail.
    [[nodiscard]] bool isComplete() const { return m_complete; }

Q_SIGNALS:
    void partsChanged();
    void completeChanged();

protected:
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
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
    void restyle();
    void collect();
    void addStandIns(const TileKey &key, int world);
    [[nodiscard]] QRectF placeOf(const TileKey &key, int world) const;

    Camera *m_camera = nullptr;
    BaseMapSource *m_source = nullptr;
    Look *m_look = nullptr;
    TileStore m_tiles;
    std::vector<Piece> m_pieces; ///< In drawing order.
    bool m_complete = false;
};

} // namespace dateline
