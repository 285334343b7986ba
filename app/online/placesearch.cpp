#include "online/placesearch.h"

#include "online/onlinetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr qsizetype mostPlaces = 8;

std::optional<double> degreesFrom(const QJsonValue &value, double most)
{
    bool isNumber = value.isDouble();
    const double degrees = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || !(std::abs(degrees) <= most))
        return std::nullopt;
    return degrees;
}

/// South, north, west, east, as Nominatim has them.
std::optional<LonLatBox> searchedBox(const QJsonArray &edges)
{
    const auto south = degreesFrom(edges.at(0), 90);
    const auto north = degreesFrom(edges.at(1), 90);
    const auto west = degreesFrom(edges.at(2), 180);
    const auto east = degreesFrom(edges.at(3), 180);
    if (!south || !north || !west || !east || *south > *north || *west > *east)
        return std::nullopt;
    return LonLatBox{*west, *south, *east, *north};
}

std::optional<OnlinePlace> placeFrom(const QJsonObject &json)
{
    const auto lon = degreesFrom(json[u"lon"], 180);
    const auto lat = degreesFrom(json[u"lat"], 90);
    const auto box = searchedBox(json[u"boundingbox"].toArray());
    QStringList parts = json[u"display_name"].toString().split(QStringLiteral(", "), Qt::SkipEmptyParts);
    if (!lon || !lat || !box || parts.isEmpty())
        return std::nullopt;
    const QJsonObject address = json[u"address"].toObject();
    OnlinePlace place{.name = json[u"name"].toString(),
                      .detail = {},
                      .type = json[u"addresstype"].toString(json[u"type"].toString()),
                      .province = address[u"state"].toString(),
                      .country = address[u"country_code"].toString().toUpper(),
                      .position = {*lon, *lat},
                      .box = *box};
    if (place.name.isEmpty())
        place.name = parts.front();
    if (parts.front() == place.name)
        parts.removeFirst();
    parts.prepend(QString(place.type).replace(u'_', u' '));
    parts.removeAll(QString());
    place.detail = parts.join(QStringLiteral(", "));
    return place;
}

/// From the position to the farthest corner of the box, about.
double reachMetres(const OnlinePlace &place)
{
    constexpr double metresPerDegree = 111'320;
    const double narrowing = std::cos(place.position.lat * std::numbers::pi / 180);
    const double east = std::max(place.box.east - place.position.lon, place.position.lon - place.box.west);
    const double north = std::max(place.box.north - place.position.lat, place.position.lat - place.box.south);
    return std::hypot(east * narrowing, north) * metresPerDegree;
}

LocationPrecision precisionOf(const OnlinePlace &place, double reach)
{
    constexpr double largestPointMetres = 10'000; // As for places of the gazetteer.
    const QString &type = place.type;
    if (type == u"country")
        return LocationPrecision::Country;
    if (type == u"state" || type == u"province" || type == u"region")
        return LocationPrecision::Province;
    const bool isDistrict =
        type == u"county" || type == u"district" || type == u"state_district" || type == u"municipality";
    return isDistrict || reach > largestPointMetres ? LocationPrecision::District : LocationPrecision::Near;
}

} // namespace

QUrl placeSearchAddress(const OnlineSource &source, const QString &words, const QString &language)
{
    QUrl url(source.address);
    QUrlQuery query(url);
    // A query of this class leaves “+” and “&” as they are.
    query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(words.simplified().left(200))));
    query.addQueryItem(QStringLiteral("format"), QStringLiteral("jsonv2"));
    query.addQueryItem(QStringLiteral("addressdetails"), QStringLiteral("1"));
    query.addQueryItem(QStringLiteral("limit"), QString::number(mostPlaces));
    query.addQueryItem(QStringLiteral("accept-language"), language);
    url.setQuery(query);
    return url;
}

Result<std::vector<OnlinePlace>> onlinePlacesFrom(const QByteArray &answer, const QString &host)
{
    const QJsonDocument json = QJsonDocument::fromJson(answer);
    if (!json.isArray()) {
        return failure(
            Error::Kind::Malformed,
            OnlineText::tr("What %1 answers is no list of places; look whether its address is right").arg(host), host);
    }
    std::vector<OnlinePlace> places;
    for (const QJsonValue row : json.array()) {
        if (std::ssize(places) == mostPlaces)
            break;
        if (std::optional<OnlinePlace> place = placeFrom(row.toObject()))
            places.push_back(std::move(*place));
    }
    return places;
}

Where whereOf(const OnlinePlace &place)
{
    constexpr double leastMetres = 100;
    Where where;
    where.place = place.name;
    where.country = place.country;
    const double reach = reachMetres(place);
    where.precision = precisionOf(place, reach);
    if (where.precision != LocationPrecision::Country)
        where.province = place.province;
    where.geometry = pointGeometry(place.position);
    where.radiusMetres = std::ceil(std::max(reach, leastMetres));
    return where;
}

} // namespace dateline
