#include "domain/sameevent.h"

#include <QCoreApplication>

#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

struct SameEventText
{
    Q_DECLARE_TR_FUNCTIONS(SameEvent)
};

// On a sphere, 0.6 % off at worst: far less than any radius that it is compared with.
double metresBetween(LonLat a, LonLat b)
{
    constexpr double earthMetres = 6'371'008.8;
    constexpr double radians = std::numbers::pi / 180;
    const double north = std::sin((b.lat - a.lat) * radians / 2);
    const double east = std::sin((b.lon - a.lon) * radians / 2);
    const double h = north * north + std::cos(a.lat * radians) * std::cos(b.lat * radians) * east * east;
    return 2 * earthMetres * std::asin(std::min(1.0, std::sqrt(h)));
}

// How far from its anchor the place may lie: its radius, or the corner of its outline's box.
double reachOf(const Where &where)
{
    if (where.radiusMetres > 0 || where.geometry.type == Geometry::Type::Point)
        return where.radiusMetres;
    const std::optional<LonLatBox> box = boxOf(where.geometry);
    return box ? metresBetween(box->centre(), {box->east, box->north}) : 0;
}

std::chrono::minutes apartOf(const TimeSpan &a, const TimeSpan &b)
{
    if (a.begin < b.end && b.begin < a.end)
        return std::chrono::minutes(0);
    return a.begin < b.begin ? b.begin - a.end : a.begin - b.end;
}

QString distanceText(double metres)
{
    return metres >= 1000 ? SameEventText::tr("%1 km").arg(std::lround(metres / 1000))
                          : SameEventText::tr("%1 m").arg(std::lround(metres));
}

QString timeReason(std::chrono::minutes apart)
{
    if (apart == std::chrono::minutes(0))
        return SameEventText::tr("at overlapping times");
    if (apart < std::chrono::hours(1))
        return SameEventText::tr("less than an hour apart");
    return SameEventText::tr("%1 h apart").arg(std::lround(static_cast<double>(apart.count()) / 60));
}

} // namespace

std::optional<Resemblance> sameEvent(const Incident &proposed, const Incident &known)
{
    if (proposed.kind != known.kind || !proposed.where || !known.where || !proposed.when || !known.when)
        return std::nullopt;
    if (proposed.where->precision == LocationPrecision::Country || known.where->precision == LocationPrecision::Country)
        return std::nullopt;
    const std::chrono::minutes apart = apartOf(proposed.when->span, known.when->span);
    if (apart > mostApart)
        return std::nullopt;
    const std::optional<LonLat> here = anchorOf(*proposed.where);
    const std::optional<LonLat> there = anchorOf(*known.where);
    if (!here || !there)
        return std::nullopt;
    // Two exact positions are of one event as far as a person measures them apart.
    constexpr double leastReach = 250;
    const double allowed = std::max(leastReach, reachOf(*proposed.where) + reachOf(*known.where));
    const double metres = metresBetween(*here, *there);
    if (metres > allowed)
        return std::nullopt;
    const QString place = metres < 1
        ? SameEventText::tr("at the same place")
        : SameEventText::tr("%1 apart, within ± %2").arg(distanceText(metres), distanceText(allowed));
    return Resemblance{metres, apart, SameEventText::tr("Same kind; %1; %2").arg(place, timeReason(apart))};
}

} // namespace dateline
