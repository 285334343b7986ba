#pragma once

#include "map/clusterpainter.h"

#include <QImage>

#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// Clusters painted side by side into one small image, to be drawn from there as sprites.
class ClusterAtlas
{
public:
    /// Starts over for @p theme on a screen of @p pixelRatio.
    void reset(const Theme &theme, double pixelRatio) { m_painter.reset(theme, pixelRatio); }

    /// Paints @p clusters, with the one at @p hovered set off.
    void paint(std::span<const Cluster> clusters, std::optional<QPointF> hovered);

    [[nodiscard]] const QImage &image() const { return m_image; } ///< Null without clusters.
    [[nodiscard]] const std::vector<QRect> &places() const { return m_places; } ///< Of each, in its pixels.

private:
    ClusterPainter m_painter;
    QImage m_image;
    std::vector<QRect> m_places;
};

} // namespace dateline
