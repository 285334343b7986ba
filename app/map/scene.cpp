#include "map/scene.h"

#include "geo/clip.h"
#include "geo/geodesy.h"
#include "map/scenelabels.h"

#include <QCoreApplication>
#include <QPainterPathStroker>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace dateline
{

namespace
{

// No pin without precision: only a point that is known exactly or nearly is drawn as one.
bool isPin(const Where &where)
{
    return where.geometry.type == Geometry::Type::Point && where.precision <= LocationPrecision::Near;
}

QRectF grown(const QRectF &box, double by)
{
    return box.adjusted(-by, -by, by, by);
}

// The middle of the widest stretch of @p area on the level of its own middle, which lies inside it.
QPointF innerPoint(const QPainterPath &area)
{
    const QRectF bounds = area.boundingRect();
    const QPointF middle = bounds.center();
    if (area.contains(middle))
        return middle;
    constexpr int steps = 64;
    QPointF best = middle;
    int longest = 0;
    int run = 0;
    for (int i = 0; i <= steps; ++i) {
        const QPointF probe(bounds.left() + bounds.width() * i / steps, middle.y());
        run = area.contains(probe) ? run + 1 : 0;
        if (run > longest) {
            longest = run;
            best = QPointF(probe.x() - bounds.width() * (run - 1) / (2.0 * steps), probe.y());
        }
    }
    return best;
}

class SceneMaker
{
public:
    SceneMaker(const Viewport &viewport, bool stack)
        : m_viewport(viewport)
        , m_view(QPointF(), viewport.sizePx())
        // A country in a street's view would have corners millions of pixels away, which no renderer likes.
        , m_frame(grown(m_view, 2 * std::max(m_view.width(), m_view.height())))
        , m_stack(stack)
    {
    }

    void add(const SceneIncident &row)
    {
        const Where &where = *row.incident.where;
        const bool shown = isPin(where) ? addPin(row, where) : addOwnArea(row, where);
        if (!shown) {
            ++m_scene.count.outside;
            return;
        }
        ++m_scene.count.shown;
        m_scene.count.withoutTime += row.incident.when ? 0 : 1;
        m_scene.count.oneSource += row.sources == 1 ? 1 : 0;
    }

    Scene take(SceneCount count)
    {
        count.shown = m_scene.count.shown;
        count.outside = m_scene.count.outside;
        count.withoutTime = m_scene.count.withoutTime;
        count.oneSource = m_scene.count.oneSource;
        m_scene.count = count;
        // Small areas over large ones, pins over rings.
        std::ranges::stable_sort(m_scene.areas, std::greater{}, [](const SceneArea &area) {
            const QRectF bounds = area.path.boundingRect();
            return bounds.width() * bounds.height();
        });
        const std::vector<SceneMark> pins = std::move(m_pins);
        m_scene.marks = std::move(m_rings);
        m_scene.marks.insert(m_scene.marks.end(), pins.begin(), pins.end());
        m_scene.labels = placedLabels(m_scene.marks, labelTexts(), m_view.size());
        return std::move(m_scene);
    }

private:
    using PlaceKey = std::tuple<double, double, double>;

    struct AreaKey
    {
        LonLat middle;
        double extent; // Metres of a radius, or below 0 the number of corners.
        bool circle;
    };

    bool addPin(const SceneIncident &row, const Where &where)
    {
        const std::optional<LonLat> position = anchorOf(where);
        const std::optional<QPointF> at = position ? m_viewport.pixelFromLonLat(*position) : std::nullopt;
        if (!at || !m_view.contains(*at))
            return false;
        addMark(row, where, *at, false);
        if (where.precision == LocationPrecision::Near && where.radiusMetres > 0) {
            const QPainterPath &circle = circleAround(*position, where.radiusMetres, *at);
            // Smaller than the mark it could not be seen.
            if (circle.boundingRect().width() > markDiameterPx)
                addArea(row, {*position, where.radiusMetres, true}, circle, false);
        }
        return true;
    }

    bool addOwnArea(const SceneIncident &row, const Where &where)
    {
        const std::optional<LonLat> position = anchorOf(where);
        const std::optional<QPointF> at = position ? m_viewport.pixelFromLonLat(*position) : std::nullopt;
        if (!at)
            return false;
        const bool line = where.geometry.type == Geometry::Type::Line;
        const bool point = where.geometry.type == Geometry::Type::Point;
        QPainterPath path;
        if (!point)
            path = pathOf(where.geometry, *position, *at);
        else if (where.radiusMetres > 0)
            path = circleAround(*position, where.radiusMetres, *at);
        if (path.isEmpty()) {
            // Nothing says how far it reaches; the ring alone still is no pin.
            if (!m_view.contains(*at))
                return false;
            addMark(row, where, *at, true);
            return true;
        }
        if (!path.intersects(m_view) || (line && !grown(path.boundingRect(), 1).intersects(m_view)))
            return false;
        const bool inside = m_view.contains(*at) && (line || path.contains(*at));
        addMark(row, where, inside ? *at : visiblePoint(path, line), true);
        // Outlines around one middle with as many corners are the same one.
        const double extent = point ? where.radiusMetres : -static_cast<double>(path.elementCount());
        addArea(row, {*position, extent, false}, path, line);
        return true;
    }

    // Painted once for all incidents that share it: its see-through fill would add up to a solid one.
    void addArea(const SceneIncident &row, const AreaKey &key, const QPainterPath &path, bool line)
    {
        const auto [found, isNew] =
            m_areas.try_emplace({key.middle.lon, key.middle.lat, key.extent, key.circle, line}, m_scene.areas.size());
        if (isNew)
            m_scene.areas.push_back({row.incident.id, row.incident.kind, path, key.circle, line, {}});
        else
            m_scene.areas[found->second].others.push_back(row.incident.id);
    }

    [[nodiscard]] QPointF visiblePoint(const QPainterPath &path, bool line) const
    {
        if (m_view.contains(path.boundingRect()))
            return line ? path.pointAtPercent(0.5) : innerPoint(path);
        QPainterPath frame;
        frame.addRect(m_view);
        if (!line)
            return innerPoint(path.intersected(frame));
        for (int i = 0; i < path.elementCount(); ++i) {
            if (m_view.contains(path.elementAt(i)))
                return path.elementAt(i);
        }
        return m_view.center();
    }

    void addMark(const SceneIncident &row, const Where &where, QPointF at, bool isArea)
    {
        std::vector<SceneMark> &marks = isArea ? m_rings : m_pins;
        std::vector<std::vector<QString>> &places = isArea ? m_ringPlaces : m_pinPlaces;
        if (m_stack) {
            if (const std::optional<std::size_t> found = markNear(at, isArea)) {
                marks[*found].incidents.push_back(row.incident.id);
                if (std::ranges::find(places[*found], where.place) == places[*found].end())
                    places[*found].push_back(where.place);
                return;
            }
            cellOf(at, isArea).push_back(marks.size());
        }
        marks.push_back({{row.incident.id}, row.incident.kind, at, isArea, row.sources});
        places.push_back({where.place});
    }

    // Cells as wide as a mark: all marks that could touch one lie in its cell or the eight around it.
    [[nodiscard]] static std::int64_t cellKey(double x, double y, bool isArea)
    {
        const auto column = static_cast<std::int64_t>(std::floor(x / markDiameterPx));
        const auto row = static_cast<std::int64_t>(std::floor(y / markDiameterPx));
        return (row * (std::int64_t{1} << 31) + column) * 2 + (isArea ? 1 : 0);
    }

    std::vector<std::size_t> &cellOf(QPointF at, bool isArea) { return m_cells[cellKey(at.x(), at.y(), isArea)]; }

    [[nodiscard]] std::optional<std::size_t> markNear(QPointF at, bool isArea) const
    {
        const std::vector<SceneMark> &marks = isArea ? m_rings : m_pins;
        for (const double dy : {0.0, -markDiameterPx, markDiameterPx}) {
            for (const double dx : {0.0, -markDiameterPx, markDiameterPx}) {
                const auto cell = m_cells.find(cellKey(at.x() + dx, at.y() + dy, isArea));
                if (cell == m_cells.end())
                    continue;
                for (const std::size_t index : cell->second) {
                    const QPointF away = marks[index].at - at;
                    if (std::hypot(away.x(), away.y()) < markDiameterPx)
                        return index;
                }
            }
        }
        return std::nullopt;
    }

    // Many incidents lie at one place: its circle is computed once and shared.
    const QPainterPath &circleAround(LonLat centre, double radiusMetres, QPointF at)
    {
        const auto [found, isNew] = m_circles.try_emplace(PlaceKey{centre.lon, centre.lat, radiusMetres});
        if (isNew) {
            Geometry circle{Geometry::Type::Polygon, {geodesicCircle(centre, radiusMetres)}};
            for (LonLat &position : circle.parts.front()) // Whole, not torn, over the antimeridian.
                position.lon = centre.lon + std::remainder(position.lon - centre.lon, 360);
            found->second = pathOf(circle, centre, at);
        }
        return found->second;
    }

    // In Web Mercator in the copy of the world in which @p anchor is drawn at @p at.
    [[nodiscard]] QPainterPath pathOf(const Geometry &geometry, LonLat anchor, QPointF at)
    {
        std::vector<QPointF> pixels;
        m_viewport.pixelsFromLonLats(std::span(&anchor, 1), pixels);
        const QPointF shift = m_viewport.isWebMercator() ? at - pixels.front() : QPointF();
        QPainterPath path;
        std::vector<QPointF> clipped;
        for (const std::vector<LonLat> &part : geometry.parts) {
            m_viewport.pixelsFromLonLats(part, pixels);
            std::erase_if(pixels, [](QPointF pixel) { return std::isnan(pixel.x()); });
            for (QPointF &pixel : pixels)
                pixel += shift;
            if (geometry.type == Geometry::Type::Polygon) {
                clipRing(pixels, m_frame, clipped);
                path.addPolygon(QPolygonF(QList<QPointF>(clipped.begin(), clipped.end())));
                path.closeSubpath();
            } else {
                clipLine(pixels, m_frame, [&path](std::span<const QPointF> stretch, double) {
                    path.addPolygon(QPolygonF(QList<QPointF>(stretch.begin(), stretch.end())));
                });
            }
        }
        return path;
    }

    [[nodiscard]] std::vector<QString> labelTexts() const
    {
        std::vector<QString> texts;
        for (const std::vector<std::vector<QString>> *places : {&m_ringPlaces, &m_pinPlaces}) {
            for (const std::vector<QString> &names : *places) {
                const qsizetype more = static_cast<qsizetype>(names.size()) - 1;
                texts.push_back(
                    more == 0 ? names.front()
                              : QCoreApplication::translate("Scene", "%1 and %n more", nullptr, static_cast<int>(more))
                                    .arg(names.front()));
            }
        }
        return texts;
    }

    const Viewport &m_viewport;
    QRectF m_view;
    QRectF m_frame;
    bool m_stack;
    Scene m_scene;
    std::vector<SceneMark> m_rings;
    std::vector<SceneMark> m_pins;
    std::vector<std::vector<QString>> m_ringPlaces; // Of each ring: the places of its incidents, each once.
    std::vector<std::vector<QString>> m_pinPlaces;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> m_cells;
    std::map<PlaceKey, QPainterPath> m_circles;
    std::map<std::tuple<double, double, double, bool, bool>, std::size_t> m_areas; // Where they stand in the scene.
};

bool holds(const SceneArea &area, QPointF pixel)
{
    if (!area.line)
        return area.path.contains(pixel);
    QPainterPathStroker stroker(QPen(Qt::black, 10));
    return stroker.createStroke(area.path).contains(pixel);
}

} // namespace

std::vector<IncidentId> incidentsOf(const SceneArea &area)
{
    std::vector<IncidentId> incidents{area.incident};
    incidents.insert(incidents.end(), area.others.begin(), area.others.end());
    return incidents;
}

Scene makeScene(std::span<const SceneIncident> incidents, const Viewport &viewport, const IncidentFilter &filter,
                bool stack)
{
    SceneMaker maker(viewport, stack);
    SceneCount count;
    count.total = static_cast<int>(incidents.size());
    for (const SceneIncident &row : incidents) {
        if (!isShown(row, filter))
            ++count.filtered;
        else if (!row.incident.where || !anchorOf(*row.incident.where))
            ++count.withoutPlace;
        else
            maker.add(row);
    }
    return maker.take(count);
}

std::vector<IncidentId> incidentsAt(const Scene &scene, QPointF pixel)
{
    constexpr double reach = markDiameterPx / 2 + 2;
    std::vector<IncidentId> found;
    for (auto mark = scene.marks.rbegin(); mark != scene.marks.rend(); ++mark) {
        const QPointF away = mark->at - pixel;
        if (std::hypot(away.x(), away.y()) <= reach)
            found.insert(found.end(), mark->incidents.begin(), mark->incidents.end());
    }
    if (!found.empty())
        return found;
    for (auto area = scene.areas.rbegin(); area != scene.areas.rend(); ++area) {
        if (!holds(*area, pixel))
            continue;
        const std::vector<IncidentId> held = incidentsOf(*area);
        found.insert(found.end(), held.begin(), held.end());
    }
    return found;
}

} // namespace dateline
