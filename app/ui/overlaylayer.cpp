#include "ui/overlaylayer.h"

#include <QPointer>

namespace dateline
{

namespace
{

constexpr qint64 soonMs = 250; // a picture that takes longer is given up when the map moves on

} // namespace

OverlayLayer::OverlayLayer(QQuickItem *parent)
    : PictureLayer(parent)
{
    setVisible(false);
}

OverlayLayer::~OverlayLayer()
{
    m_stop.request_stop();
}

void OverlayLayer::setLayers(LayerList *layers)
{
    m_layers = layers;
    connect(layers, &LayerList::drawnChanged, this, &OverlayLayer::drawAnew);
    Q_EMIT partsChanged();
    drawAnew();
}

void OverlayLayer::drawAnew()
{
    m_stop.request_stop();
    m_shows = !m_layers->drawn().empty();
    setVisible(m_shows);
    if (m_shows)
        invalidate();
    else
        clear();
}

void OverlayLayer::follow()
{
    if (!m_shows)
        return;
    if (m_since.isValid() && m_since.elapsed() > soonMs)
        m_stop.request_stop();
    invalidate();
}

void OverlayLayer::startWork(std::function<void()> task)
{
    m_layers->work(std::move(task));
}

std::function<QImage()> OverlayLayer::painting(const Viewport &viewport, double pixelRatio) const
{
    if (!m_layers)
        return {};
    std::vector<DrawnOverlay> drawn = m_layers->drawn();
    if (drawn.empty())
        return {};
    m_stop = std::stop_source();
    m_since.start();
    return [drawn = std::move(drawn), viewport, pixelRatio, stop = m_stop.get_token(), early = earlyPicture(),
            layers = QPointer(m_layers)] {
        QStringList problems;
        QImage picture = overlayPicture(drawn, viewport, pixelRatio, stop, early, problems);
        if (!stop.stop_requested() && layers) {
            QMetaObject::invokeMethod(layers.get(), [layers, problems] {
                layers->tellProblems(problems);
                layers->tellLegends();
            });
        }
        return picture;
    };
}

} // namespace dateline
