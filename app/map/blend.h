#pragma once

#include <QRgb>

#include <cstdint>

namespace dateline
{

/// Each channel of a premultiplied pixel times @p part of 255.
[[nodiscard]] inline QRgb times(QRgb pixel, std::uint32_t part)
{
    std::uint32_t even = (pixel & 0xff00ffU) * part + 0x800080U;
    std::uint32_t odd = ((pixel >> 8U) & 0xff00ffU) * part + 0x800080U;
    even = ((even + ((even >> 8U) & 0xff00ffU)) >> 8U) & 0xff00ffU;
    odd = (odd + ((odd >> 8U) & 0xff00ffU)) & 0xff00ff00U;
    return even | odd;
}

/// Paints @p colour, premultiplied, over @p part of 255 of @p pixel.
inline void blend(QRgb &pixel, QRgb colour, std::uint32_t part)
{
    const QRgb over = times(colour, part);
    pixel = over + times(pixel, 255 - (over >> 24U));
}

} // namespace dateline
