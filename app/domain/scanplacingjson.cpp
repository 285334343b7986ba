#include "domain/scanplacingjson.h"

#include "domain/keys.h"

#include <QJsonArray>

#include <cmath>

namespace dateline
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<QLatin1StringView, 6> scanTransformations{"similarity"_L1,  "affine"_L1,          "polynomial2"_L1,
                                                               "polynomial3"_L1, "thinPlateSpline"_L1, "projective"_L1};

constexpr qsizetype mostControlPoints = 1000;

std::optional<ControlPoint> controlPointFrom(const QJsonObject &object)
{
    constexpr double mostPixels = 1e6;
    for (const auto &key : {u"x"_s, u"y"_s, u"lon"_s, u"lat"_s}) {
        if (!object[key].isDouble())
            return std::nullopt;
    }
    const ControlPoint point{{object[u"x"_s].toDouble(), object[u"y"_s].toDouble()},
                             {object[u"lon"_s].toDouble(), object[u"lat"_s].toDouble()},
                             object[u"enabled"_s].toBool(true)};
    const bool isOnEarth = std::abs(point.place.lon) <= 180 && std::abs(point.place.lat) <= 90;
    const bool isNearPicture = std::abs(point.pixel.x()) <= mostPixels && std::abs(point.pixel.y()) <= mostPixels;
    return isOnEarth && isNearPicture ? std::optional(point) : std::nullopt;
}

} // namespace

QJsonObject objectFrom(const ScanPlacing &placing)
{
    if (!placing.isOn())
        return {};
    QJsonArray points;
    for (const ControlPoint &point : placing.points) {
        QJsonObject object{{u"x"_s, point.pixel.x()},
                           {u"y"_s, point.pixel.y()},
                           {u"lon"_s, point.place.lon},
                           {u"lat"_s, point.place.lat}};
        if (!point.enabled)
            object.insert(u"enabled"_s, false);
        points.append(object);
    }
    QJsonObject object{
        {u"transformation"_s, QString(scanTransformations.at(static_cast<std::size_t>(placing.transformation)))},
        {u"points"_s, points}};
    if (!placing.projection.isEmpty())
        object.insert(u"projection"_s, placing.projection);
    return object;
}

ScanPlacing scanPlacingFrom(const QJsonObject &object)
{
    ScanPlacing placing;
    placing.transformation =
        enumFromKey<ScanTransformation>(scanTransformations, object[u"transformation"_s].toString())
            .value_or(placing.transformation);
    placing.projection = object[u"projection"_s].toString();
    const QJsonArray points = object[u"points"_s].toArray();
    for (qsizetype i = 0; i < std::min(points.size(), mostControlPoints); ++i) {
        if (const std::optional<ControlPoint> point = controlPointFrom(points[i].toObject()))
            placing.points.push_back(*point);
    }
    return placing;
}

} // namespace dateline
