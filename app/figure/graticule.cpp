#include "figure/graticule.h"

#include "figure/calloutlayout.h"
#include "figure/figuretext.h"
#include "figure/textblock.h"
#include "geo/clip.h"
#include "map/haloedtext.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace dateline
{

namespace
{

constexpr int degree = 3600; // arc seconds
constexpr int minute = 60;
constexpr std::array<int, 21> roundSteps{
    60 * degree, 45 * degree, 30 * degree, 20 * degree, 15 * degree, 10 * degree, 5 * degree,
    2 * degree,  degree,      30 * minute, 20 * minute, 10 * minute, 5 * minute,  2 * minute,
    minute,      30,          20,          10,          5,           2,           1};
constexpr std::size_t fewest = 4; // lines of each family
constexpr int samples = 256; // on a line: about five pixels apart, so that it bends smoothly
constexpr double fromLabels = 4; // pixels
constexpr double onEdge = 0.5; // pixels

/// What of the earth the lines have to cover.
LonLatBox extentOf(const Viewport &view)
{
    LonLatBox box = view.box();
    const double spare = 0.02 * (box.north - box.south);
    if (view.isWebMercator()) {
        // Longitudes run on past 180°, however often the view shows the world.
        std::vector<QPointF> pixels;
        view.pixelsFromLonLats(std::vector<LonLat>{{0, 0}, {1, 0}}, pixels);
        const double perDegree = pixels[1].x() - pixels[0].x();
        return {-pixels[0].x() / perDegree, std::max(-85.0, box.south - spare),
                (view.sizePx().width() - pixels[0].x()) / perDegree, std::min(85.0, box.north + spare)};
    }
    // On the very meridian where the map ends a line would jump from side to side.
    constexpr double apart = 1e-7;
    const double meridian = view.projection().centralMeridian();
    return {std::max(box.west - spare, meridian - 180 + apart), std::max(-90.0, box.south - spare),
            std::min(box.east + spare, meridian + 180 - apart), std::min(90.0, box.north + spare)};
}

class LineMaker
{
public:
    explicit LineMaker(const Viewport &view)
        : m_view(view)
        , m_frame(QPointF(), view.sizePx())
        , m_extent(extentOf(view))
    {
    }

    std::vector<GraticuleLine> lines(bool meridian, int step)
    {
        const double low = meridian ? m_extent.west : m_extent.south;
        const double high = meridian ? m_extent.east : m_extent.north;
        std::vector<GraticuleLine> found;
        const auto first = static_cast<int>(std::ceil(low * degree / step - 1e-3));
        const auto last = static_cast<int>(std::floor(high * degree / step + 1e-3));
        for (int k = first; k <= last; ++k) {
            const double at = std::clamp(1.0 * k * step / degree, low, high);
            if (!meridian && std::abs(k * step) >= 90 * degree)
                continue;
            GraticuleLine line{meridian, k * step, stretchesOf(meridian, at)};
            if (meridian)
                line.arcSeconds = static_cast<int>(std::remainder(line.arcSeconds, 360.0 * degree));
            if (!line.stretches.empty() && (found.empty() || !isSame(line, found.front())))
                found.push_back(std::move(line));
        }
        return found;
    }

private:
    // Around a pole the meridian at which the map would end is one line and not two.
    static bool isSame(const GraticuleLine &a, const GraticuleLine &b)
    {
        const QPointF gap = a.stretches.front().front() - b.stretches.front().front();
        return a.meridian && (a.arcSeconds - b.arcSeconds) % (360 * degree) == 0 && std::hypot(gap.x(), gap.y()) < 1;
    }

    std::vector<std::vector<QPointF>> stretchesOf(bool meridian, double at)
    {
        m_positions.clear();
        for (int i = 0; i <= samples; ++i) {
            const double part = static_cast<double>(i) / samples;
            if (meridian)
                m_positions.push_back({at, std::lerp(m_extent.south, m_extent.north, part)});
            else
                m_positions.push_back({std::lerp(m_extent.west, m_extent.east, part), at});
        }
        m_view.pixelsFromLonLats(m_positions, m_pixels);
        std::vector<std::vector<QPointF>> stretches;
        std::vector<QPointF> piece;
        const auto finish = [&] {
            clipLine(piece, m_frame, [&stretches](std::span<const QPointF> stretch, double) {
                stretches.emplace_back(stretch.begin(), stretch.end());
            });
            piece.clear();
        };
        // An interrupted projection starts again elsewhere.
        const double longest = std::max(m_frame.width(), m_frame.height()) / 4;
        for (const QPointF pixel : m_pixels) {
            const bool there = std::isfinite(pixel.x()) && std::isfinite(pixel.y());
            if (!there
                || (!piece.empty() && std::hypot(pixel.x() - piece.back().x(), pixel.y() - piece.back().y()) > longest))
                finish();
            if (there)
                piece.push_back(pixel);
        }
        finish();
        return stretches;
    }

    const Viewport &m_view;
    QRectF m_frame;
    LonLatBox m_extent;
    std::vector<LonLat> m_positions;
    std::vector<QPointF> m_pixels;
};

QFont labelFont()
{
    return sansFont(smallSize);
}

/// Where the label of a line may stand: the smaller the order the better.
struct Place
{
    int order = 0;
    QRectF box;
};

class LabelMaker
{
public:
    LabelMaker(const Viewport &view, const std::vector<QRectF> &taken)
        : m_view(view)
        , m_frame(QPointF(), view.sizePx())
        , m_taken(taken)
    {
    }

    void add(const GraticuleLine &line)
    {
        const QString text = degreesText(line.arcSeconds, line.meridian);
        const QFontMetricsF metrics(labelFont());
        const QSizeF size(std::ceil(metrics.horizontalAdvance(text)), std::ceil(metrics.capHeight()) + 4);
        std::vector<Place> places;
        for (const std::vector<QPointF> &stretch : line.stretches) {
            if (!line.meridian && isRing(stretch)) {
                places.push_back({0,
                                  {*std::ranges::min_element(stretch, {}, &QPointF::x)
                                       - QPointF(size.width() / 2, size.height() / 2),
                                   size}});
                continue;
            }
            for (const QPointF end : {stretch.front(), stretch.back()}) {
                addPlacesAt(end, size, line.meridian, places);
            }
        }
        std::ranges::stable_sort(places, {}, &Place::order);
        for (const Place &place : places) {
            if (!isFree(place.box))
                continue;
            m_taken.push_back(place.box);
            m_labels.push_back({text, place.box});
            return;
        }
    }

    std::vector<GraticuleLabel> take() { return std::move(m_labels); }

private:
    // A parallel around a pole has no ends.
    static bool isRing(const std::vector<QPointF> &stretch)
    {
        const QPointF gap = stretch.back() - stretch.front();
        return stretch.size() > 3 && std::hypot(gap.x(), gap.y()) < 1;
    }

    void addPlacesAt(QPointF end, QSizeF size, bool meridian, std::vector<Place> &places) const
    {
        const double w = size.width();
        const double h = size.height();
        const auto add = [&](int order, double left, double top) {
            places.push_back({order, QRectF({left, top}, size)});
        };
        if (end.x() < m_frame.left() + onEdge)
            add(meridian ? 2 : 0, fromLabels, end.y() - h / 2);
        else if (end.x() > m_frame.right() - onEdge)
            add(meridian ? 3 : 1, m_frame.right() - fromLabels - w, end.y() - h / 2);
        else if (end.y() > m_frame.bottom() - onEdge)
            add(meridian ? 0 : 2, end.x() - w / 2, m_frame.bottom() - fromLabels - h);
        else if (end.y() < m_frame.top() + onEdge)
            add(meridian ? 1 : 3, end.x() - w / 2, fromLabels);
        else if (!isPolePoint(end))
            addPlacesAtEarthsEnd(end, size, meridian, places);
    }

    // The line ends inside the frame where the earth's image does: rather beside that than on it.
    void addPlacesAtEarthsEnd(QPointF end, QSizeF size, bool meridian, std::vector<Place> &places) const
    {
        const QPointF middle = m_frame.center();
        const double left = end.x() - fromLabels - size.width();
        const double right = end.x() + fromLabels;
        const double over = end.y() - fromLabels - size.height();
        const double under = end.y() + fromLabels;
        const bool first = meridian ? end.y() > middle.y() : end.x() < middle.x();
        for (const bool outside : {true, false}) {
            const QPointF corner = meridian ? QPointF(end.x() - size.width() / 2, first == outside ? under : over)
                                            : QPointF(first == outside ? left : right, end.y() - size.height() / 2);
            places.push_back({first ? 0 : 1, QRectF(corner, size)});
        }
    }

    // Where all meridians end in one point their degrees would lie over each other.
    [[nodiscard]] bool isPolePoint(QPointF end) const
    {
        const double meridian = m_view.projection().centralMeridian();
        return std::ranges::any_of(std::array{-90.0, 90.0}, [&](double lat) {
            const std::optional<QPointF> a = m_view.pixelFromLonLat({meridian - 60, lat});
            const std::optional<QPointF> b = m_view.pixelFromLonLat({meridian + 60, lat});
            return a && b && std::hypot(a->x() - b->x(), a->y() - b->y()) < 1
                && std::hypot(a->x() - end.x(), a->y() - end.y()) < 3;
        });
    }

    [[nodiscard]] bool isFree(const QRectF &box) const
    {
        const QRectF kept = grown(box, fromLabels);
        return grown(m_frame, -fromLabels + 1).contains(box)
            && std::ranges::none_of(m_taken, [&](const QRectF &taken) { return taken.intersects(kept); });
    }

    const Viewport &m_view;
    QRectF m_frame;
    std::vector<QRectF> m_taken;
    std::vector<GraticuleLabel> m_labels;
};

} // namespace

std::vector<GraticuleLine> graticuleLines(const Viewport &view)
{
    LineMaker maker(view);
    std::vector<GraticuleLine> all;
    for (const bool meridian : {false, true}) {
        std::vector<GraticuleLine> lines;
        for (std::size_t i = 0; i < roundSteps.size() && lines.size() < fewest; ++i)
            lines = maker.lines(meridian, roundSteps.at(i));
        std::ranges::move(lines, std::back_inserter(all));
    }
    return all;
}

std::vector<GraticuleLabel> graticuleLabels(const std::vector<GraticuleLine> &lines, const Viewport &view,
                                            const std::vector<QRectF> &taken)
{
    LabelMaker maker(view, taken);
    for (const GraticuleLine &line : lines)
        maker.add(line);
    return maker.take();
}

QString degreesText(int arcSeconds, bool meridian)
{
    const int absolute = std::abs(arcSeconds);
    QString text = QString::number(absolute / degree) + QChar(0x00B0);
    if (absolute % degree != 0)
        text += QStringLiteral(" %1′").arg(absolute % degree / minute);
    if (absolute % minute != 0)
        text += QStringLiteral(" %1″").arg(absolute % minute);
    if (absolute == 0 || (meridian && absolute == 180 * degree))
        return text;
    if (meridian)
        return text + QChar(0x00A0) + (arcSeconds < 0 ? FigureText::tr("W", "west") : FigureText::tr("E", "east"));
    return text + QChar(0x00A0) + (arcSeconds < 0 ? FigureText::tr("S", "south") : FigureText::tr("N", "north"));
}

void paintGraticule(QPainter &painter, const std::vector<GraticuleLine> &lines, const Theme &theme)
{
    QPainterPath path;
    for (const GraticuleLine &line : lines) {
        for (const std::vector<QPointF> &stretch : line.stretches)
            path.addPolygon(QPolygonF(QList<QPointF>(stretch.begin(), stretch.end())));
    }
    QColor ink = theme.mutedInk;
    ink.setAlphaF(theme.dark ? 0.32F : 0.3F);
    painter.strokePath(path, QPen(ink, 0.7, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
}

void paintGraticuleLabels(QPainter &painter, const std::vector<GraticuleLabel> &labels, const Theme &theme)
{
    for (const GraticuleLabel &label : labels)
        paintHaloedText(painter, label.box.bottomLeft() - QPointF(0, 2), label.text, labelFont(), theme.mutedInk,
                        theme.placeHalo);
}

} // namespace dateline
