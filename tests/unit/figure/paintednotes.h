#pragma once

#include "figure/figure.h"

#include <QImage>
#include <QPainter>

#include <cmath>

namespace dateline
{

// A page with notes, and what to look for on it.

inline FigureSpec someSpec(std::vector<FigureNote> notes = {})
{
    FigureSpec spec;
    spec.widthPx = 1600;
    spec.heightPx = 1000;
    spec.title = QStringLiteral("A map with notes");
    spec.credit = QStringLiteral("A desk");
    spec.box = LonLatBox{43.5, 38.5, 48.2, 41.2};
    spec.notes = std::move(notes);
    return spec;
}

struct Page
{
    QImage image;
    FigureReport report;
};

inline Page painted(const FigureSpec &spec, const FigureContent &content = {})
{
    Page page{QImage(spec.widthPx, spec.heightPx, QImage::Format_RGB32), {}};
    page.image.fill(Qt::white);
    QPainter painter(&page.image);
    page.report = paintFigure(painter, spec, content);
    return page;
}

inline bool isColour(QRgb pixel, QColor colour, int off = 60)
{
    return std::abs(qRed(pixel) - colour.red()) + std::abs(qGreen(pixel) - colour.green())
        + std::abs(qBlue(pixel) - colour.blue())
        < off;
}

/// How much of @p box is of @p colour, 0…1.
inline double shareOf(const QImage &image, QRectF box, QColor colour, int off = 60)
{
    const QRect pixels = box.toAlignedRect() & image.rect();
    int count = 0;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            count += isColour(image.pixel(x, y), colour, off) ? 1 : 0;
    }
    return static_cast<double>(count) / std::max(1, pixels.width() * pixels.height());
}

/// How far the nearest pixel of @p colour is from @p at.
inline double nearest(const QImage &image, QPointF at, QColor colour)
{
    double least = 1e9;
    for (int y = static_cast<int>(at.y()) - 30; y < at.y() + 30; ++y) {
        for (int x = static_cast<int>(at.x()) - 30; x < at.x() + 30; ++x) {
            if (image.rect().contains(x, y) && isColour(image.pixel(x, y), colour, 180))
                least = std::min(least, std::hypot(x + 0.5 - at.x(), y + 0.5 - at.y()));
        }
    }
    return least;
}

} // namespace dateline
