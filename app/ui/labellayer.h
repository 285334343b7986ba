#pragma once

#include "ui/picturelayer.h"

#include <vector>

namespace dateline
{

/// Place names over the tiles.
class LabelLayer : public PictureLayer
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit LabelLayer(QQuickItem *parent = nullptr);

    /// Keeps names off @p boxes, which marks and their names take, once they rest; in pixels of the item.
    void setTaken(const std::vector<QRectF> &boxes);

protected:
    [[nodiscard]] std::function<QImage()> painting(const Viewport &viewport, double pixelRatio) const override;

private:
    QTimer m_takenRests; ///< Boxes that change with every frame would keep a processor busy with names.
    std::vector<QRectF> m_taken;
};

} // namespace dateline
