#pragma once

#include "domain/incident.h"
#include "online/onlinesource.h"

#include <QByteArray>

namespace dateline
{

/// A place as Nominatim tells it.
struct OnlinePlace
{
    QString name;
    QString detail; ///< What lies around it, and what it is.
    QString type; ///< “city”, “state”, “house” …
    QString province;
    QString country; ///< ISO 3166-1 alpha-2.
    LonLat position;
    LonLatBox box;
};

/// The question for places called @p words, with names in @p language.
[[nodiscard]] QUrl placeSearchAddress(const OnlineSource &source, const QString &words, const QString &language);

/// The places in @p answer, best first; rows without a position are left out. Malformed if it is no answer of Nominatim's.
[[nodiscard]] Result<std::vector<OnlinePlace>> onlinePlacesFrom(const QByteArray &answer, const QString &host);

/// The place as a location with its precision: its box is how closely it is known. An area is one, and nothing is exact.
[[nodiscard]] Where whereOf(const OnlinePlace &place);

} // namespace dateline
