#pragma once

#include "domain/figurearrangement.h"

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace dateline
{

/// Where the parts of a figure stand. All in layout pixels: the page's pixels divided by scale, so that type sizes are
/// the same numbers on every page.
struct PageLayout
{
    double scale = 1; ///< Page pixels to a layout pixel.
    QRectF page;
    QRectF head; ///< Title and subtitle.
    QRectF map;
    std::vector<QRectF> columns; ///< For legend, sources and the locator: one at the right, or two under the map; none
        ///< where a person has placed all of them.
    QRectF foot; ///< Boundary note and credits.
    std::map<FigurePart, QRectF> placed; ///< The parts that a person has placed.
};

inline constexpr double usualMargin = 24; ///< Layout pixels.

/// Layout pixels to the page's: type grows with the page and never gets smaller than 7 points.
[[nodiscard]] double layoutScaleFor(QSizeF pagePx);

/// True if the side column stands beside the map; on upright pages it goes under the map.
[[nodiscard]] bool hasSideColumn(QSizeF pagePx);

/// The width of one of the columns beside or under the map, in layout pixels.
[[nodiscard]] double columnWidthFor(QSizeF pagePx, const FigureArrangement &arrangement = {});

/// The width of title and foot where they are not placed, in layout pixels.
[[nodiscard]] double textWidthFor(QSizeF pagePx, const FigureArrangement &arrangement = {});

/// Shares out the page: @p headHeight and @p footHeight as measured, and for upright pages @p columnHeight, cut where
/// the map would get less than half of the page. What @p arrangement places takes no room from the others.
[[nodiscard]] PageLayout pageLayout(QSizeF pagePx, double headHeight, double footHeight, double columnHeight,
                                    const FigureArrangement &arrangement = {});

} // namespace dateline
