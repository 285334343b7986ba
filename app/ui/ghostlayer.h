#pragma once

#include "ui/camera.h"
#include "ui/look.h"
#include "ui/releasemodel.h"

#include <QQuickItem>
#include <QtQmlIntegration>

namespace dateline
{

/// Over the map, while a newer download is compared: where incidents were and where they would be.
class GhostLayer : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::Camera *camera READ camera WRITE setCamera NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::ReleaseModel *release READ release WRITE setRelease NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY partsChanged REQUIRED)

public:
    explicit GhostLayer(QQuickItem *parent = nullptr);

    [[nodiscard]] Camera *camera() const { return m_camera; }
    void setCamera(Camera *camera);
    [[nodiscard]] ReleaseModel *release() const { return m_release; }
    void setRelease(ReleaseModel *release);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);

    [[nodiscard]] const QImage &picture() const { return m_picture; }

Q_SIGNALS:
    void partsChanged();

protected:
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    Camera *m_camera = nullptr;
    ReleaseModel *m_release = nullptr;
    Look *m_look = nullptr;
    QImage m_picture;
    bool m_isNew = false; ///< The scene graph does not have it.
};

} // namespace dateline
