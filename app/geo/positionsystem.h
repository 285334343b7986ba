#pragma once

#include "base/lonlat.h"
#include "base/result.h"

#include <QString>

#include <memory>
#include <optional>

namespace dateline
{

/// A system that positions of others are given in: a plane of eastings and northings, or degrees on another datum.
///
/// One object is for one thread at a time.
class PositionSystem
{
public:
    /// The system that “EPSG:32638”, “32638”, well-known text or a PROJ string names.
    ///
    /// Malformed if PROJ knows no such system, or no way from it to WGS 84 whose error is known.
    [[nodiscard]] static Result<PositionSystem> fromText(const QString &text);

    PositionSystem(PositionSystem &&) noexcept;
    PositionSystem &operator=(PositionSystem &&) noexcept;
    ~PositionSystem();

    [[nodiscard]] QString name() const; ///< “WGS 84 / UTM zone 38N”.
    [[nodiscard]] bool isPlane() const; ///< Else its numbers are degrees, and eastings are longitudes.

    /// A position and how far from it the true one may be because of the way to WGS 84.
    struct Position
    {
        LonLat at;
        double errorMetres = 0;
    };
    /// None where the system has no such position.
    [[nodiscard]] std::optional<Position> positionFrom(double easting, double northing) const;

private:
    struct Data;
    explicit PositionSystem(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace dateline
