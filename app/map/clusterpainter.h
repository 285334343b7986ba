#pragma once

#include "map/clusters.h"
#include "map/theme.h"

#include <QImage>

#include <map>
#include <vector>

namespace dateline
{

/// The radius of the disc that stands for @p cluster, in pixels; it grows with the digits of its count.
[[nodiscard]] double clusterRadius(const Cluster &cluster);

/// Paints clusters straight into an image: some hundreds of them in each frame take QPainter longer than a frame lasts.
///
/// A disc with the count, exact to three digits, in a ring of its kinds' shares, clockwise from the top.
class ClusterPainter
{
public:
    /// Starts over for @p theme on a screen of @p pixelRatio.
    void reset(const Theme &theme, double pixelRatio);

    /// The side of the square that holds @p cluster with its halo, in pixels of the image.
    [[nodiscard]] int sideOf(const Cluster &cluster) const;

    /// Paints @p cluster into the square at @p corner of @p image, which must be Format_RGBA8888_Premultiplied.
    void paint(QImage &image, QPoint corner, const Cluster &cluster, bool hovered);

private:
    /// A pixel that a ring covers, in full or in part.
    struct RingPixel
    {
        std::uint16_t angle; ///< Clockwise from the top; a full turn is 65,536.
        std::uint16_t x;
        std::uint16_t y;
        std::uint16_t weight; ///< Of the kind's colour, 0…255.
    };
    /// A disc of one size without its kinds.
    struct Disc
    {
        QImage picture;
        std::vector<RingPixel> ring; ///< By angle.
    };
    struct Key
    {
        int radius;
        bool hovered;
        friend auto operator<=>(const Key &, const Key &) = default;
    };
    [[nodiscard]] const Disc &disc(double radius, bool hovered);
    [[nodiscard]] Disc madeDisc(double radius, bool hovered) const;
    [[nodiscard]] const QImage &text(std::uint32_t count);

    Theme m_theme;
    double m_pixelRatio = 1;
    std::map<Key, Disc> m_discs;
    std::map<QString, QImage> m_texts; ///< How much ink lies where; Format_Alpha8.
};

} // namespace dateline
