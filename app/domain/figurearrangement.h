#pragma once

#include "base/ids.h"

#include <QRectF>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace dateline
{

/// What stands on the page of a figure.
enum class FigurePart : std::uint8_t {
    Head, ///< Title and subtitle.
    Map,
    Key,
    Notes, ///< Of the marks without a callout.
    Sources,
    OffMap, ///< What is reported, but not on the map.
    Locator, ///< Where this is.
    Foot ///< Boundary note and credits.
};
inline constexpr std::size_t figurePartCount = 8;

/// Where a person put the callout of a mark.
struct PlacedCallout
{
    IncidentId incident{}; ///< One of those that the mark stands for.
    bool asNote = false; ///< Beside the map instead; then the others say nothing.
    double x = 0; ///< The box's left edge, in parts of the map's width; 0…1.
    double y = 0; ///< Its top, in parts of the map's height; 0…1.
    double width = 0; ///< In parts of the map's width; 0: as the layout chooses.

    friend bool operator==(const PlacedCallout &, const PlacedCallout &) = default;
};

/// What of a figure's layout a person has set; the rest stands where it fits.
struct FigureArrangement
{
    std::optional<int> margin; ///< Page pixels at 96 dots an inch; 0…400.
    std::map<FigurePart, QRectF> parts; ///< In parts of the page's width and height, on the page.
    std::vector<PlacedCallout> callouts; ///< By incident, ascending; one for each.

    friend bool operator==(const FigureArrangement &, const FigureArrangement &) = default;
};

inline constexpr int mostMargin = 400;
inline constexpr double leastPartSide = 0.04; ///< Of a placed part, in parts of the page.

} // namespace dateline
