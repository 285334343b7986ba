#include "map/plainimage.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

namespace dateline
{

std::optional<PlainImage> plainImage(const QPainter &painter)
{
    const QPaintEngine *engine = painter.paintEngine();
    if (engine == nullptr || engine->type() != QPaintEngine::Raster || painter.device()->devType() != QInternal::Image)
        return std::nullopt;
    auto *image = static_cast<QImage *>(painter.device());
    const bool isKnown =
        image->format() == QImage::Format_RGB32 || image->format() == QImage::Format_ARGB32_Premultiplied;
    const bool isPlain = painter.opacity() == 1 && painter.compositionMode() == QPainter::CompositionMode_SourceOver;
    if (!isKnown || !isPlain)
        return std::nullopt;
    if (!painter.hasClipping())
        return PlainImage{image, image->rect()};
    const QTransform transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale || painter.clipRegion().rectCount() > 1)
        return std::nullopt;
    return PlainImage{image, transform.mapRect(painter.clipBoundingRect()).toRect() & image->rect()};
}

} // namespace dateline
