#include "ui/spriteatlas.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr int columns = 12;
constexpr std::size_t largestCount = 100; ///< A mark tells “99+” from here on.

} // namespace

void SpriteAtlas::reset(const Theme &theme, double pixelRatio)
{
    m_theme = theme;
    m_pixelRatio = pixelRatio;
    m_cells.clear();
    m_image = {};
    ++m_version;
}

QRectF SpriteAtlas::sprite(const SceneMark &mark, MarkState state)
{
    const Key key{mark.kind, mark.isArea, state, std::min(mark.incidents.size(), largestCount)};
    const int side = static_cast<int>(std::ceil(sidePx * m_pixelRatio));
    const auto known = m_cells.find(key);
    const int cell = known == m_cells.end() ? static_cast<int>(m_cells.size()) : known->second;
    const QRect place(cell % columns * side, cell / columns * side, side, side);
    if (known != m_cells.end())
        return place;
    m_cells.emplace(key, cell);
    if (place.bottom() >= m_image.height()) {
        QImage taller(columns * side, place.bottom() + 1, QImage::Format_ARGB32_Premultiplied);
        taller.fill(Qt::transparent);
        if (!m_image.isNull()) {
            QPainter copy(&taller);
            copy.drawImage(0, 0, m_image);
        }
        m_image = std::move(taller);
    }
    QPainter painter(&m_image);
    painter.translate(place.topLeft());
    painter.scale(m_pixelRatio, m_pixelRatio);
    SceneMark centred = mark;
    centred.at = {sidePx / 2, sidePx / 2};
    paintMark(painter, centred, state, {}, m_theme);
    ++m_version;
    return place;
}

} // namespace dateline
