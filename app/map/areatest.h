#pragma once

#include "domain/filter.h"
#include "domain/incidentcolumns.h"

#include <QPolygonF>

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

} // namespace dateline
