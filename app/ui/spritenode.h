#pragma once

#include <QImage>
#include <QRectF>
#include <QSGImageNode>
#include <QSGNode>

#include <memory>
#include <span>
#include <vector>

class QQuickWindow;

namespace dateline
{

/// A part of a picture and where it is drawn.
struct Sprite
{
    QRectF source; ///< In pixels of the picture.
    QRectF target; ///< In pixels of the item.
};

/// Sprites of one picture in the scene graph.
class SpriteNode : public QSGTransformNode
{
public:
    explicit SpriteNode(QQuickWindow *window);
    ~SpriteNode() override;
    Q_DISABLE_COPY_MOVE(SpriteNode)

    /// Takes another picture over; draw() is to follow. A null one is as good as none.
    void setPicture(const QImage &picture);

    /// Draws @p sprites of the picture, each in whole pixels of it with @p exact, else evened out between them.
    void draw(std::span<const Sprite> sprites, bool exact = true);

private:
    QQuickWindow *m_window;
    // Nodes let go of a texture before it goes.
    std::unique_ptr<QSGTexture> m_before;
    std::unique_ptr<QSGTexture> m_texture;
    std::vector<std::unique_ptr<QSGImageNode>> m_nodes;
};

} // namespace dateline
