#pragma once

#include "domain/incident.h"

namespace dateline
{

/// A cell of the grid that places are blurred to: a square of Web Mercator, 2^−level of the world wide.
///
/// The cells of all levels nest, and a position is told by its cell alone. So several exports of one place, to
/// whatever radii, give away no more than the smallest of their cells: there is nothing to average, no key to lose.
struct BlurCell
{
    int level = 0;
    LonLat centre;
    double reachMetres = 0; ///< From the centre to the farthest corner.

    friend bool operator==(const BlurCell &, const BlurCell &) = default;
};

/// The largest cell that holds @p position and reaches no farther than @p metres from its centre.
///
/// @param metres above 0; beyond 85° of latitude the outermost cells are taken.
[[nodiscard]] BlurCell blurCellFor(LonLat position, double metres);

/// @p where told by its cell: an area of @p metres around the cell's centre, named after its province or country.
///
/// The area holds the place and all that its own radius or outline holds; for that it may be several times @p metres
/// wide. The words of the place are left out. A place without a position keeps none.
[[nodiscard]] Where blurred(const Where &where, double metres);

/// @p box with its edges moved outwards to the grid of cells four times as wide as @p cell.
///
/// A map that was centred on a place does not give it away by its edges then.
[[nodiscard]] LonLatBox widenedToGrid(const LonLatBox &box, const BlurCell &cell);

} // namespace dateline
