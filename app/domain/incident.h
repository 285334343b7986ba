#pragma once

#include "base/ids.h"
#include "base/time.h"
#include "domain/geometry.h"
#include "domain/kind.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace dateline
{

/// How closely a place is known. Exact draws a pin; Near a pin in its circle; the rest an area, never a pin.
enum class LocationPrecision : std::uint8_t { Exact, Near, District, Province, Country };
inline constexpr int locationPrecisionCount = 5;

/// Where an incident is said to have happened.
struct Where
{
    QString place; ///< The place's name.
    QString province;
    QString country; ///< ISO 3166-1 alpha-2, of the internationally recognised territory; empty if not known.
    Geometry geometry; ///< A point for Exact and Near; an outline, or the centre of the radius, for the rest.
    LocationPrecision precision = LocationPrecision::Near;
    double radiusMetres = 0; ///< How far from the point it may be; 0 for Exact and for outlines.
    QString asWritten; ///< The words of the place, such as “in the direction of the cities of Goris”.

    friend bool operator==(const Where &, const Where &) = default;
};

/// When an incident is said to have happened.
struct When
{
    TimeSpan span;
    QString zone; ///< IANA name or “UTC+04:00”: the zone to tell local time in; empty for UTC only.
    QString asWritten; ///< The words of the time.

    friend bool operator==(const When &, const When &) = default;
};

/// People or things lost, as somebody reports them.
struct Loss
{
    enum class Kind : std::uint8_t { Killed, Wounded, Captured, Missing, Displaced, Destroyed };

    Kind kind = Kind::Killed;
    qint64 low = 0;
    qint64 high = 0;
    QString ofWhom; ///< “Armenian service personnel”.
    QString reportedBy;
    std::optional<qint64> best; ///< The likeliest of low … high, where the source names one.

    friend bool operator==(const Loss &, const Loss &) = default;
};

/// How well an incident stands.
enum class Status : std::uint8_t { Reported, Corroborated, Disputed, Refuted };
inline constexpr int statusCount = 4;

inline constexpr int credibilityCount = 7; ///< Not graded, and 1–6.

/// One reported event: what, when, where, who, as far as its claims say.
struct Incident
{
    IncidentId id{};
    QString title;
    Kind kind = Kind::NotStated;
    std::optional<SubKind> subKind;
    std::optional<When> when; ///< None: no time is stated.
    std::optional<Where> where; ///< None: no place is stated.
    QStringList actors;
    std::vector<Loss> losses;
    Status status = Status::Reported;
    int credibility = 0; ///< Admiralty credibility 1–6; 0 if not graded.
    QStringList tags;
    QString notes;
    bool graphic = false; ///< Its words are hidden until asked for.
    bool sensitive = false; ///< Exports blur its place.
    QString dataSetId; ///< Its row's id in the data set that it came from; empty if it came from none.
    QString attributes; ///< JSON object: what that data set says besides; empty if nothing.

    friend bool operator==(const Incident &, const Incident &) = default;
};

// Stable English keys, as stored in cases and JSON: “near”, “reported”, “killed”.
[[nodiscard]] QString keyOf(LocationPrecision precision);
[[nodiscard]] QString keyOf(Status status);
[[nodiscard]] QString keyOf(Loss::Kind kind);
[[nodiscard]] std::optional<LocationPrecision> locationPrecisionFromKey(QStringView key);
[[nodiscard]] std::optional<Status> statusFromKey(QStringView key);
[[nodiscard]] std::optional<Loss::Kind> lossKindFromKey(QStringView key);

/// “49”, “49–60”, “49–60, best 52”.
[[nodiscard]] QString numbersOf(const Loss &loss);

/// The one position that stands for @p where on a map: its point, or the middle of its outline's box.
[[nodiscard]] std::optional<LonLat> anchorOf(const Where &where);

} // namespace dateline
