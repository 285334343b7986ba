#include "ui/spritenode.h"

#include <QQuickWindow>

namespace dateline
{

SpriteNode::SpriteNode(QQuickWindow *window)
    : m_window(window)
{
}

SpriteNode::~SpriteNode() = default;

void SpriteNode::setPicture(const QImage &picture)
{
    if (picture.isNull())
        return;
    m_before = std::move(m_texture);
    m_texture.reset(m_window->createTextureFromImage(picture));
}

void SpriteNode::draw(std::span<const Sprite> sprites, bool exact)
{
    while (m_nodes.size() > sprites.size())
        m_nodes.pop_back();
    for (std::size_t i = 0; i < sprites.size(); ++i) {
        const bool isNew = i == m_nodes.size();
        if (isNew) {
            m_nodes.emplace_back(m_window->createImageNode());
            m_nodes.back()->setFlag(OwnedByParent, false);
        }
        QSGImageNode &node = *m_nodes[i];
        node.setTexture(m_texture.get());
        node.setFiltering(exact ? QSGTexture::Nearest : QSGTexture::Linear);
        node.setSourceRect(sprites[i].source);
        node.setRect(sprites[i].target);
        // Whoever draws without OpenGL looks at a node as soon as it is there.
        if (isNew)
            appendChildNode(&node);
    }
    m_before.reset();
}

} // namespace dateline
