#include "domain/incident.h"

#include "domain/keys.h"

#include <QCoreApplication>

namespace dateline
{

namespace
{

constexpr std::array<QLatin1StringView, 5> precisionKeys{QLatin1StringView("exact"), QLatin1StringView("near"),
                                                         QLatin1StringView("district"), QLatin1StringView("province"),
                                                         QLatin1StringView("country")};
constexpr std::array<QLatin1StringView, 4> statusKeys{QLatin1StringView("reported"), QLatin1StringView("corroborated"),
                                                      QLatin1StringView("disputed"), QLatin1StringView("refuted")};
constexpr std::array<QLatin1StringView, 6> lossKeys{QLatin1StringView("killed"),    QLatin1StringView("wounded"),
                                                    QLatin1StringView("captured"),  QLatin1StringView("missing"),
                                                    QLatin1StringView("displaced"), QLatin1StringView("destroyed")};

} // namespace

QString keyOf(LocationPrecision precision)
{
    return precisionKeys.at(static_cast<std::size_t>(precision));
}

QString keyOf(Status status)
{
    return statusKeys.at(static_cast<std::size_t>(status));
}

QString keyOf(Loss::Kind kind)
{
    return lossKeys.at(static_cast<std::size_t>(kind));
}

QString numbersOf(const Loss &loss)
{
    if (loss.low == loss.high)
        return QString::number(loss.low);
    if (!loss.best)
        return QStringLiteral("%1–%2").arg(loss.low).arg(loss.high);
    return QCoreApplication::translate("Incident", "%1–%2, best %3").arg(loss.low).arg(loss.high).arg(*loss.best);
}

std::optional<LocationPrecision> locationPrecisionFromKey(QStringView key)
{
    return enumFromKey<LocationPrecision>(precisionKeys, key);
}

std::optional<Status> statusFromKey(QStringView key)
{
    return enumFromKey<Status>(statusKeys, key);
}

std::optional<Loss::Kind> lossKindFromKey(QStringView key)
{
    return enumFromKey<Loss::Kind>(lossKeys, key);
}

std::optional<LonLat> anchorOf(const Where &where)
{
    const std::optional<LonLatBox> box = boxOf(where.geometry);
    return box ? std::optional(box->centre()) : std::nullopt;
}

} // namespace dateline
