#pragma once

#include "ui/maplayer.h"

#include <QImage>
#include <QTimer>

#include <functional>
#include <vector>

namespace dateline
{

/// A layer of the map as one picture: painted by a worker, it moves with the map until the next is ready.
class PictureLayer : public MapLayer
{
    Q_OBJECT
    QML_ANONYMOUS

protected:
    explicit PictureLayer(QQuickItem *parent);

    /// What paints the picture, in a worker; none while there is nothing to paint. If it paints none, the last one stays.
    [[nodiscard]] virtual std::function<QImage()> painting(const Viewport &viewport, double pixelRatio) const = 0;

    /// Runs @p task in a worker; the base map's, unless somebody has own ones.
    virtual void startWork(std::function<void()> task);
    /// For what painting() gives, while it is asked: shows a picture, from the worker, before the finished one.
    [[nodiscard]] std::function<void(const QImage &)> earlyPicture() const;

    void follow() override { invalidate(); }
    void restyle() override { invalidate(); }

    /// Asks for another picture: at once if there is none, else at a steady pace.
    void invalidate();
    /// Takes the picture away.
    void clear();
    [[nodiscard]] bool hasPicture() const { return !m_picture.image.isNull(); }

    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

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
    void show(Picture picture);
    void take(Picture picture, int turn);

    QTimer m_pause;
    Picture m_picture;
    bool m_pictureIsNew = false;
    int m_turn = 0; ///< Counts what was asked for.
    bool m_busy = false;
};

} // namespace dateline
