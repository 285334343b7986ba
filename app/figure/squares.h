#pragma once

#include "domain/figurespec.h"
#include "figure/section.h"
#include "map/classscale.h"
#include "map/density.h"
#include "map/scene.h"

#include <QPolygonF>

#include <array>
#include <span>

namespace dateline
{

/// The squares that tell of incidents too many to be told one by one.
struct FigureSquares
{
    struct Square
    {
        QPolygonF outline; ///< Pixels of the map; a little smaller than the square, so that neighbours stand apart.
        std::uint32_t count = 0;
        std::size_t at = 0; ///< Among the grid's.
    };

    SquareGrid grid;
    std::vector<Square> squares; ///< Those that the map shows and in which incidents lie.
    ClassScale scale;
    double sideMetres = 0; ///< Of a square in the middle of the map.
    SceneCount count;
    std::array<std::uint32_t, kindCount> kinds{}; ///< Of the incidents in squares.
    QString days; ///< “12–14 September 2022”: on which these begin; empty if none has a time.
};

/// The squares of what @p table shows in @p view.
///
/// They are as wide as can be told apart, and wide enough to blur the places of sensitive incidents as @p spec asks.
[[nodiscard]] FigureSquares squaresFor(const IncidentTable &table, const Viewport &view, const FigureSpec &spec,
                                       const Theme &theme);

/// @p grid with how many incidents @p table shows in its squares, as a figure counts them; or those with @p ids.
[[nodiscard]] SquareGrid recounted(SquareGrid grid, const IncidentTable &table);
[[nodiscard]] SquareGrid recounted(SquareGrid grid, const IncidentTable &table, std::span<const IncidentId> ids);

/// What @p incidents, ascending, are of @p whole, which is of @p table: the same squares, scale and reasons.
[[nodiscard]] FigureSquares partOf(const FigureSquares &whole, const IncidentTable &table,
                                   std::span<const IncidentId> incidents);

/// The classes of the squares of all @p maps together.
[[nodiscard]] ClassScale sharedScale(std::span<const FigureSquares *const> maps, const Theme &theme);

void paintSquares(QPainter &painter, const FigureSquares &squares);

/// What the squares' colours mean, the honest count, and what is kept back, @p withheld.
///
/// @param more further rows of the key.
[[nodiscard]] Section squaresSection(const FigureSquares &squares, const QString &withheld,
                                     std::vector<SectionRow> more, double width, const Theme &theme);

/// “1,000,000 reported incidents, 12–14 September 2022”.
[[nodiscard]] QString titleFor(const FigureSquares &squares);
[[nodiscard]] QString subtitleFor(const FigureSquares &squares);

/// The alternative text of a figure of squares, with @p title.
[[nodiscard]] QString alternativeTextFor(const QString &title, const FigureSquares &squares, const QString &withheld);

} // namespace dateline
