#include "figure/mapframe.h"

#include "figure/framebox.h"
#include "map/markpainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

// From all words to place and time alone; the first at which every callout finds room is taken.
constexpr std::array<CalloutLevel, 7> levels{
    {{330, 9, 6}, {300, 6, 4}, {270, 4, 3}, {240, 3, 2}, {215, 2, 1}, {230, 0, 0}, {170, 0, 0, false}}};
constexpr std::size_t placeLevel = 5; ///< From here on without words.
constexpr double mostCovered = 0.24; ///< Share of the map that callouts with words may cover.
constexpr double circleCost = 0.2;
constexpr double areaCost = 0.015;
constexpr double labelCost = 0.06;
constexpr double markSize = markDiameterPx;

QRectF squareAround(QPointF middle)
{
    return {middle - QPointF(markSize / 2, markSize / 2), QSizeF(markSize, markSize)};
}

QFont scaleFont()
{
    return sansFont(smallSize);
}

} // namespace

MapView mapViewFor(const FigureSpec &spec, const FigureContent &content, QSizeF size)
{
    const LonLatBox box = spec.box ? *spec.box : fittingBox(content.incidents, spec.filter, size);
    MapView view{Viewport::fitting(Projection::fitting(box), box, size), {}, {}};
    view.scene = makeScene(content.incidents, view.viewport, spec.filter, true);
    view.marks = numberedMarks(view.scene, content.incidents);
    return view;
}

MapFrame::MapFrame(const MapView &view, const std::vector<CalloutText> &texts, const BaseMap *baseMap,
                   const Theme &theme)
    : m_view(view)
    , m_baseMap(baseMap)
    , m_theme(theme)
    , m_frame({0, 0}, view.viewport.sizePx())
{
    for (const NumberedMark &mark : m_view.marks)
        m_squares.push_back(squareAround(mark.mark.at));
    moveRingsApart();
    placeScaleBar();
    placeCallouts(texts);
}

void MapFrame::moveRingsApart()
{
    // A ring may stand anywhere in its area; a pin may not.
    for (std::size_t i = 0; i < m_squares.size(); ++i) {
        SceneMark &ring = m_view.marks[i].mark;
        const auto isFree = [&](const QRectF &square) {
            for (std::size_t j = 0; j < m_squares.size(); ++j) {
                if (i != j && grown(m_squares[j], 8).intersects(square))
                    return false;
            }
            return grown(m_frame, -8).contains(square);
        };
        if (!ring.isArea || isFree(m_squares[i]))
            continue;
        const auto area = std::ranges::find_if(m_view.scene.areas, [&](const SceneArea &a) {
            return !a.circle && !a.line && std::ranges::contains(ring.incidents, a.incident);
        });
        if (area == m_view.scene.areas.end())
            continue;
        bool moved = false;
        for (double distance = 16; distance < 400 && !moved; distance += 8) {
            for (int step = 0; step < 24 && !moved; ++step) {
                const double angle = 2 * std::numbers::pi * step / 24;
                const QRectF square = squareAround(ring.at + distance * QPointF(std::cos(angle), std::sin(angle)));
                if (!isFree(square) || !area->path.contains(square.center()))
                    continue;
                ring.at = square.center();
                m_squares[i] = square;
                moved = true;
            }
        }
    }
}

void MapFrame::placeScaleBar()
{
    m_scaleBar = scaleBarFor(m_view.viewport.metresPerPixelAt(m_frame.center()), 0.18 * m_frame.width());
    const double width = m_scaleBar.lengthPx + 10 + QFontMetricsF(scaleFont()).horizontalAdvance(m_scaleBar.text);
    constexpr double edge = 16;
    const QSizeF size(width, 16);
    const std::array<QPointF, 4> corners{
        QPointF(edge, m_frame.bottom() - edge - size.height()),
        QPointF(m_frame.right() - edge - width, m_frame.bottom() - edge - size.height()), QPointF(edge, edge),
        QPointF(m_frame.right() - edge - width, edge)};
    const auto freeCorner = std::ranges::find_if(corners, [&](QPointF corner) {
        return std::ranges::none_of(m_squares, [&](const QRectF &s) { return s.intersects(grown({corner, size}, 6)); });
    });
    m_scaleBarBox = QRectF(freeCorner == corners.end() ? corners.front() : *freeCorner, size);
}

bool MapFrame::tryLevel(CalloutPlacer &placer, const std::vector<CalloutText> &texts, const CalloutLevel &level)
{
    m_callouts.clear();
    std::vector<QSizeF> sizes;
    double area = 0;
    CalloutLevel fitted = level;
    fitted.width = std::min(level.width, std::max(120.0, 0.36 * m_frame.width()));
    for (const CalloutText &text : texts) {
        m_callouts.emplace_back(text, fitted, m_theme);
        sizes.push_back(m_callouts.back().size());
        area += sizes.back().width() * sizes.back().height();
    }
    const bool withWords = level.lines > 0;
    if (withWords && area > mostCovered * m_frame.width() * m_frame.height())
        return false;
    return placer.place(sizes) == 0;
}

void MapFrame::placeCallouts(const std::vector<CalloutText> &texts)
{
    CalloutField field{m_frame, m_squares, {m_scaleBarBox}, {}};
    for (const SceneArea &area : m_view.scene.areas)
        field.betterFree.push_back({grown(area.path.boundingRect(), 4), area.circle ? circleCost : areaCost});
    if (m_baseMap != nullptr) {
        for (const BaseLabel &label : m_baseMap->labels(m_view.viewport, m_squares))
            field.betterFree.push_back({label.box, labelCost});
    }
    CalloutPlacer placer(std::move(field));
    std::size_t level = 0;
    while (!tryLevel(placer, texts, levels[level]) && level + 1 < levels.size())
        ++level;
    if (level >= placeLevel) {
        // Words where there is room for them; at least some speak.
        for (std::size_t i = 0; i < texts.size(); ++i) {
            Callout longer(texts[i], levels[placeLevel - 1], m_theme);
            if (placer.places()[i] && !texts[i].entries.empty() && placer.resize(i, longer.size()))
                m_callouts[i] = std::move(longer);
        }
    }
    m_places = placer.places();
}

std::vector<QRectF> MapFrame::covered() const
{
    std::vector<QRectF> taken = m_squares;
    taken.push_back(m_scaleBarBox);
    for (const std::optional<CalloutPlace> &place : m_places) {
        if (!place)
            continue;
        taken.push_back(grown(place->box, 2));
        // A leader as a row of small boxes.
        const QPointF along = place->leaderEnd - place->leaderStart;
        const int steps = 1 + static_cast<int>(std::hypot(along.x(), along.y()) / 6);
        for (int i = 0; i <= steps; ++i)
            taken.push_back(grown(QRectF(place->leaderStart + along * i / steps, QSizeF(0, 0)), 3));
    }
    return taken;
}

void MapFrame::paintLeaders(QPainter &painter) const
{
    QColor halo = m_theme.placeHalo;
    halo.setAlphaF(0.75F);
    for (const auto &[colour, width] : {std::pair(std::optional(halo), 4.0), std::pair(std::optional<QColor>(), 1.4)}) {
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (!m_places[i])
                continue;
            const SceneMark &mark = m_view.marks[i].mark;
            painter.setPen(QPen(colour.value_or(edgeColourOf(mark.kind, mark.isArea, m_theme)), width));
            painter.drawLine(m_places[i]->leaderStart, m_places[i]->leaderEnd);
        }
    }
}

void MapFrame::paintScaleBar(QPainter &painter) const
{
    const double y = m_scaleBarBox.center().y();
    const QPointF begin(m_scaleBarBox.left(), y);
    const QPointF end(m_scaleBarBox.left() + m_scaleBar.lengthPx, y);
    for (const auto &[colour, width, tick] :
         {std::tuple(m_theme.placeHalo, 5.0, 6.0), std::tuple(m_theme.ink, 2.0, 5.0)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLine(begin, end);
        for (const QPointF at : {begin, end})
            painter.drawLine(at - QPointF(0, tick), at + QPointF(0, 1));
    }
    const QFontMetricsF metrics(scaleFont());
    paintHaloedText(painter, {end.x() + 9, y + metrics.capHeight() / 2}, m_scaleBar.text, scaleFont(), m_theme.ink,
                    m_theme.placeHalo);
}

void MapFrame::paint(QPainter &painter) const
{
    painter.fillRect(m_frame, m_theme.land);
    if (m_baseMap != nullptr)
        m_baseMap->paint(painter, m_view.viewport, m_theme);
    for (const SceneArea &area : m_view.scene.areas)
        paintArea(painter, area, MarkState::Plain, m_theme);
    if (m_baseMap != nullptr)
        paintLabels(painter, m_baseMap->labels(m_view.viewport, covered()), m_theme);
    paintScaleBar(painter);
    paintLeaders(painter);
    for (const NumberedMark &mark : m_view.marks)
        paintMark(painter, mark.mark, MarkState::Plain, QString::number(mark.number), m_theme, markSize);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i])
            m_callouts[i].paint(painter, m_places[i]->box.topLeft(), m_theme);
    }
}

} // namespace dateline
