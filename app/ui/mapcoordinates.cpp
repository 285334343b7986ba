#include "ui/mapcoordinates.h"

#include "ui/settings.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr int coordinateFormatCount = 5;

CoordinateFormat formatFrom(int number)
{
    return static_cast<CoordinateFormat>(std::clamp(number, 0, coordinateFormatCount - 1));
}

/// The metres that the last decimal of a number of degrees stands for: 39.5 was never known to a metre.
double metresOfLastDecimal(double degrees)
{
    const QString shortest = QString::number(degrees, 'f', QLocale::FloatingPointShortest);
    const qsizetype point = shortest.indexOf(u'.');
    const auto decimals = static_cast<double>(point < 0 ? 0 : shortest.size() - point - 1);
    constexpr double metresInDegree = 111'319;
    return metresInDegree * std::pow(10, -decimals);
}

} // namespace

MapCoordinates::MapCoordinates(Camera *camera, IncidentDetails *details, QObject *parent)
    : QObject(parent)
    , m_camera(camera)
    , m_details(details)
    , m_format(formatFrom(settings().value(QStringLiteral("coordinates")).toInt()))
{
    connect(camera, &Camera::changed, this, &MapCoordinates::moved);
    connect(details, &IncidentDetails::changed, this, &MapCoordinates::changed);
}

void MapCoordinates::setFormat(int format)
{
    if (formatFrom(format) == m_format)
        return;
    m_format = formatFrom(format);
    settings().setValue(QStringLiteral("coordinates"), this->format());
    Q_EMIT changed();
    Q_EMIT moved();
}

QStringList MapCoordinates::formatNames() const
{
    return {tr("Degrees"), tr("Degrees, minutes, seconds"), tr("UTM"), tr("MGRS"), tr("Plus code")};
}

QString MapCoordinates::textOf(LonLat at, double metres) const
{
    return coordinateText(at, m_format, metres);
}

double MapCoordinates::metresAt(LonLat at) const
{
    return Viewport::webMercator({at.lon, std::clamp(at.lat, -85.0, 85.0)}, m_camera->zoom(), {1, 1})
        .metresPerPixelAt({0.5, 0.5});
}

LonLat MapCoordinates::placeAt(QPointF pixel) const
{
    const LonLat middle{m_camera->longitude(), m_camera->latitude()};
    return m_camera->viewport().lonLatFromPixel(pixel).value_or(middle);
}

QString MapCoordinates::text() const
{
    const LonLat at = m_pointer ? placeAt(*m_pointer) : LonLat{m_camera->longitude(), m_camera->latitude()};
    return textOf(at, metresAt(at));
}

QString MapCoordinates::incidentText() const
{
    const std::optional<Where> &where = m_details->incident().where;
    const std::optional<LonLat> anchor = where ? anchorOf(*where) : std::nullopt;
    if (!anchor || where->precision > LocationPrecision::Near)
        return {};
    const double known = where->precision == LocationPrecision::Exact ? 1 : where->radiusMetres / 10;
    const double written = std::min(metresOfLastDecimal(anchor->lat), metresOfLastDecimal(anchor->lon));
    return textOf(*anchor, std::max(known, written));
}

QPointF MapCoordinates::markPixel() const
{
    return m_mark ? m_camera->pixelOf(m_mark->at.lon, m_mark->at.lat) : QPointF();
}

double MapCoordinates::markRadius() const
{
    return m_mark ? m_mark->halfSizeMetres / metresAt(m_mark->at) : 0;
}

QString MapCoordinates::markText() const
{
    return m_mark ? textOf(m_mark->at, 2 * m_mark->halfSizeMetres) : QString();
}

void MapCoordinates::point(QPointF pixel)
{
    m_pointer = pixel;
    Q_EMIT moved();
}

void MapCoordinates::leave()
{
    m_pointer.reset();
    Q_EMIT moved();
}

void MapCoordinates::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(tr("Copied: %1").arg(text));
}

void MapCoordinates::copy()
{
    copyText(text());
}

void MapCoordinates::copyAt(QPointF pixel)
{
    const LonLat at = placeAt(pixel);
    copyText(textOf(at, metresAt(at)));
}

void MapCoordinates::copyIncident()
{
    if (const QString text = incidentText(); !text.isEmpty())
        copyText(text);
}

void MapCoordinates::removeMark()
{
    m_mark.reset();
    Q_EMIT moved();
}

void MapCoordinates::show(const CoordinateReading &place)
{
    m_mark = place;
    Q_EMIT moved();
    // What the coordinates cannot tell apart takes a quarter of a small map.
    constexpr double sidePx = 100;
    constexpr double farthestZoom = 3;
    constexpr double nearestZoom = 11;
    const double metresNow = metresAt(place.at);
    const double zoom = m_camera->zoom() + std::log2(metresNow * sidePx / (2 * std::max(place.halfSizeMetres, 1.0)));
    m_camera->look(place.at, std::floor(std::clamp(zoom, farthestZoom, nearestZoom)));
}

} // namespace dateline
