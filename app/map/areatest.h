#pragma once

#include "domain/filter.h"
#include "domain/incidentcolumns.h"

#include <QPolygonF>

#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// A FilterArea made ready to be asked about many positions.
class AreaTest
{
public:
    explicit AreaTest(const FilterArea &area);

    [[nodiscard]] bool holds(FixedPosition position) const;

private:
    LonLat m_centre;
    double m_radiusMetres;
    FixedPosition m_origin; ///< That the corners are told from, so that nothing breaks at 180°.
    QPolygonF m_outline;
    QRectF m_box; ///< Nothing lies outside; null if everything may lie inside.
};

/// The edge of @p area as a closed ring of longitudes and latitudes; empty if it has none.
[[nodiscard]] std::vector<LonLat> outlineOf(const FilterArea &area);

/// Square metres in @p area, true on the ellipsoid; none for a shape whose edges cross: which part is inside?
[[nodiscard]] std::optional<double> squareMetresIn(const FilterArea &area);

/// Whether @p area is as wide and as high as its corners all round: a view of the map, not a shape that was drawn.
[[nodiscard]] bool isBox(const FilterArea &area);

/// Whether a shape with these corners is under half the world wide, as a FilterArea must be.
[[nodiscard]] bool isNarrow(std::span<const LonLat> corners);

} // namespace dateline
