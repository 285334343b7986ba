#include "geo/viewshaper.h"

#include "geo/clip.h"

#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double thinPx = 0.4;
constexpr double straightPx = 12; // So short an edge is straight in any projection, as far as can be seen.

std::unique_ptr<OGRCoordinateTransformation> wayBetween(const OGRSpatialReference &from, const OGRSpatialReference &to)
{
    std::unique_ptr<OGRCoordinateTransformation> way(OGRCreateCoordinateTransformation(&from, &to));
    if (way)
        way->SetEmitErrors(false);
    return way;
}

/// Makes longitudes go on past 180° where @p points cross the antimeridian.
void unwrapDegrees(std::vector<QPointF> &points)
{
    constexpr double round = 359.999; // An edge round the whole world is meant.
    double turn = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double step = points[i].x() + turn - points[i - 1].x();
        if (std::abs(step) > 180 && std::abs(step) < round)
            turn -= std::copysign(360, step);
        points[i].rx() += turn;
    }
}

/// A ring around a pole, unwrapped, ends a turn further on: it goes over the pole to where it began.
void closeOverPole(std::vector<QPointF> &ring)
{
    const double turn = ring.back().x() - ring.front().x();
    if (std::abs(std::abs(turn) - 360) > 1e-6)
        return;
    double sum = 0;
    for (const QPointF at : ring)
        sum += at.y();
    const double pole = std::copysign(90, sum);
    ring.insert(ring.end(), {QPointF(ring.back().x(), pole), QPointF(ring.front().x(), pole), ring.front()});
}

} // namespace

void ViewShape::clear()
{
    areas.clear();
    lines.clear();
    points.clear();
}

ViewShaper::ViewShaper(const OverlayView &view, const Projection &projection, const OGRSpatialReference &crs,
                       const QRectF &extent, double tileMetres, double sparePx)
    : m_view(view)
    , m_projection(projection)
    , m_extent(extent)
    , m_tile(tileMetres)
    , m_isSamePlane(view.projection == QLatin1StringView("EPSG:3857") && crs.GetAuthorityCode(nullptr) != nullptr
                    && QByteArray(crs.GetAuthorityCode(nullptr)) == "3857")
{
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (crs.IsSame(&degrees) == FALSE) {
        m_toDegrees = wayBetween(crs, degrees);
        m_fromDegrees = wayBetween(degrees, crs);
    }
    m_seen = seenPartOf(view, projection, m_fromDegrees.get(), sparePx);
    findFilters();
}

ViewShaper::~ViewShaper() = default;

void ViewShaper::findFilters()
{
    if (m_fromDegrees) {
        m_filters = m_seen.near;
        return;
    }
    for (const int turn : {-1, 0, 1, 2}) {
        const QRectF box = m_seen.degrees.translated(-360.0 * turn, 0);
        if (m_seen.degrees.isValid() && boxesMeet(box, m_extent))
            m_filters.push_back(box);
    }
    if (m_filters.size() > 1 && m_seen.degrees.width() > 300)
        m_filters = {
            QRectF(QPointF(m_extent.left(), m_seen.degrees.top()), QPointF(m_extent.right(), m_seen.degrees.bottom()))};
}

bool ViewShaper::isTiny(const OGREnvelope &box) const
{
    return box.MaxX - box.MinX < m_seen.unitsPerPixel && box.MaxY - box.MinY < m_seen.unitsPerPixel;
}

ViewShaper::Points ViewShaper::thinned(const OGRLineString &line) const
{
    Points points;
    const int count = line.getNumPoints();
    points.reserve(static_cast<std::size_t>(count));
    const double least = thinPx * m_seen.unitsPerPixel;
    for (int i = 0; i < count; ++i) {
        const QPointF at(line.getX(i), line.getY(i));
        if (!std::isfinite(at.x()) || !std::isfinite(at.y()))
            continue;
        const bool isEnd = points.empty() || i == count - 1;
        if (isEnd || std::abs(at.x() - points.back().x()) > least || std::abs(at.y() - points.back().y()) > least)
            points.push_back(at);
    }
    return points;
}

bool ViewShaper::isSeam(QPointF a, QPointF b) const
{
    constexpr double worldMetres = 20037508.342789244;
    const auto isOnTile = [this](double from, double to) {
        const double line = (from + worldMetres) / m_tile;
        return std::abs(from - to) < 1e-5 * m_tile && std::abs(line - std::round(line)) < 1e-5;
    };
    if (m_tile > 0)
        return isOnTile(a.x(), b.x()) || isOnTile(a.y(), b.y());
    if (m_toDegrees)
        return false;
    // The sides of a map of the world, where what crosses the antimeridian was cut, and the poles.
    const auto isAt = [](double from, double to, double side) {
        return std::abs(std::abs(from) - side) < 1e-6 && std::abs(from - to) < 1e-6;
    };
    return isAt(a.x(), b.x(), 180) || isAt(a.y(), b.y(), 90);
}

void ViewShaper::shape(const OGRGeometry &geometry, ViewShape &into)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint: {
        const OGRPoint &point = *geometry.toPoint();
        if (!point.IsEmpty())
            shapePoint({point.getX(), point.getY()}, into);
        break;
    }
    case wkbLineString: shapeLine(*geometry.toLineString(), into); break;
    case wkbPolygon:
    case wkbTriangle: shapePolygon(*geometry.toPolygon(), into); break;
    case wkbPolyhedralSurface:
    case wkbTIN:
        for (const OGRPolygon *polygon : *geometry.toPolyhedralSurface())
            shapePolygon(*polygon, into);
        break;
    default:
        if (OGR_GT_IsSubClassOf(wkbFlatten(geometry.getGeometryType()), wkbGeometryCollection) != FALSE) {
            for (const OGRGeometry *part : *geometry.toGeometryCollection())
                shape(*part, into);
        }
    }
}

void ViewShaper::shapePoint(QPointF at, ViewShape &into)
{
    Points degrees = degreesOf({at});
    if (degrees.empty() || !m_seen.degrees.isValid())
        return;
    const double middle = m_seen.degrees.center().x();
    degrees[0].rx() = middle + std::remainder(degrees[0].x() - middle, 360);
    Points pixels;
    project(degrees, pixels);
    if (!std::isnan(pixels[0].x()))
        into.points.push_back(pixels[0]);
}

void ViewShaper::shapeLine(const OGRLineString &line, ViewShape &into)
{
    Points points = thinned(line);
    if (points.size() > 1)
        addLine(std::move(points), into);
}

void ViewShaper::shapePolygon(const OGRPolygon &polygon, ViewShape &into)
{
    for (const OGRLinearRing *ring : polygon) {
        Points points = thinned(*ring);
        if (points.size() > 2)
            shapeRing(std::move(points), into);
    }
}

void ViewShaper::addLine(Points line, ViewShape &into)
{
    if (!m_toDegrees) {
        unwrapDegrees(line);
        addDegrees(line, false, into);
        return;
    }
    for (const QRectF &near : m_seen.near) {
        clipLine(line, near, [&](std::span<const QPointF> stretch, double) {
            Points degrees = degreesOf(densified(stretch, false));
            unwrapDegrees(degrees);
            addDegrees(degrees, false, into);
        });
    }
}

void ViewShaper::shapeRing(Points ring, ViewShape &into)
{
    if (ring.front() != ring.back())
        ring.push_back(ring.front());
    // The outline first, in stretches between seams.
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= ring.size(); ++i) {
        if (i < ring.size() && !isSeam(ring[i - 1], ring[i]))
            continue;
        if (i - begin > 1)
            addLine(Points(ring.begin() + static_cast<std::ptrdiff_t>(begin),
                           ring.begin() + static_cast<std::ptrdiff_t>(i)),
                    into);
        begin = i;
    }
    if (!m_toDegrees) {
        unwrapDegrees(ring);
        closeOverPole(ring);
        addDegrees(ring, true, into);
        return;
    }
    for (const QRectF &near : m_seen.near) {
        Points part;
        clipRing(ring, near, part);
        if (part.size() < 3)
            continue;
        Points degrees = degreesOf(densified(part, true));
        if (degrees.size() < 3)
            continue;
        degrees.push_back(degrees.front());
        unwrapDegrees(degrees);
        closeOverPole(degrees);
        addDegrees(degrees, true, into);
    }
}

void ViewShaper::addDegrees(std::span<const QPointF> degrees, bool isRing, ViewShape &into)
{
    if (degrees.size() < 2 || !m_seen.degrees.isValid())
        return;
    const auto append = [&](std::span<const QPointF> points) {
        if (isRing)
            appendArea(points, into);
        else
            appendLine(points, into);
    };
    if (m_seen.isUncut) {
        append(degrees);
        return;
    }
    const QRectF box = boxAround(degrees);
    const int first = static_cast<int>(std::ceil((m_seen.degrees.left() - box.right()) / 360));
    const int last = static_cast<int>(std::floor((m_seen.degrees.right() - box.left()) / 360));
    Points turned;
    for (int turn = first; turn <= last; ++turn) {
        turned.assign(degrees.begin(), degrees.end());
        for (QPointF &at : turned)
            at.rx() += 360.0 * turn;
        if (boxHolds(m_seen.degrees, box.translated(360.0 * turn, 0))) {
            append(turned);
        } else if (isRing) {
            Points part;
            clipRing(turned, m_seen.degrees, part);
            append(part);
        } else {
            clipLine(turned, m_seen.degrees, [&](std::span<const QPointF> stretch, double) { append(stretch); });
        }
    }
}

ViewShaper::Points ViewShaper::densified(std::span<const QPointF> points, bool isRing) const
{
    Points dense;
    if (m_isSamePlane || m_seen.unitsPerPixel <= 0)
        return {points.begin(), points.end()};
    constexpr double mostSteps = 2000;
    dense.reserve(points.size());
    const std::size_t count = points.size();
    for (std::size_t i = 0; i < count; ++i) {
        dense.push_back(points[i]);
        if (i + 1 == count && !isRing)
            break;
        const QPointF way = points[(i + 1) % count] - points[i];
        const double px = std::hypot(way.x(), way.y()) / m_seen.unitsPerPixel;
        const int steps = static_cast<int>(std::min(mostSteps, std::ceil(px / straightPx)));
        for (int step = 1; step < steps; ++step)
            dense.push_back(points[i] + way * step / steps);
    }
    return dense;
}

ViewShaper::Points ViewShaper::degreesOf(Points points) const
{
    if (!m_toDegrees || points.empty())
        return points;
    std::vector<double> x(points.size());
    std::vector<double> y(points.size());
    std::vector<int> done(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        x[i] = points[i].x();
        y[i] = points[i].y();
    }
    m_toDegrees->Transform(points.size(), x.data(), y.data(), nullptr, done.data());
    Points degrees;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (done[i] != FALSE && std::isfinite(x[i]) && std::isfinite(y[i]))
            degrees.emplace_back(x[i], y[i]);
    }
    return degrees;
}

void ViewShaper::project(std::span<const QPointF> degrees, Points &pixels)
{
    m_places.clear();
    for (const QPointF at : degrees)
        m_places.push_back({at.x(), at.y()});
    m_projection.metresFromLonLats(m_places, pixels);
    const double scale = m_view.sizePx.width() / m_view.metres.width();
    for (QPointF &at : pixels)
        at = {(at.x() - m_view.metres.left()) * scale, (m_view.metres.bottom() - at.y()) * scale};
}

void ViewShaper::appendLine(std::span<const QPointF> degrees, ViewShape &into)
{
    Points pixels;
    project(m_toDegrees ? degrees : densified(degrees, false), pixels);
    QPolygonF line;
    for (const QPointF at : pixels) {
        if (!std::isnan(at.x())) {
            line.append(at);
            continue;
        }
        if (line.size() > 1)
            into.lines.push_back(line);
        line.clear();
    }
    if (line.size() > 1)
        into.lines.push_back(std::move(line));
}

void ViewShaper::appendArea(std::span<const QPointF> degrees, ViewShape &into)
{
    Points pixels;
    project(m_toDegrees ? degrees : densified(degrees, true), pixels);
    QPolygonF ring;
    for (const QPointF at : pixels) {
        if (!std::isnan(at.x()))
            ring.append(at);
    }
    if (ring.size() > 2)
        into.areas.push_back(std::move(ring));
}

} // namespace dateline
