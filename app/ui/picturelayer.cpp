#include "ui/picturelayer.h"

#include "ui/spritenode.h"

#include <QPointer>
#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr int pauseMs = 60;
constexpr int picturePriority = 2;
constexpr int blockPx = 64;

/// The rows of blocks of @p image, of 32 bits a pixel, that are not empty: names take a tenth of the map, and what is not
/// drawn costs nothing.
std::vector<QRect> paintedParts(const QImage &image)
{
    const auto isEmpty = [&image](const QRect &block) {
        for (int y = block.top(); y <= block.bottom(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            if (std::any_of(line + block.left(), line + block.right() + 1, [](QRgb pixel) { return pixel != 0; }))
                return false;
        }
        return true;
    };
    std::vector<QRect> parts;
    for (int y = 0; y < image.height(); y += blockPx) {
        for (int x = 0; x < image.width(); x += blockPx) {
            const QRect block = QRect(x, y, blockPx, blockPx) & image.rect();
            if (isEmpty(block))
                continue;
            if (!parts.empty() && parts.back().top() == y && parts.back().right() + 1 == x)
                parts.back().setRight(block.right());
            else
                parts.push_back(block);
        }
    }
    return parts;
}

} // namespace

PictureLayer::PictureLayer(QQuickItem *parent)
    : MapLayer(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PictureLayer::paintNext);
}

void PictureLayer::invalidate()
{
    ++m_turn;
    setComplete(false);
    update();
    if (m_busy || m_pause.isActive())
        return;
    // The first picture is wanted at once; later ones follow the movement at a steady pace.
    if (m_picture.image.isNull())
        QMetaObject::invokeMethod(this, &PictureLayer::paintNext, Qt::QueuedConnection);
    else
        m_pause.start();
}

void PictureLayer::clear()
{
    m_picture = {};
    m_pause.stop();
    ++m_turn;
    update();
}

void PictureLayer::paintNext()
{
    if (m_busy || !source() || !source()->isReady() || !camera() || !look() || !window() || width() < 1 || height() < 1)
        return;
    const LonLat centre{camera()->longitude(), camera()->latitude()};
    const double zoom = camera()->zoom();
    std::function<QImage()> paint =
        painting(Viewport::webMercator(centre, zoom, size()), window()->effectiveDevicePixelRatio());
    if (!paint)
        return;
    m_busy = true;
    startWork([guard = QPointer(this), source = source(), paint = std::move(paint), centre, zoom, turn = m_turn] {
        QImage image = paint();
        std::vector<QRect> parts = paintedParts(image);
        Picture picture{std::move(image), std::move(parts), centre, zoom};
        QMetaObject::invokeMethod(source, [guard, picture = std::move(picture), turn]() mutable {
            if (guard)
                guard->take(std::move(picture), turn);
        });
    });
}

void PictureLayer::startWork(std::function<void()> task)
{
    source()->start(std::move(task), picturePriority);
}

std::function<void(const QImage &)> PictureLayer::earlyPicture() const
{
    // A guard is of what is not const, and only shows pictures.
    return
        [guard = QPointer(const_cast<PictureLayer *>(this)), source = source(),
         centre = LonLat{camera()->longitude(), camera()->latitude()}, zoom = camera()->zoom()](const QImage &image) {
            QMetaObject::invokeMethod(source, [guard, picture = Picture{image, paintedParts(image), centre, zoom}] {
                if (guard)
                    guard->show(picture);
            });
        };
}

void PictureLayer::show(Picture picture)
{
    m_picture = std::move(picture);
    m_pictureIsNew = true;
    update();
}

void PictureLayer::take(Picture picture, int turn)
{
    m_busy = false;
    if (!picture.image.isNull())
        show(std::move(picture));
    if (turn != m_turn) {
        m_pause.start();
        return;
    }
    setComplete(true);
}

QSGNode *PictureLayer::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    if (m_picture.image.isNull()) {
        delete old;
        return nullptr;
    }
    auto *node = static_cast<SpriteNode *>(old);
    if (!node)
        node = new SpriteNode(window());
    if (!old || m_pictureIsNew)
        node->setPicture(m_picture.image);
    m_pictureIsNew = false;
    const QPointF middle =
        camera()->viewport().pixelFromLonLat(m_picture.centre).value_or(QPointF(width() / 2, height() / 2));
    const double scale = std::exp2(camera()->zoom() - m_picture.zoom);
    const QSizeF shown = m_picture.image.deviceIndependentSize() * scale;
    const double ratio = window()->effectiveDevicePixelRatio();
    // On whole pixels letters stay sharp.
    const double left = std::round((middle.x() - shown.width() / 2) * ratio) / ratio;
    const double top = std::round((middle.y() - shown.height() / 2) * ratio) / ratio;
    const auto targetOf = [&](const QRect &part) {
        const double side = scale / ratio;
        return QRectF(left + part.x() * side, top + part.y() * side, part.width() * side, part.height() * side);
    };
    std::vector<Sprite> sprites;
    sprites.reserve(m_picture.parts.size());
    for (const QRect &part : m_picture.parts)
        sprites.push_back({part, targetOf(part)});
    node->draw(sprites, camera()->zoom() == m_picture.zoom);
    return node;
}

} // namespace dateline
