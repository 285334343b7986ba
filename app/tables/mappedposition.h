#pragma once

#include "base/lonlat.h"
#include "tables/mapping.h"

#include <QHash>

#include <expected>
#include <memory>
#include <string_view>

namespace dateline
{

class PositionSystem;

/// A position as a row writes it.
struct WrittenPosition
{
    LonLat at;
    double errorMetres = 0; ///< How far from it the true one may be, by what is written and by the way to WGS 84.
};

/// A position, or why it is none in a sentence.
using PositionReading = std::expected<WrittenPosition, QString>;

/// Reads positions as a mapping says that they are written. One object is for one thread at a time.
class MappedPositions
{
public:
    explicit MappedPositions(const Mapping &mapping);
    ~MappedPositions();

    /// From one cell: degrees in decimals, minutes or seconds, UTM, MGRS, a plus code.
    [[nodiscard]] PositionReading fromText(std::string_view text) const;
    [[nodiscard]] PositionReading fromDegrees(std::string_view latitude, std::string_view longitude) const;
    /// @param zone empty: in the mapping's system.
    [[nodiscard]] PositionReading fromGrid(std::string_view easting, std::string_view northing,
                                           std::string_view zone) const;

private:
    [[nodiscard]] PositionReading inSystem(double easting, double northing, double errorMetres) const;

    bool m_longitudeFirst;
    std::unique_ptr<PositionSystem> m_system; ///< None for WGS 84.
    QString m_problem; ///< Why there is no system though one is wanted.
};

/// Metres that a number is told to by its decimals, where its unit has @p metres: half of its last digit.
[[nodiscard]] double halfLastDigit(std::string_view number, double metres);

} // namespace dateline
