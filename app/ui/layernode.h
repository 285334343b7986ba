#pragma once

#include <QImage>
#include <QRectF>
#include <QSGImageNode>
#include <QSGNode>

#include <array>
#include <memory>
#include <span>
#include <vector>

class QQuickWindow;

namespace dateline
{

/// A part of an atlas and where it is drawn.
struct Sprite
{
    QRectF source; ///< In pixels of the atlas.
    QRectF target; ///< In pixels of the item.
};

/// What IncidentLayer draws: pictures and, between them, sprites.
class LayerNode : public QSGNode
{
public:
    // Back to front.
    enum Part : std::uint8_t { Field, Areas, Clusters, Marks, Names };
    static constexpr std::size_t partCount = 5;

    explicit LayerNode(QQuickWindow *window);
    ~LayerNode() override;
    Q_DISABLE_COPY_MOVE(LayerNode)

    /// Draws @p picture over @p target; nothing if it is null.
    void setPicture(Part part, const QImage &picture, const QRectF &target);

    /// Draws @p sprites of @p atlas, which is taken over if @p isNew.
    void setSprites(Part part, const QImage &atlas, bool isNew, std::span<const Sprite> sprites);

private:
    /// The nodes of a part, on one texture.
    struct Layer
    {
        std::unique_ptr<QSGNode> parent;
        std::vector<std::unique_ptr<QSGImageNode>> nodes;
        std::unique_ptr<QSGTexture> texture;
    };
    void show(Layer &layer, std::span<const Sprite> sprites);

    QQuickWindow *m_window;
    std::array<Layer, partCount> m_layers;
};

} // namespace dateline
