#include "ui/scanview.h"

#include "ui/spritenode.h"

#include <QQuickWindow>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

constexpr int readPauseMs = 60;
constexpr int mostWholePx = 2048; ///< Of the picture of all, which is there first.
constexpr double mostMagnified = 32;
constexpr double crispFrom = 2; ///< From here on single pixels are seen.

/// The picture of all and the part that is seen in its own detail over it.
class ScanNode : public QSGTransformNode
{
public:
    explicit ScanNode(QQuickWindow *window)
        : m_nodes{std::make_unique<SpriteNode>(window), std::make_unique<SpriteNode>(window)}
    {
        for (const auto &node : m_nodes) {
            node->setFlag(OwnedByParent, false);
            appendChildNode(node.get());
        }
    }

    [[nodiscard]] SpriteNode &whole() { return *m_nodes[0]; }
    [[nodiscard]] SpriteNode &detail() { return *m_nodes[1]; }

private:
    std::array<std::unique_ptr<SpriteNode>, 2> m_nodes;
};

} // namespace

ScanView::ScanView(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    m_pool.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(readPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ScanView::readNext);
}

ScanView::~ScanView()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void ScanView::setDesk(ScanDesk *desk)
{
    m_desk = desk;
    connect(desk, &ScanDesk::openChanged, this, &ScanView::takePicture);
    connect(desk, &ScanDesk::pixelShown, this, &ScanView::reveal);
    Q_EMIT deskChanged();
    takePicture();
}

void ScanView::takePicture()
{
    if (m_picture == m_desk->picture())
        return;
    m_stop.request_stop();
    ++m_turn;
    m_isBusy = false;
    m_picture = m_desk->picture();
    m_whole = {};
    m_detail = {};
    m_isReading = m_picture != nullptr;
    Q_EMIT readingChanged();
    fit();
}

QPointF ScanView::offset() const
{
    return QPointF(width() / 2, height() / 2) - m_centre * m_magnification;
}

QPointF ScanView::pixelAt(QPointF point) const
{
    return (point - offset()) / m_magnification;
}

void ScanView::fit()
{
    m_isFitted = true;
    if (!m_picture)
        return look({}, 1);
    constexpr double room = 16;
    const QSizeF size = m_picture->sizePx();
    const double most = std::min((width() - 2 * room) / size.width(), (height() - 2 * room) / size.height());
    look({size.width() / 2, size.height() / 2}, std::clamp(most, 1e-4, 4.0));
}

void ScanView::look(QPointF centre, double magnification)
{
    const QSizeF size = m_picture ? QSizeF(m_picture->sizePx()) : QSizeF();
    m_centre = {std::clamp(centre.x(), 0.0, size.width()), std::clamp(centre.y(), 0.0, size.height())};
    m_magnification = magnification;
    Q_EMIT moved();
    update();
    if (m_picture && !m_isBusy && !m_pause.isActive())
        m_pause.start();
}

void ScanView::pan(double right, double down)
{
    m_isFitted = false;
    look(m_centre - QPointF(right, down) / m_magnification, m_magnification);
}

void ScanView::zoomBy(double factor, QPointF at)
{
    if (!m_picture)
        return;
    m_isFitted = false;
    const QSizeF size = m_picture->sizePx();
    const double least = std::min({1.0, width() / size.width() / 2, height() / size.height() / 2});
    const double magnification = std::clamp(m_magnification * factor, std::max(least, 1e-4), mostMagnified);
    const QPointF kept = pixelAt(at); // Stays under the hand.
    look(kept - (at - QPointF(width() / 2, height() / 2)) / magnification, magnification);
}

void ScanView::reveal(QPointF pixel)
{
    constexpr double edge = 32;
    const QPointF at = offset() + pixel * m_magnification;
    if (!QRectF(edge, edge, width() - 2 * edge, height() - 2 * edge).contains(at)) {
        m_isFitted = false;
        look(pixel, m_magnification);
    }
}

void ScanView::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    if (m_isFitted)
        fit();
    else
        look(m_centre, m_magnification);
}

void ScanView::readNext()
{
    if (!m_picture || m_isBusy || !window() || width() < 1 || height() < 1)
        return;
    const QSize size = m_picture->sizePx();
    const QRect all(QPoint(), size);
    if (m_whole.image.isNull())
        return read(all, size.scaled(size.boundedTo({mostWholePx, mostWholePx}), Qt::KeepAspectRatio), true);
    const double scale = std::min(1.0, m_magnification * window()->effectiveDevicePixelRatio());
    if (scale >= 1 && m_whole.image.size() == size)
        return; // There is no more detail.
    const QRect seen = QRectF(pixelAt({0, 0}), pixelAt({width(), height()})).toAlignedRect() & all;
    if (seen.isEmpty())
        return;
    const QSize into = QSizeF(seen.width() * scale, seen.height() * scale).toSize().expandedTo({1, 1});
    if (m_detail.rect != seen || m_detail.image.size() != into)
        read(seen, into, false);
}

void ScanView::read(const QRect &rect, QSize into, bool isWhole)
{
    m_isBusy = true;
    m_stop = std::stop_source();
    m_pool.start([this, picture = m_picture, rect, into, isWhole, turn = m_turn, stop = m_stop.get_token()] {
        const Result<QImage> image = picture->part(rect, into, stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(this, [this, rect, image, isWhole, turn] {
            if (turn != m_turn)
                return;
            if (!image)
                Q_EMIT m_desk->failed(image.error().message);
            take(rect, image.value_or(QImage()), isWhole);
        });
    });
}

void ScanView::take(const QRect &rect, const QImage &image, bool isWhole)
{
    m_isBusy = false;
    (isWhole ? m_whole : m_detail) = {rect, image, true};
    if (m_isReading) {
        m_isReading = false;
        Q_EMIT readingChanged();
    }
    update();
    if (!image.isNull())
        m_pause.start(); // What is seen may be another part by now.
}

QSGNode *ScanView::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    if (m_whole.image.isNull()) {
        delete old;
        return nullptr;
    }
    auto *node = static_cast<ScanNode *>(old);
    const bool isFirst = node == nullptr;
    if (isFirst)
        node = new ScanNode(window());
    const auto draw = [&](SpriteNode &sprite, Part &part) {
        if (isFirst || part.isNew)
            sprite.setPicture(part.image);
        part.isNew = false;
        if (part.image.isNull())
            return sprite.draw({});
        const QRectF target(offset() + QPointF(part.rect.topLeft()) * m_magnification,
                            QSizeF(part.rect.size()) * m_magnification);
        const std::array sprites{Sprite{QRectF(part.image.rect()), target}};
        const double stretch = target.width() * window()->effectiveDevicePixelRatio() / part.image.width();
        sprite.draw(sprites, stretch >= crispFrom && part.image.size() == part.rect.size());
    };
    draw(node->whole(), m_whole);
    draw(node->detail(), m_detail);
    return node;
}

} // namespace dateline
