#pragma once

#include "ui/basemapsource.h"
#include "ui/camera.h"
#include "ui/look.h"

#include <QImage>
#include <QQuickItem>
#include <QTimer>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// Place names over the tiles: one picture, painted by a worker, that moves with the map until the next is ready.
class LabelLayer : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::Camera *camera READ camera WRITE setCamera NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::BaseMapSource *source READ source WRITE setSource NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(bool complete READ isComplete NOTIFY completeChanged)

public:
    explicit LabelLayer(QQuickItem *parent = nullptr);

    [[nodiscard]] Camera *camera() const { return m_camera; }
    void setCamera(Camera *camera);
    [[nodiscard]] BaseMapSource *source() const { return m_source; }
    void setSource(BaseMapSource *source);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);
    [[nodiscard]] bool isComplete() const { return m_complete; }

    /// Keeps names off @p boxes, which marks and their names take, once they rest; in pixels of the item.
    void setTaken(const std::vector<QRectF> &boxes);

Q_SIGNALS:
    void partsChanged();
    void completeChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    void invalidate();
    void setComplete(bool complete);
    void paintNext();
    void take(QImage image, LonLat centre, double zoom, int turn);

    Camera *m_camera = nullptr;
    BaseMapSource *m_source = nullptr;
    Look *m_look = nullptr;
    QTimer m_pause;
    QTimer m_takenRests; ///< Boxes that change with every frame would keep a processor busy with names.
    std::vector<QRectF> m_taken;
    QImage m_image;
    bool m_imageIsNew = false;
    LonLat m_imageCentre;
    double m_imageZoom = 0;
    int m_turn = 0; ///< Counts what was asked for.
    bool m_busy = false;
    bool m_complete = false;
};

} // namespace dateline
