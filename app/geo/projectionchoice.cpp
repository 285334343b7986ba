#include "geo/projectionchoice.h"

#include "geo/projectiontext.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace dateline
{

namespace
{

QString number(double value)
{
    return QString::number(value, 'g', 12);
}

QString with(const char *key, double value)
{
    return QStringLiteral(" +%1=%2").arg(QLatin1StringView(key), number(value));
}

QString tail()
{
    return QStringLiteral(" +datum=WGS84 +units=m +no_defs");
}

/// A cone needs both of its parallels on one side of the equator: that of the middle.
std::pair<double, double> coneParallels(const LonLatBox &box)
{
    const double height = box.north - box.south;
    const double south = box.south + height / 6;
    const double north = box.south + height * 5 / 6;
    if (south > 0 || north < 0)
        return {south, north};
    const double near = 1;
    const double far = std::max({near + 1, north, -south});
    return box.centre().lat < 0 ? std::pair(-far, -near) : std::pair(near, far);
}

double tenth(double value)
{
    return std::round(value * 10) / 10;
}

} // namespace

QString fittingText(const LonLatBox &box)
{
    const LonLat middle = box.centre();
    const double width = box.east - box.west;
    const double height = box.north - box.south;
    const double groundWidth = width * std::cos(middle.lat * std::numbers::pi / 180);
    const QString lon0 = with("lon_0", std::remainder(middle.lon, 360));
    if (width > 150 || height > 100)
        return QStringLiteral("+proj=robin") + (width > 300 ? with("lon_0", 0) : lon0) + tail();
    QString azimuthal = QStringLiteral("+proj=laea") + with("lat_0", middle.lat) + lon0 + tail();
    if (box.north > 80 || box.south < -80 || std::abs(middle.lat) > 72)
        return azimuthal;
    if (height > 15 && height >= 1.5 * groundWidth)
        return QStringLiteral("+proj=tmerc") + with("lat_0", middle.lat) + lon0 + tail();
    const bool overEquator = (box.south < 0 && box.north > 0) || std::abs(middle.lat) < 12;
    if (overEquator && height > 30 && width <= height)
        return azimuthal;
    if (overEquator)
        return QStringLiteral("+proj=merc") + with("lat_ts", middle.lat) + lon0 + tail();
    return QStringLiteral("+proj=lcc") + with("lat_1", box.south + height / 6)
        + with("lat_2", box.south + height * 5 / 6) + with("lat_0", middle.lat) + lon0 + tail();
}

std::vector<CommonProjection> commonProjections(const LonLatBox &box)
{
    const LonLat middle = box.centre();
    const double lon = std::remainder(middle.lon, 360);
    const double lat = std::clamp(middle.lat, -90.0, 90.0);
    const bool world = box.east - box.west > 300;
    const QString aroundMeridian = with("lon_0", world ? 0 : std::round(lon)) + tail();
    const auto [lat1, lat2] = coneParallels(box);
    const QString cone = with("lat_1", tenth(lat1)) + with("lat_2", tenth(lat2)) + with("lat_0", tenth(lat))
        + with("lon_0", tenth(lon)) + tail();
    const int zone = 1 + std::clamp(static_cast<int>(std::floor((lon + 180) / 6)), 0, 59);
    const QString south = lat < 0 ? QStringLiteral(" +south") : QString();
    return {{ProjectionText::tr("What fits the extent"), {}},
            {ProjectionText::tr("Web Mercator"), QStringLiteral("EPSG:3857")},
            {ProjectionText::tr("Lambert conformal conic"), QStringLiteral("+proj=lcc") + cone},
            {ProjectionText::tr("Albers equal area"), QStringLiteral("+proj=aea") + cone},
            {ProjectionText::tr("Transverse Mercator, UTM zone"),
             QStringLiteral("+proj=utm") + with("zone", zone) + south + tail()},
            {ProjectionText::tr("Robinson"), QStringLiteral("+proj=robin") + aroundMeridian},
            {ProjectionText::tr("Equal Earth"), QStringLiteral("+proj=eqearth") + aroundMeridian},
            {ProjectionText::tr("Natural Earth"), QStringLiteral("+proj=natearth") + aroundMeridian},
            {ProjectionText::tr("Orthographic, the earth from afar"),
             QStringLiteral("+proj=ortho") + with("lat_0", std::round(lat)) + with("lon_0", std::round(lon)) + tail()}};
}

} // namespace dateline
