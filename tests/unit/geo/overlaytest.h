#pragma once

#include "geo/overlay.h"
#include "geo/projection.h"

#include <QTest>

#include <cmath>
#include <ctime>
#include <optional>

namespace dateline
{

/// A view in @p projection with @p middle in its middle.
inline OverlayView viewAround(LonLat middle, double metresPerPixel, QSize sizePx, const QString &projection)
{
    const Result<Projection> plane = Projection::fromText(projection);
    Q_ASSERT(plane);
    const QSizeF metres(sizePx.width() * metresPerPixel, sizePx.height() * metresPerPixel);
    QRectF rect(QPointF(), metres);
    rect.moveCenter(plane->metresFromLonLat(middle).value());
    return {plane->definition(), rect, sizePx, 1};
}

/// Where @p place is to be seen, by PROJ.
inline QPointF pixelIn(const OverlayView &view, LonLat place)
{
    const QPointF metres = Projection::fromText(view.projection)->metresFromLonLat(place).value();
    return {(metres.x() - view.metres.left()) / view.metres.width() * view.sizePx.width(),
            (view.metres.bottom() - metres.y()) / view.metres.height() * view.sizePx.height()};
}

/// What @p overlay shows; fails the test if it tells an error. TEST_PICTURES=FOLDER keeps it, to be looked at.
inline QImage pictureOf(Overlay &overlay, const OverlayView &view)
{
    const Result<QImage> picture = overlay.picture(view, {});
    if (!picture) {
        QTest::qFail(qPrintable(picture.error().message), __FILE__, __LINE__);
        return QImage(view.sizePx, QImage::Format_ARGB32_Premultiplied);
    }
    static int count = 0;
    if (const QString folder = qEnvironmentVariable("TEST_PICTURES"); !folder.isEmpty())
        picture->save(
            QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1StringView(QTest::currentTestFunction())).arg(++count));
    return *picture;
}

/// The middle of the pixels of @p image that @p isOfIt says are of something; none if there are none.
template<typename IsOfIt>
std::optional<QPointF> middleOf(const QImage &image, IsOfIt isOfIt)
{
    QPointF sum;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (!isOfIt(image.pixel(x, y)))
                continue;
            sum += {x + 0.5, y + 0.5};
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

inline double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// How many of the pixels of @p image in @p part show anything.
inline int shownIn(const QImage &image, const QRect &part)
{
    int count = 0;
    for (int y = std::max(0, part.top()); y <= std::min(part.bottom(), image.height() - 1); ++y) {
        for (int x = std::max(0, part.left()); x <= std::min(part.right(), image.width() - 1); ++x)
            count += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
    }
    return count;
}

/// The processor’s time since it was made, which other work on the machine adds nothing to.
class Effort
{
public:
    [[nodiscard]] double milliseconds() const
    {
        return static_cast<double>(std::clock() - m_begin) * 1000 / CLOCKS_PER_SEC;
    }

private:
    std::clock_t m_begin = std::clock();
};

} // namespace dateline
