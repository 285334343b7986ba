#pragma once

#include <QImage>
#include <QPoint>

#include <array>
#include <cstdlib>
#include <utility>

namespace dateline
{

// Pictures of one page are compared in blocks of pixels: letters may differ a little, a missing part may not.

inline constexpr int blockPx = 8;

/// @p image with a pixel for the mean of eight times eight.
inline QImage blocksOf(const QImage &image)
{
    return image.scaled(image.size() / blockPx, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

/// How far the two are apart where they are furthest, 0…255, as means over three times three blocks, and where that is.
inline std::pair<int, QPoint> furthest(const QImage &a, const QImage &b)
{
    std::pair<int, QPoint> most{0, {}};
    for (int y = 1; y + 1 < a.height(); ++y) {
        for (int x = 1; x + 1 < a.width(); ++x) {
            std::array<int, 3> sums{};
            for (int i = 0; i < 9; ++i) {
                const QRgb first = a.pixel(x - 1 + i % 3, y - 1 + i / 3);
                const QRgb second = b.pixel(x - 1 + i % 3, y - 1 + i / 3);
                sums[0] += qRed(first) - qRed(second);
                sums[1] += qGreen(first) - qGreen(second);
                sums[2] += qBlue(first) - qBlue(second);
            }
            for (const int sum : sums) {
                if (std::abs(sum) / 9 > most.first)
                    most = {std::abs(sum) / 9, QPoint(x, y) * blockPx};
            }
        }
    }
    return most;
}

} // namespace dateline
