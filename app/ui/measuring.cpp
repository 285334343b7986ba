#include "ui/measuring.h"

#include "geo/geodesy.h"
#include "ui/mapline.h"
#include "ui/settings.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace dateline
{

namespace
{

LengthUnits unitsFrom(int number)
{
    return static_cast<LengthUnits>(std::clamp(number, 0, lengthUnitsCount - 1));
}

/// The shortest ways from point to point, with as many positions as make their curve smooth.
std::vector<LonLat> curveThrough(std::span<const LonLat> points)
{
    if (points.empty())
        return {};
    std::vector<LonLat> curve{points.front()};
    for (std::size_t i = 1; i < points.size(); ++i) {
        constexpr double straightMetres = 10'000;
        constexpr double pieces = 200;
        const double step = std::max(straightMetres, distanceMetres(points[i - 1], points[i]) / pieces);
        const std::vector<LonLat> way = shortestWay(points[i - 1], points[i], step);
        curve.insert(curve.end(), way.begin() + 1, way.end());
    }
    return curve;
}

bool isLeftOf(QPointF from, QPointF to, QPointF point)
{
    const QPointF along = to - from;
    const QPointF aside = point - from;
    return along.x() * aside.y() - along.y() * aside.x() > 0;
}

/// Whether two edges of the closed outline through @p corners cross.
bool crossesItself(const QList<QPointF> &corners)
{
    const qsizetype count = corners.size();
    for (qsizetype i = 0; i < count; ++i) {
        const QPointF a = corners[i];
        const QPointF b = corners[(i + 1) % count];
        for (qsizetype k = i + 2; k < count; ++k) {
            const QPointF c = corners[k];
            const QPointF d = corners[(k + 1) % count];
            const bool isNeighbour = (k + 1) % count == i;
            if (!isNeighbour && isLeftOf(a, b, c) != isLeftOf(a, b, d) && isLeftOf(c, d, a) != isLeftOf(c, d, b))
                return true;
        }
    }
    return false;
}

} // namespace

Measuring::Measuring(Camera *camera, const MapCoordinates *coordinates, QObject *parent)
    : QObject(parent)
    , m_camera(camera)
    , m_coordinates(coordinates)
    , m_units(unitsFrom(settings().value(QStringLiteral("lengthUnits")).toInt()))
{
    connect(camera, &Camera::changed, this, [this] {
        if (!m_active)
            return;
        Q_EMIT moved();
        Q_EMIT pointed();
    });
}

void Measuring::tell()
{
    Q_EMIT changed();
    Q_EMIT moved();
    Q_EMIT pointed();
}

void Measuring::setUnits(int units)
{
    m_units = unitsFrom(units);
    settings().setValue(QStringLiteral("lengthUnits"), this->units());
    tell();
}

QStringList Measuring::unitNames() const
{
    return {tr("Metres, kilometres"), tr("Feet, miles"), tr("Nautical miles")};
}

QString Measuring::hint() const
{
    if (!m_drawing)
        return {};
    const std::size_t fewest = m_area ? 3 : 2;
    if (m_points.size() < fewest)
        return m_area ? tr("Click the corners of the area on the map; Esc stops")
                      : tr("Click the points of the way on the map; Esc stops");
    return tr("Enter or a double click ends; Backspace takes the last point back");
}

std::vector<LonLat> Measuring::measured(bool withPointer) const
{
    std::vector<LonLat> points = m_points;
    if (withPointer && m_drawing && m_next && !points.empty())
        points.push_back(*m_next);
    return points;
}

double Measuring::lengthOf(const std::vector<LonLat> &points) const
{
    double metres = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        metres += distanceMetres(points[i - 1], points[i]);
    // Along the edge of an area and back to its beginning.
    if (m_area && points.size() > 2)
        metres += distanceMetres(points.back(), points.front());
    return metres;
}

QString Measuring::totalOf(const std::vector<LonLat> &points) const
{
    return m_area ? areaText(areaSquareMetres(points), m_units) : lengthText(lengthOf(points), m_units);
}

QString Measuring::total() const
{
    return totalOf(measured(true));
}

QStringList Measuring::details() const
{
    const std::vector<LonLat> points = measured(true);
    if (points.size() < 2)
        return {};
    if (m_area) {
        QStringList lines{tr("Edge: %1").arg(lengthText(lengthOf(points), m_units))};
        if (crossesItself(pixelsAlong(points, m_camera->viewport())))
            lines.append(tr("The edge crosses itself: parts count against each other"));
        return lines;
    }
    const LonLat from = points[points.size() - 2];
    const QString bearing = bearingText(bearingDegrees(from, points.back()));
    if (points.size() == 2)
        return {tr("Bearing: %1").arg(bearing)};
    const LonLat first = points.front();
    return {tr("Last leg: %1, bearing %2").arg(lengthText(distanceMetres(from, points.back()), m_units), bearing),
            tr("First to last: %1, bearing %2")
                .arg(lengthText(distanceMetres(first, points.back()), m_units),
                     bearingText(bearingDegrees(first, points.back())))};
}

QList<QPointF> Measuring::line() const
{
    std::vector<LonLat> points = m_points;
    if (m_area && !m_drawing && points.size() > 2)
        points.push_back(points.front());
    return pixelsAlong(curveThrough(points), m_camera->viewport());
}

QList<QPointF> Measuring::rubber() const
{
    if (!m_drawing || m_points.empty())
        return {};
    // Behind the line, so that it begins on the copy of the world where that ends.
    std::vector<LonLat> curve = curveThrough(m_points);
    const auto begin = static_cast<qsizetype>(curve.size()) - 1;
    std::vector<LonLat> points{m_points.back()};
    if (m_next)
        points.push_back(*m_next);
    if (m_area && m_points.size() > 1)
        points.push_back(m_points.front());
    const std::vector<LonLat> rest = curveThrough(points);
    curve.insert(curve.end(), rest.begin() + 1, rest.end());
    return pixelsAlong(curve, m_camera->viewport()).mid(begin);
}

QList<QPointF> Measuring::points() const
{
    return pixelsAlong(m_points, m_camera->viewport());
}

QList<MeasuredLeg> Measuring::legs() const
{
    std::vector<LonLat> points = measured(true);
    if (points.empty())
        return {};
    if (m_area && points.size() > 2)
        points.push_back(points.front());
    std::vector<LonLat> withMiddles{points.front()};
    QStringList lengths;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const LonLat from = points[i - 1];
        const double metres = distanceMetres(from, points[i]);
        lengths.append(lengthText(metres, m_units));
        withMiddles.push_back(destination(from, bearingDegrees(from, points[i]), metres / 2));
        withMiddles.push_back(points[i]);
    }
    const QList<QPointF> pixels = pixelsAlong(withMiddles, m_camera->viewport());
    QList<MeasuredLeg> legs;
    for (qsizetype i = 0; i < lengths.size() && 2 * i + 1 < pixels.size(); ++i)
        legs.append(MeasuredLeg{pixels[2 * i + 1], lengths[i]});
    return legs;
}

void Measuring::start(bool area)
{
    m_active = true;
    m_drawing = true;
    m_area = area;
    m_points.clear();
    m_known.clear();
    m_next.reset();
    tell();
}

void Measuring::add(double longitude, double latitude)
{
    const LonLat point{longitude, latitude};
    if (!m_drawing || (!m_points.empty() && m_points.back() == point))
        return;
    m_points.push_back(point);
    m_known.push_back(m_coordinates->metresAt(point));
    tell();
}

void Measuring::addMiddle()
{
    add(m_camera->longitude(), m_camera->latitude());
}

void Measuring::pointTo(double longitude, double latitude)
{
    if (!m_drawing)
        return;
    m_next = LonLat{longitude, latitude};
    Q_EMIT pointed();
}

void Measuring::pointAway()
{
    m_next.reset();
    Q_EMIT pointed();
}

void Measuring::takeBack()
{
    if (!m_drawing || m_points.empty())
        return;
    m_points.pop_back();
    m_known.pop_back();
    tell();
}

void Measuring::finish()
{
    m_drawing = false;
    m_next.reset();
    if (m_points.size() < 2)
        return leave();
    tell();
}

void Measuring::leave()
{
    m_active = false;
    m_drawing = false;
    m_points.clear();
    m_known.clear();
    m_next.reset();
    tell();
}

QString Measuring::resultText() const
{
    QStringList lines{(m_area ? tr("Area: %1") : tr("Distance: %1")).arg(totalOf(m_points))};
    if (m_area)
        lines.append(tr("Edge: %1").arg(lengthText(lengthOf(m_points), m_units)));
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const LonLat at = m_points[i];
        const QString place = tr("%1. %2").arg(i + 1).arg(m_coordinates->textOf(at, m_known[i]));
        const std::optional<LonLat> from = i > 0 ? std::optional(m_points[i - 1])
            : m_area && m_points.size() > 2      ? std::optional(m_points.back())
                                                 : std::nullopt;
        lines.append(from ? tr("%1 (%2, bearing %3)")
                                .arg(place, lengthText(distanceMetres(*from, at), m_units),
                                     bearingText(bearingDegrees(*from, at)))
                          : place);
    }
    return lines.join(u'\n');
}

void Measuring::copy()
{
    if (m_points.size() < 2)
        return;
    QGuiApplication::clipboard()->setText(resultText());
    Q_EMIT copied(tr("The measurement is copied as text"));
}

} // namespace dateline
