#include "ui/kindicon.h"

#include "map/markpainter.h"

#include <algorithm>

namespace dateline
{

KindIcon::KindIcon(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(markDiameterPx, markDiameterPx);
}

void KindIcon::setKind(int kind)
{
    m_kind = std::clamp(kind, 0, kindCount - 1);
    update();
    Q_EMIT kindChanged();
}

void KindIcon::setLook(Look *look)
{
    m_look = look;
    if (look)
        connect(look, &Look::changed, this, [this] { update(); });
    update();
    Q_EMIT lookChanged();
}

void KindIcon::paint(QPainter *painter)
{
    if (m_look)
        paintMark(*painter, {width() / 2, height() / 2}, static_cast<Kind>(m_kind), MarkState::Plain, {},
                  m_look->theme(), std::min(width(), height()));
}

} // namespace dateline
