#include "figure/mapframe.h"

#include "figure/claimmark.h"
#include "figure/figuretext.h"
#include "figure/framebox.h"
#include "geo/geodesy.h"
#include "map/markpainter.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>
#include <ranges>

namespace dateline
{

namespace
{

// From all words to place and time alone; the first at which every callout finds room is taken.
constexpr std::array<CalloutLevel, 7> levels{
    {{330, 9, 6}, {300, 6, 4}, {270, 4, 3}, {240, 3, 2}, {215, 2, 1}, {230, 0, 0}, {170, 0, 0, false}}};
constexpr int handLines = 12; ///< Of words in a callout that a person has made as wide as it is.
constexpr std::size_t handEntries = 6;
constexpr std::size_t placeLevel = 5; ///< From here on without words.
constexpr double mostCovered = 0.24; ///< Share of the map that callouts with words may cover.
constexpr double circleCost = 0.2;
constexpr double areaCost = 0.015;
constexpr double labelCost = 0.06;
constexpr double noteCost = 0.5;
constexpr double markSize = markDiameterPx;

QRectF squareAround(QPointF middle)
{
    return {middle - QPointF(markSize / 2, markSize / 2), QSizeF(markSize, markSize)};
}

/// The edge of what the filter's drawn area keeps, as far as the view shows it.
QPainterPath edgeOf(const FilterArea &area, const Viewport &view)
{
    std::vector<LonLat> corners =
        area.radiusMetres > 0 ? geodesicCircle(area.centre, area.radiusMetres, 180) : area.outline;
    if (corners.empty())
        return {};
    corners.push_back(corners.front());
    std::vector<QPointF> pixels;
    view.pixelsFromLonLats(corners, pixels);
    QPainterPath path;
    bool isBegun = false;
    for (const QPointF pixel : pixels) {
        const bool isOnEarth = std::isfinite(pixel.x()) && std::isfinite(pixel.y());
        if (isOnEarth && isBegun)
            path.lineTo(pixel);
        else if (isOnEarth)
            path.moveTo(pixel);
        isBegun = isOnEarth;
    }
    return path;
}

} // namespace

Result<Projection> projectionFor(const FigureSpec &spec, const LonLatBox &box)
{
    if (spec.projection.trimmed().isEmpty())
        return Projection::fitting(box);
    Result<Projection> projection = Projection::fromText(spec.projection);
    if (!projection)
        return projection;
    const LonLat middle = box.centre();
    const std::optional<QPointF> metres = projection->metresFromLonLat(middle);
    const std::optional<LonLat> back = metres ? projection->lonLatFromMetres(*metres) : std::nullopt;
    // Far from where they are meant for, some projections lead to a plane but not back.
    if (!back || std::abs(back->lat - middle.lat) > 0.01
        || std::abs(std::remainder(back->lon - middle.lon, 360)) > 0.01)
        return failure(Error::Kind::Malformed,
                       FigureText::tr("“%1” does not show the part of the earth that this figure does; use another "
                                      "projection")
                           .arg(spec.projection),
                       spec.projection);
    return projection;
}

QString projectionProblem(const FigureSpec &spec, const FigureContent &content)
{
    const LonLatBox box = boxFor(spec, content, QSizeF(spec.widthPx, spec.heightPx));
    const Result<Projection> projection = projectionFor(spec, box);
    return projection ? QString() : projection.error().message;
}

LonLatBox boxFor(const FigureSpec &spec, const FigureContent &content, QSizeF size)
{
    if (spec.box)
        return *spec.box;
    return content.asSquares ? fittingBox(*content.table, size) : fittingBox(content.incidents, spec.filter, size);
}

MapView mapViewFor(const FigureSpec &spec, const FigureContent &content, QSizeF size)
{
    const LonLatBox box = boxFor(spec, content, size);
    const Result<Projection> asked = projectionFor(spec, box);
    MapView view{Viewport::fitting(asked ? *asked : Projection::fitting(box), box, size), {}, {}, {}, {}};
    view.layers = content.layers;
    if (spec.filter.area)
        view.edge = edgeOf(*spec.filter.area, view.viewport);
    if (content.asSquares) {
        view.squares = squaresFor(*content.table, view.viewport, spec, themeOf(spec));
        view.scene.count = view.squares->count;
        return view;
    }
    view.scene = makeScene(content.incidents, view.viewport, spec.filter, true);
    if (content.table) {
        const int others = static_cast<int>(content.table->size()) - view.scene.count.total;
        view.scene.count.total += others;
        view.scene.count.filtered += others;
    }
    view.marks = numberedMarks(view.scene, content.incidents);
    return view;
}

MapFrame::MapFrame(const MapView &view, const std::vector<CalloutText> &texts, const FigureNotes &notes,
                   const BaseMap *baseMap, const FigureSpec &spec, std::vector<QRectF> parts, const Theme &theme)
    : m_view(view)
    , m_notes(notes)
    , m_baseMap(baseMap)
    , m_theme(theme)
    , m_frame({0, 0}, view.viewport.sizePx())
    , m_parts(std::move(parts))
{
    for (const NumberedMark &mark : m_view.marks)
        m_squares.push_back(squareAround(mark.mark.at));
    moveRingsApart();
    placeFurniture(spec);
    if (texts.empty())
        m_places.resize(m_squares.size());
    else
        placeCallouts(texts, spec.arrangement.callouts);
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

std::vector<QRectF> MapFrame::taken() const
{
    std::vector<QRectF> rects = m_squares;
    for (const std::vector<QRectF> *more : {&m_furniture, &m_parts})
        rects.insert(rects.end(), more->begin(), more->end());
    return rects;
}

void MapFrame::placeFurniture(const FigureSpec &spec)
{
    m_scaleBar = scaleBarFor(m_view.viewport, taken());
    m_furniture = {m_scaleBar.box};
    if (spec.northArrow)
        m_northArrow = northArrowFor(m_view.viewport, taken());
    if (m_northArrow)
        m_furniture.push_back(m_northArrow->box);
    if (!spec.graticule)
        return;
    m_graticule = graticuleLines(m_view.viewport);
    m_degrees = graticuleLabels(m_graticule, m_view.viewport, taken());
    std::ranges::copy(m_degrees | std::views::transform(&GraticuleLabel::box), std::back_inserter(m_furniture));
}

bool MapFrame::tryLevel(CalloutPlacer &placer, const std::vector<CalloutText> &texts, const CalloutLevel &level)
{
    m_callouts.clear();
    std::vector<QSizeF> sizes;
    double area = 0;
    CalloutLevel fitted = level;
    fitted.width = std::min(level.width, std::max(120.0, 0.36 * m_frame.width()));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::optional<PlacedCallout> &byHand = m_byHand[i];
        const bool isWide = byHand && byHand->width > 0;
        m_callouts.emplace_back(
            texts[i], isWide ? CalloutLevel{byHand->width * m_frame.width(), handLines, handEntries} : fitted, m_theme);
        QSizeF size = m_callouts.back().size();
        if (byHand) {
            if (!byHand->asNote)
                placer.fix(i, {{byHand->x * m_frame.width(), byHand->y * m_frame.height()}, size});
            size = {};
        }
        sizes.push_back(size);
        area += size.isEmpty() ? 0 : size.width() * size.height();
    }
    const bool withWords = level.lines > 0;
    if (withWords && area > mostCovered * m_frame.width() * m_frame.height())
        return false;
    return placer.place(sizes) == 0;
}

void MapFrame::placeCallouts(const std::vector<CalloutText> &texts, const std::vector<PlacedCallout> &placed)
{
    m_byHand.resize(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto found = std::ranges::find_if(placed, [&](const PlacedCallout &callout) {
            return std::ranges::contains(m_view.marks[i].mark.incidents, callout.incident);
        });
        if (found != placed.end())
            m_byHand[i] = *found;
    }
    CalloutField field{m_frame, m_squares, m_furniture, {}};
    field.obstacles.insert(field.obstacles.end(), m_parts.begin(), m_parts.end());
    for (const SceneArea &area : m_view.scene.areas)
        field.betterFree.push_back({grown(area.path.boundingRect(), 4), area.circle ? circleCost : areaCost});
    if (m_baseMap != nullptr) {
        for (const BaseLabel &label : m_baseMap->labels(m_view.viewport, m_squares))
            std::ranges::transform(label.boxes(), std::back_inserter(field.betterFree),
                                   [](const QRectF &box) { return BetterFree{box, labelCost}; });
    }
    std::ranges::copy(m_notes.betterFree(), std::back_inserter(field.betterFree));
    // No callout on a note, unless some would find no room for it.
    const std::vector<QRectF> notes = m_notes.keepFree();
    CalloutField beside = field;
    beside.obstacles.insert(beside.obstacles.end(), notes.begin(), notes.end());
    if (placeIn(std::move(beside), texts) || notes.empty())
        return;
    for (const QRectF &note : notes)
        field.betterFree.push_back({note, noteCost});
    (void)placeIn(std::move(field), texts);
}

bool MapFrame::placeIn(CalloutField field, const std::vector<CalloutText> &texts)
{
    CalloutPlacer placer(std::move(field));
    std::size_t level = 0;
    bool isPlaced = tryLevel(placer, texts, levels[level]);
    while (!isPlaced && level + 1 < levels.size())
        isPlaced = tryLevel(placer, texts, levels[++level]);
    if (level >= placeLevel) {
        // Words where there is room for them; at least some speak.
        for (std::size_t i = 0; i < texts.size(); ++i) {
            Callout longer(texts[i], levels[placeLevel - 1], m_theme);
            if (!m_byHand[i] && placer.places()[i] && !texts[i].entries.empty() && placer.resize(i, longer.size()))
                m_callouts[i] = std::move(longer);
        }
    }
    m_places = placer.places();
    return isPlaced;
}

std::vector<QRectF> MapFrame::covered() const
{
    std::vector<QRectF> rects = taken();
    std::ranges::copy(m_notes.keepFree(), std::back_inserter(rects));
    for (const std::optional<CalloutPlace> &place : m_places) {
        if (!place)
            continue;
        rects.push_back(grown(place->box, 2));
        // A leader as a row of small boxes.
        const QPointF along = place->leaderEnd - place->leaderStart;
        const int steps = 1 + static_cast<int>(std::hypot(along.x(), along.y()) / 6);
        for (int i = 0; i <= steps; ++i)
            rects.push_back(grown(QRectF(place->leaderStart + along * i / steps, QSizeF(0, 0)), 3));
    }
    return rects;
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

void MapFrame::paint(QPainter &painter) const
{
    painter.fillRect(m_frame, m_theme.land);
    if (m_baseMap != nullptr)
        m_baseMap->paint(painter, m_view.viewport, m_theme);
    paintLayers(painter, m_view.layers, m_view.viewport);
    paintGraticule(painter, m_graticule, m_theme);
    if (m_view.squares)
        paintSquares(painter, *m_view.squares);
    if (!m_view.edge.isEmpty())
        paintFilterEdge(painter, m_view.edge, m_theme);
    for (const SceneArea &area : m_view.scene.areas)
        paintArea(painter, area, MarkState::Plain, m_theme);
    if (m_baseMap != nullptr)
        paintLabels(painter, m_baseMap->labels(m_view.viewport, covered()), m_theme,
                    m_view.squares ? LabelGround::Squares : LabelGround::Map);
    paintGraticuleLabels(painter, m_degrees, m_theme);
    m_notes.paintOnGround(painter);
    paintScaleBar(painter, m_scaleBar, m_theme);
    if (m_northArrow)
        paintNorthArrow(painter, *m_northArrow, m_theme);
    paintLeaders(painter);
    for (const NumberedMark &mark : m_view.marks) {
        const QString number = QString::number(mark.number);
        if (mark.stance == Stance::Reports)
            paintMark(painter, mark.mark, MarkState::Plain, number, m_theme, markSize);
        else
            paintClaimMark(painter, mark.mark.at, mark.mark.kind, mark.stance, number, m_theme, markSize);
    }
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i])
            m_callouts[i].paint(painter, m_places[i]->box.topLeft(), m_theme);
    }
}

} // namespace dateline
