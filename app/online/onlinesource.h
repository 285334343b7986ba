#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrl>

#include <cstdint>
#include <vector>

namespace dateline
{

/// What an address on the network is asked for.
enum class OnlineKind : std::uint8_t { OpenStreetMap, Tiles, PlaceSearch };

/// An address that the map, or the search for places, may be drawn from once the user has turned it on.
struct OnlineSource
{
    QString id; ///< Among the sources of this computer.
    OnlineKind kind = OnlineKind::Tiles;
    QString name;
    QString credit; ///< Who is to be named beside what it gives.
    /// Tiles: see tileAddress(). OpenStreetMap: what “z/x/y.png” is appended to. PlaceSearch: where Nominatim answers.
    QString address;
    QStringList matrices; ///< What {TileMatrix} stands for, by level; empty: the level’s number.
    int finest = 19; ///< The last level that it has.
    bool ownNames = false; ///< Names of places are part of its pictures.

    friend bool operator==(const OnlineSource &, const OnlineSource &) = default;
};

/// The sources that come with the program: OpenStreetMap's standard map, and its search for places.
[[nodiscard]] std::vector<OnlineSource> ownOnlineSources();

[[nodiscard]] QJsonObject jsonFrom(const OnlineSource &source);
/// What jsonFrom() wrote; Malformed for anything else, and for an address that may not be asked.
[[nodiscard]] Result<OnlineSource> onlineSourceFrom(const QJsonObject &json);

/// Whether @p url may be asked at all: over https, or over http within the user's own network; with nobody's password in it.
[[nodiscard]] Result<void> checkAddress(const QUrl &url);

/// What @p source asks first; its host and port are those of all that it asks.
[[nodiscard]] QUrl firstAddress(const OnlineSource &source);

/// “https://tile.example.org:443”: what the gate opens for @p url.
[[nodiscard]] QString webOrigin(const QUrl &url);

/// The host as people write it, with its port where that is not the usual one.
[[nodiscard]] QString hostName(const QUrl &url);

} // namespace dateline
