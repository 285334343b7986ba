#pragma once

#include "map/markpainter.h"
#include "map/scene.h"

#include <QImage>

#include <map>

namespace dateline
{

/// Marks painted once into one image, to be drawn from there as sprites.
class SpriteAtlas
{
public:
    /// Side of a sprite in logical pixels; the mark is in its middle.
    static constexpr double sidePx = 44;

    /// Starts over for @p theme on a screen of @p pixelRatio.
    void reset(const Theme &theme, double pixelRatio);

    /// Where @p mark in @p state stands in image(), in its pixels; paints it if it is new.
    [[nodiscard]] QRectF sprite(const SceneMark &mark, MarkState state);

    [[nodiscard]] const QImage &image() const { return m_image; }

    /// Grows whenever the image changes.
    [[nodiscard]] int version() const { return m_version; }

private:
    struct Key
    {
        Kind kind{};
        bool isArea = false;
        MarkState state{};
        std::size_t count = 1;

        friend auto operator<=>(const Key &, const Key &) = default;
    };
    QImage m_image;
    std::map<Key, int> m_cells;
    Theme m_theme;
    double m_pixelRatio = 1;
    int m_version = 0;
};

} // namespace dateline
