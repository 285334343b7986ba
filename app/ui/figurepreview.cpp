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
        connect(maker, &FigureMaker::previewChanged, this, [this] { update(); });
    Q_EMIT makerChanged();
}

void FigurePreview::paint(QPainter *painter)
{
    if (!m_maker || m_maker->preview().isNull())
        return;
    const QSizeF fitted = QSizeF(m_maker->preview().size()).scaled(size(), Qt::KeepAspectRatio);
    const QRectF place(QPointF((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted);
    const double ratio = painter->device()->devicePixelRatio();
    painter->drawImage(place.topLeft(), [&] {
        QImage scaled =
            m_maker->preview().scaled((fitted * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        scaled.setDevicePixelRatio(ratio);
        return scaled;
    }());
    // The page's edge, where page and dialog have one colour.
    painter->setPen(QColor(128, 128, 128, 96));
    painter->drawRect(place.adjusted(0, 0, -1, -1));
}

} // namespace dateline
