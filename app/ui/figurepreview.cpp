#include "ui/figurepreview.h"

#include <QPainter>

namespace dateline
{

FigurePreview::FigurePreview(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
}

void FigurePreview::setMaker(FigureMaker *maker)
{
    m_maker = maker;
    if (maker)
        connect(maker, &FigureMaker::previewChanged, this, [this] {
            update();
            Q_EMIT pageChanged();
        });
    Q_EMIT makerChanged();
}

void FigurePreview::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickPaintedItem::geometryChange(newGeometry, oldGeometry);
    Q_EMIT pageChanged();
}

QRectF FigurePreview::page() const
{
    if (!m_maker || m_maker->preview().isNull())
        return {};
    const QSizeF fitted = QSizeF(m_maker->preview().size()).scaled(size(), Qt::KeepAspectRatio);
    return {QPointF((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted};
}

void FigurePreview::paint(QPainter *painter)
{
    if (!m_maker || m_maker->preview().isNull())
        return;
    const QRectF place = page();
    const double ratio = painter->device()->devicePixelRatio();
    painter->drawImage(place.topLeft(), [&] {
        QImage scaled =
            m_maker->preview().scaled((place.size() * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        scaled.setDevicePixelRatio(ratio);
        return scaled;
    }());
    // The page's edge, where page and dialog have one colour.
    painter->setPen(QColor(128, 128, 128, 96));
    painter->drawRect(place.adjusted(0, 0, -1, -1));
}

} // namespace dateline
