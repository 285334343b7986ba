#include "map/ghosts.h"

#include <QLineF>
#include <QPainter>

#include <cmath>
#include <vector>

namespace dateline
{

namespace
{

constexpr double oldRadius = 13; // Around the mark that stands there still.
constexpr double newRadius = 8;
constexpr double smallRadius = 2.5;
constexpr double ringCellPx = 6; ///< No more than one small ring stands in a cell of so many pixels.
constexpr double marginPx = 20;

/// The two ends of a ghost on the screen, and whether any of them, or the way between, may be seen.
struct Placed
{
    std::size_t ghost = 0;
    QPointF from;
    QPointF to;
};

bool isWithin(QPointF at, QSizeF size)
{
    return at.x() > -marginPx && at.y() > -marginPx && at.x() < size.width() + marginPx
        && at.y() < size.height() + marginPx;
}

std::vector<Placed> ghostsIn(std::span<const Ghost> ghosts, const GhostView &view)
{
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < ghosts.size(); ++i) {
        const Ghost &ghost = ghosts[i];
        const QPointF from = view.pixelOf(ghost.sort == Ghost::Sort::Added ? ghost.to : ghost.from);
        const QPointF to = view.pixelOf(ghost.sort == Ghost::Sort::Removed ? ghost.from : ghost.to);
        if (isWithin(from, view.sizePx()) || isWithin(to, view.sizePx()))
            placed.push_back({i, from, to});
    }
    return placed;
}

QImage clearGhosts(const GhostView &view, double ratio)
{
    QImage image((view.sizePx() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

void paintHollow(QPainter &painter, QPointF at, double radius, const QColor &colour, const QColor &halo)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(halo, 4));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(colour, 2));
    painter.drawEllipse(at, radius, radius);
}

void paintWhole(QPainter &painter, const Ghost &ghost, const Placed &placed, bool isCurrent, const Theme &theme)
{
    const QColor colour = colourOf(ghost.kind, theme);
    if (ghost.sort == Ghost::Sort::Moved) {
        // From rim to rim: a line through hollow marks would fill them.
        const QPointF way = placed.to - placed.from;
        const double length = std::hypot(way.x(), way.y());
        if (length > oldRadius + newRadius) {
            const QLineF line(placed.from + way / length * oldRadius, placed.to - way / length * newRadius);
            painter.setPen(QPen(theme.placeHalo, 3));
            painter.drawLine(line);
            painter.setPen(QPen(theme.mutedInk, isCurrent ? 2 : 1.25));
            painter.drawLine(line);
        }
        paintHollow(painter, placed.from, oldRadius, theme.mutedInk, theme.placeHalo);
    }
    const bool isRemoved = ghost.sort == Ghost::Sort::Removed;
    paintHollow(painter, placed.to, isRemoved ? oldRadius : newRadius, isRemoved ? theme.mutedInk : colour,
                theme.placeHalo);
    if (isRemoved) {
        constexpr double reach = oldRadius + 3;
        const QPointF slant(reach * 0.71, -reach * 0.71);
        painter.setPen(QPen(theme.placeHalo, 4));
        painter.drawLine(placed.to - slant, placed.to + slant);
        painter.setPen(QPen(theme.ink, 2));
        painter.drawLine(placed.to - slant, placed.to + slant);
    }
    if (isCurrent) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 2));
        constexpr double beyond = 4;
        const double radius = (isRemoved ? oldRadius : newRadius) + beyond;
        painter.drawEllipse(placed.to, radius, radius);
        if (ghost.sort == Ghost::Sort::Moved)
            painter.drawEllipse(placed.from, oldRadius + beyond, oldRadius + beyond);
    }
}

/// A small ring in whole pixels, to be copied thousands of times.
QImage smallRing(const QColor &colour, double ratio, const Theme &theme)
{
    const double side = 2 * (smallRadius + 2);
    QImage ring((QSizeF(side, side) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    ring.setDevicePixelRatio(ratio);
    ring.fill(Qt::transparent);
    QPainter painter(&ring);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.placeHalo, 2.5));
    painter.drawEllipse(QPointF(side, side) / 2, smallRadius, smallRadius);
    painter.setPen(QPen(colour, 1.5));
    painter.drawEllipse(QPointF(side, side) / 2, smallRadius, smallRadius);
    return ring;
}

/// Copies @p stamp where nothing lies yet: cells keep most of them apart.
void put(QImage &image, const QImage &stamp, QPointF middle, double ratio)
{
    const int left = static_cast<int>(std::lround(middle.x() * ratio)) - stamp.width() / 2;
    const int top = static_cast<int>(std::lround(middle.y() * ratio)) - stamp.height() / 2;
    for (int y = std::max(0, -top); y < std::min(stamp.height(), image.height() - top); ++y) {
        const auto *source = reinterpret_cast<const QRgb *>(stamp.constScanLine(y));
        auto *target = reinterpret_cast<QRgb *>(image.scanLine(top + y)) + left;
        for (int x = std::max(0, -left); x < std::min(stamp.width(), image.width() - left); ++x) {
            if (qAlpha(source[x]) >= qAlpha(target[x]))
                target[x] = source[x];
        }
    }
}

void paintSmall(QImage &image, std::span<const Ghost> ghosts, const std::vector<Placed> &all, const GhostView &view,
                double ratio, const Theme &theme)
{
    std::vector<QImage> rings;
    for (int kind = 0; kind < kindCount; ++kind)
        rings.push_back(smallRing(colourOf(static_cast<Kind>(kind), theme), ratio, theme));
    const QImage grey = smallRing(theme.mutedInk, ratio, theme);
    const auto columns = static_cast<std::size_t>((view.sizePx().width() + 2 * marginPx) / ringCellPx) + 1;
    const auto rows = static_cast<std::size_t>((view.sizePx().height() + 2 * marginPx) / ringCellPx) + 1;
    std::vector<bool> taken(columns * rows);
    const auto ring = [&](QPointF at, const QImage &stamp) {
        if (!isWithin(at, view.sizePx()))
            return;
        const std::size_t cell = static_cast<std::size_t>((at.y() + marginPx) / ringCellPx) * columns
            + static_cast<std::size_t>((at.x() + marginPx) / ringCellPx);
        if (!taken[cell])
            put(image, stamp, at, ratio);
        taken[cell] = true;
    };
    for (const Placed &one : all)
        ring(one.to, rings[static_cast<std::size_t>(ghosts[one.ghost].kind)]);
    for (const Placed &one : all) {
        if (ghosts[one.ghost].sort == Ghost::Sort::Moved)
            ring(one.from, grey);
    }
}

} // namespace

GhostView::GhostView(LonLat centre, double zoom, QSizeF sizePx)
    : m_sizePx(sizePx)
    , m_middle(sizePx.width() / 2, sizePx.height() / 2)
    , m_centre(fixedFromLonLat(centre))
    , m_pixelsPerUnit(256 * std::exp2(zoom - 32))
{
}

QImage paintedGhosts(std::span<const Ghost> ghosts, std::size_t current, const GhostView &view, double pixelRatio,
                     const Theme &theme)
{
    const std::vector<Placed> all = ghostsIn(ghosts, view);
    if (all.empty())
        return {};
    QImage image = clearGhosts(view, pixelRatio);
    const bool inFull = all.size() <= mostGhostsInFull;
    if (!inFull)
        paintSmall(image, ghosts, all, view, pixelRatio, theme);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const Placed *looked = nullptr;
    for (const Placed &one : all) {
        if (one.ghost == current)
            looked = &one;
        else if (inFull)
            paintWhole(painter, ghosts[one.ghost], one, false, theme);
    }
    if (looked) // Over all others.
        paintWhole(painter, ghosts[looked->ghost], *looked, true, theme);
    return image;
}

} // namespace dateline
