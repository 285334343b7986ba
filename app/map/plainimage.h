#pragma once

#include <QRect>

#include <optional>

class QImage;
class QPainter;

namespace dateline
{

/// The image under a painter, to paint into its pixels without it.
struct PlainImage
{
    QImage *image;
    QRect clip; ///< What may be painted; pixels of the image.
};

/// None where @p painter paints on something else, or mixes or clips in a way that only it knows.
[[nodiscard]] std::optional<PlainImage> plainImage(const QPainter &painter);

} // namespace dateline
