#pragma once

#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace dateline
{

/// What a box may snap to; all in the same units.
struct SnapLines
{
    std::vector<double> across; ///< Of upright lines: where they cross the page.
    std::vector<double> down; ///< Of level lines.
};

/// The sides of a box that are pulled; none: it moves as a whole, and its middle snaps too.
struct PulledSides
{
    bool left = false;
    bool top = false;
    bool right = false;
    bool bottom = false;

    [[nodiscard]] bool isWhole() const { return !left && !top && !right && !bottom; }
};

struct Snapped
{
    QRectF box;
    std::optional<double> across; ///< The upright line that it snapped to.
    std::optional<double> down; ///< The level line.
};

/// @p box moved or pulled to the nearest of @p lines that is less than @p reach away.
[[nodiscard]] Snapped snapped(const QRectF &box, PulledSides sides, const SnapLines &lines, QSizeF reach);

} // namespace dateline
