#include "figure/mapfurniture.h"

#include "figure/calloutlayout.h"
#include "figure/figuretext.h"
#include "figure/textblock.h"
#include "geo/geodesy.h"
#include "map/basemap.h"
#include "map/haloedtext.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace dateline
{

namespace
{

constexpr double fromEdge = 16; // pixels between the frame and what stands in its corners
constexpr double clear = 6; // pixels around it
constexpr double barHeight = 16;
constexpr double beforeWords = 9;
constexpr double longestShare = 0.18; // of the map's width
constexpr double arrowHalf = 13; // pixels from the arrow's middle to its tip
constexpr double letterAway = 21; // pixels from there to the middle of its N

QFont barFont()
{
    return sansFont(smallSize);
}

QFont northFont()
{
    return sansFont(smallSize, QFont::DemiBold);
}

PlacedScaleBar placed(QPointF begin, const ScaleBar &bar, const QString &text)
{
    const double width = bar.lengthPx + beforeWords + 1 + QFontMetricsF(barFont()).horizontalAdvance(text);
    return {begin, begin + QPointF(bar.lengthPx, 0), bar.metres, text,
            QRectF(begin.x(), begin.y() - barHeight / 2, width, barHeight)};
}

bool isFree(const QRectF &box, const std::vector<QRectF> &taken)
{
    return std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(grown(box, clear)); });
}

QPolygonF arrowShape(QPointF middle, QPointF north)
{
    const QPointF aside(-north.y(), north.x());
    return {{middle + north * arrowHalf, middle + aside * 6 - north * 9, middle - north * 5,
             middle - aside * 6 - north * 9}};
}

NorthArrow arrowAt(QPointF middle, QPointF north)
{
    const QPointF letter = middle + north * letterAway;
    const QRectF letterBox = grown(QRectF(letter, QSizeF(0, 0)), 6);
    return {middle, north, arrowShape(middle, north).boundingRect() | letterBox};
}

} // namespace

std::optional<PlacedScaleBar> scaleBarAt(const Viewport &view, QPointF begin, double longestPx)
{
    const std::optional<LonLat> from = view.lonLatFromPixel(begin);
    const auto metresOver = [&](double px) -> double {
        const std::optional<LonLat> to = view.lonLatFromPixel(begin + QPointF(px, 0));
        return from && to ? distanceMetres(*from, *to) : 0;
    };
    ScaleBar bar = scaleBarFor(metresOver(longestPx) / longestPx, longestPx);
    if (bar.metres <= 0)
        return std::nullopt;
    // The scale hardly changes along the bar: each step leaves a small part of the error.
    for (int i = 0; i < 20; ++i) {
        const double metres = metresOver(bar.lengthPx);
        if (metres <= 0)
            return std::nullopt;
        bar.lengthPx *= bar.metres / metres;
    }
    if (!(bar.lengthPx <= 1.5 * longestPx))
        return std::nullopt;
    return placed(begin, bar, bar.text);
}

PlacedScaleBar scaleBarFor(const Viewport &view, const std::vector<QRectF> &taken)
{
    const QRectF frame(QPointF(), view.sizePx());
    const double longest = longestShare * frame.width();
    const double low = frame.bottom() - fromEdge - barHeight / 2;
    const double high = fromEdge + barHeight / 2;
    std::optional<PlacedScaleBar> first;
    for (const auto &[y, right] :
         {std::pair(low, false), std::pair(low, true), std::pair(high, false), std::pair(high, true)}) {
        const double left = right ? frame.right() - fromEdge - 1.6 * longest : fromEdge;
        std::optional<PlacedScaleBar> bar = scaleBarAt(view, {left, y}, longest);
        if (bar && right)
            bar = scaleBarAt(view, {frame.right() - fromEdge - bar->box.width(), y}, longest);
        if (!bar || !frame.contains(bar->box))
            continue;
        if (isFree(bar->box, taken))
            return *bar;
        if (!first)
            first = bar;
    }
    if (first)
        return *first;
    const ScaleBar middle = scaleBarFor(view.metresPerPixelAt(frame.center()), longest);
    return placed({fromEdge, low}, middle, FigureText::tr("%1 in the middle of the map").arg(middle.text));
}

std::optional<QPointF> northAt(const Viewport &view, QPointF pixel)
{
    const std::optional<LonLat> here = view.lonLatFromPixel(pixel);
    if (!here)
        return std::nullopt;
    // Half a pixel to each side, so that the way is that of the meridian's tangent.
    const double step = std::clamp(view.metresPerPixelAt(pixel) / 2 / 111'000, 1e-7, 0.5);
    if (std::abs(here->lat) + step > 90)
        return std::nullopt;
    const auto at = [&](double lat) { return view.pixelFromLonLat({here->lon, lat}); };
    const std::optional<QPointF> north = at(here->lat + step);
    const std::optional<QPointF> south = at(here->lat - step);
    if (!north || !south)
        return std::nullopt;
    const QPointF way = *north - *south;
    const double length = std::hypot(way.x(), way.y());
    return length > 0 && length < 10 ? std::optional(way / length) : std::nullopt;
}

std::optional<NorthArrow> northArrowFor(const Viewport &view, const std::vector<QRectF> &taken)
{
    const QRectF frame(QPointF(), view.sizePx());
    const QRectF middles = grown(frame, -(fromEdge + letterAway));
    for (const QPointF middle : {middles.topRight(), middles.topLeft(), middles.bottomRight(), middles.bottomLeft()}) {
        const std::optional<QPointF> north = northAt(view, middle);
        if (!north)
            continue;
        const NorthArrow arrow = arrowAt(middle, *north);
        if (frame.contains(arrow.box) && isFree(arrow.box, taken))
            return arrow;
    }
    return std::nullopt;
}

void paintFilterEdge(QPainter &painter, const QPainterPath &edge, const Theme &theme)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.placeHalo, 3.5));
    painter.drawPath(edge);
    painter.setPen(QPen(theme.accent, 1.5, Qt::DashLine));
    painter.drawPath(edge);
}

void paintScaleBar(QPainter &painter, const PlacedScaleBar &bar, const Theme &theme)
{
    for (const auto &[colour, width, tick] : {std::tuple(theme.placeHalo, 5.0, 6.0), std::tuple(theme.ink, 2.0, 5.0)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLine(bar.begin, bar.end);
        for (const QPointF at : {bar.begin, bar.end})
            painter.drawLine(at - QPointF(0, tick), at + QPointF(0, 1));
    }
    const QFontMetricsF metrics(barFont());
    paintHaloedText(painter, bar.end + QPointF(beforeWords, metrics.capHeight() / 2), bar.text, barFont(), theme.ink,
                    theme.placeHalo);
}

void paintNorthArrow(QPainter &painter, const NorthArrow &arrow, const Theme &theme)
{
    const QPolygonF shape = arrowShape(arrow.middle, arrow.north);
    painter.setPen(QPen(theme.placeHalo, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(theme.ink);
    painter.drawPolygon(shape);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(shape);
    painter.setBrush(Qt::NoBrush);
    const QString letter = FigureText::tr("N", "north");
    const QFontMetricsF metrics(northFont());
    const QPointF middle = arrow.middle + arrow.north * letterAway;
    paintHaloedText(painter, middle + QPointF(-metrics.horizontalAdvance(letter) / 2, metrics.capHeight() / 2), letter,
                    northFont(), theme.ink, theme.placeHalo);
}

} // namespace dateline
