#pragma once

#include "ui/basemapsource.h"
#include "ui/camera.h"
#include "ui/look.h"

#include <QImage>
#include <QQuickItem>
#include <QTimer>
#include <QtQmlIntegration>

#include <functional>
#include <vector>

namespace dateline
{

/// A layer of the map as one picture: painted by a worker, it moves with the map until the next is ready.
class PictureLayer : public QQuickItem
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
    void setSource(BaseMapSource *source);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);
    /// Whether the picture is of what is to be seen now.
    [[nodiscard]] bool isComplete() const { return m_complete; }

Q_SIGNALS:
    void partsChanged();
    void completeChanged();

protected:
    explicit PictureLayer(QQuickItem *parent);

    /// What paints the picture, in a worker; none while there is nothing to paint.
    [[nodiscard]] virtual std::function<QImage()> painting(const Viewport &viewport, double pixelRatio) const = 0;

    /// Follows another look.
    virtual void restyle() { invalidate(); }

    /// Asks for another picture: at once if there is none, else at a steady pace.
    void invalidate();
    /// Says that the picture is not of what is to be seen now, though another is not asked for yet.
    void setComplete(bool complete);
    /// Takes the picture away.
    void clear();
    [[nodiscard]] bool hasPicture() const { return !m_picture.image.isNull(); }

    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    /// A picture and the place that it is of.
    struct Picture
    {
        QImage image;
        std::vector<QRect> parts; ///< In pixels: nothing is painted elsewhere.
        LonLat centre;
        double zoom = 0;
    };
    void paintNext();
    void take(Picture picture, int turn);

    Camera *m_camera = nullptr;
    BaseMapSource *m_source = nullptr;
    Look *m_look = nullptr;
    QTimer m_pause;
    Picture m_picture;
    bool m_pictureIsNew = false;
    int m_turn = 0; ///< Counts what was asked for.
    bool m_busy = false;
    bool m_complete = false;
};

} // namespace dateline
