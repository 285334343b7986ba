#include "ui/layernode.h"

#include <QQuickWindow>

namespace dateline
{

LayerNode::LayerNode(QQuickWindow *window)
    : m_window(window)
{
    for (Layer &layer : m_layers) {
        layer.parent = std::make_unique<QSGNode>();
        layer.parent->setFlag(OwnedByParent, false);
        appendChildNode(layer.parent.get());
    }
}

LayerNode::~LayerNode() = default;

void LayerNode::show(Layer &layer, std::span<const Sprite> sprites)
{
    while (layer.nodes.size() > sprites.size())
        layer.nodes.pop_back();
    for (std::size_t i = 0; i < sprites.size(); ++i) {
        const bool isNew = i == layer.nodes.size();
        if (isNew) {
            layer.nodes.emplace_back(m_window->createImageNode());
            layer.nodes.back()->setFlag(OwnedByParent, false);
            layer.nodes.back()->setFiltering(QSGTexture::Nearest);
        }
        layer.nodes[i]->setTexture(layer.texture.get());
        layer.nodes[i]->setSourceRect(sprites[i].source);
        layer.nodes[i]->setRect(sprites[i].target);
        // Whoever draws without OpenGL looks at a node as soon as it is there.
        if (isNew)
            layer.parent->appendChildNode(layer.nodes[i].get());
    }
}

void LayerNode::setPicture(Part part, const QImage &picture, const QRectF &target)
{
    const Sprite whole{QRectF(QPointF(), picture.size()), target};
    setSprites(part, picture, true, std::span(&whole, picture.isNull() ? 0 : 1));
}

void LayerNode::setSprites(Part part, const QImage &atlas, bool isNew, std::span<const Sprite> sprites)
{
    Layer &layer = m_layers.at(part);
    // The nodes that draw from the old texture let go of it first.
    std::unique_ptr<QSGTexture> old;
    if (isNew && !atlas.isNull()) {
        old = std::move(layer.texture);
        layer.texture.reset(m_window->createTextureFromImage(atlas));
    }
    show(layer, sprites);
}

} // namespace dateline
