#pragma once

#include "ui/basemapsource.h"
#include "ui/camera.h"
#include "ui/look.h"

#include <QQuickItem>
#include <QtQmlIntegration>

namespace dateline
{

/// A layer of the map that workers paint: it follows the camera, the base map and the look.
class MapLayer : public QQuickItem
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(dateline::Camera *camera READ camera WRITE setCamera NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::BaseMapSource *source READ source WRITE setSource NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(bool complete READ isComplete NOTIFY completeChanged)

public:
    [[nodiscard]] Camera *camera() const { return m_camera; }
    void setCamera(Camera *camera);
    [[nodiscard]] BaseMapSource *source() const { return m_source; }
    virtual void setSource(BaseMapSource *source);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);
    /// Whether what is drawn is of what is to be seen now, in its own detail.
    [[nodiscard]] bool isComplete() const { return m_complete; }

Q_SIGNALS:
    void partsChanged();
    void completeChanged();

protected:
    explicit MapLayer(QQuickItem *parent);

    /// Follows another view, size or state of the base map.
    virtual void follow() = 0;
    /// Follows another look.
    virtual void restyle() = 0;

    void setComplete(bool complete);
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    Camera *m_camera = nullptr;
    BaseMapSource *m_source = nullptr;
    Look *m_look = nullptr;
    bool m_complete = false;
};

} // namespace dateline
