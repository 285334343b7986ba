#include "figure/changetexts.h"

#include "base/zone.h"
#include "domain/incident.h"
#include "figure/figuretext.h"
#include "figure/words.h"
#include "geo/geodesy.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

std::optional<LonLat> positionOf(const QJsonValue &where)
{
    if (!where[u"lon"].isDouble() || !where[u"lat"].isDouble())
        return std::nullopt;
    return LonLat{where[u"lon"].toDouble(), where[u"lat"].toDouble()};
}

} // namespace

QString incidentText(const QJsonObject &incident)
{
    const QString title = incident[u"title"].toString();
    const QString name =
        title.isEmpty() ? FigureText::tr("Incident %1").arg(incident[u"id"].toInteger()) : u'“' + title + u'”';
    const int number = incident[u"number"].toInt();
    return number > 0 ? FigureText::tr("%1 (number %2)").arg(name).arg(number) : name;
}

QString wordsText(const QJsonValue &quote)
{
    return quote[u"hidden"].isString() ? FigureText::tr("(left out on purpose)") : quoted(quote[u"words"].toString());
}

QString timeText(const QJsonValue &when)
{
    const std::optional<UtcMinute> begin = utcFromIso(when[u"begin"].toString());
    const std::optional<UtcMinute> end = utcFromIso(when[u"end"].toString());
    if (!begin || !end)
        return FigureText::tr("without a time");
    const TimePrecision precision = timePrecisionFromKey(when[u"precision"].toString()).value_or(TimePrecision::Minute);
    return textFromSpan({*begin, *end, precision}, zoneOrUtc(when[u"zone"].toString()));
}

QString placeText(const QJsonValue &where)
{
    const QString place = where[u"place"].toString();
    if (!where.isObject())
        return FigureText::tr("no place");
    return place.isEmpty() ? FigureText::tr("a place without a name") : place;
}

QString distanceText(const QJsonValue &a, const QJsonValue &b)
{
    const std::optional<LonLat> from = positionOf(a);
    const std::optional<LonLat> to = positionOf(b);
    if (!from || !to || *from == *to)
        return {};
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const double metres = distanceMetres(*from, *to);
    constexpr double kilometre = 1000;
    return metres < kilometre ? FigureText::tr("%1 m").arg(std::max(1.0, std::round(metres)))
                              : FigureText::tr("%1 km").arg(english.toString(metres / kilometre, 'f', 1));
}

} // namespace dateline
