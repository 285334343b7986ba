#include "ui/clusteratlas.h"

#include <algorithm>

namespace dateline
{

namespace
{

constexpr int atlasWidth = 1024;

/// Puts squares in rows, as high as the highest of each.
class Shelves
{
public:
    QRect place(int side)
    {
        if (m_x + side > atlasWidth) {
            m_x = 0;
            m_y = m_bottom;
        }
        const QRect square(m_x, m_y, side, side);
        m_x += side;
        m_bottom = std::max(m_bottom, m_y + side);
        return square;
    }
    [[nodiscard]] int bottom() const { return m_bottom; }

private:
    int m_x = 0;
    int m_y = 0;
    int m_bottom = 0;
};

} // namespace

void ClusterAtlas::paint(std::span<const Cluster> clusters, std::optional<QPointF> hovered)
{
    Shelves shelves;
    m_places.clear();
    for (const Cluster &cluster : clusters)
        m_places.push_back(shelves.place(m_painter.sideOf(cluster)));
    m_image = {};
    if (clusters.empty())
        return;
    m_image = QImage(atlasWidth, shelves.bottom(), QImage::Format_RGBA8888_Premultiplied);
    m_image.fill(Qt::transparent);
    for (std::size_t i = 0; i < clusters.size(); ++i)
        m_painter.paint(m_image, m_places[i].topLeft(), clusters[i], hovered == clusters[i].at);
}

} // namespace dateline
