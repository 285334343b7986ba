#pragma once

#include "ui/layerlist.h"
#include "ui/picturelayer.h"

#include <QElapsedTimer>

#include <stop_token>

namespace dateline
{

/// The files over the map as one picture: what was made last moves with the map until the next is ready.
class OverlayLayer : public PictureLayer
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::LayerList *layers READ layers WRITE setLayers NOTIFY partsChanged REQUIRED)

public:
    explicit OverlayLayer(QQuickItem *parent = nullptr);
    ~OverlayLayer() override;

    [[nodiscard]] LayerList *layers() const { return m_layers; }
    void setLayers(LayerList *layers);

protected:
    void follow() override;
    void restyle() override {} // The look changes nothing of it.
    void startWork(std::function<void()> task) override;
    [[nodiscard]] std::function<QImage()> painting(const Viewport &viewport, double pixelRatio) const override;

private:
    void drawAnew();

    LayerList *m_layers = nullptr;
    bool m_shows = false; ///< Anything at all.
    mutable std::stop_source m_stop; ///< Of the picture that is being made.
    mutable QElapsedTimer m_since; ///< That was begun.
};

} // namespace dateline
