#include "ui/snapping.h"

#include <cmath>

namespace dateline
{

namespace
{

/// The line that is nearest to one of the edges, and how far away.
struct Nearest
{
    double shift = 0;
    std::optional<double> line;
};

Nearest nearest(const std::vector<double> &lines, const std::vector<double> &edges, double reach)
{
    Nearest best;
    for (const double line : lines) {
        for (const double edge : edges) {
            if (std::abs(line - edge) < reach) {
                reach = std::abs(line - edge);
                best = {line - edge, line};
            }
        }
    }
    return best;
}

/// What of a side from @p low to @p high may snap.
std::vector<double> edgesOf(double low, double high, bool isLow, bool isHigh, bool isWhole)
{
    if (isWhole)
        return {low, (low + high) / 2, high};
    std::vector<double> edges;
    if (isLow)
        edges.push_back(low);
    if (isHigh)
        edges.push_back(high);
    return edges;
}

} // namespace

Snapped snapped(const QRectF &box, PulledSides sides, const SnapLines &lines, QSizeF reach)
{
    const bool isWhole = sides.isWhole();
    const Nearest across =
        nearest(lines.across, edgesOf(box.left(), box.right(), sides.left, sides.right, isWhole), reach.width());
    const Nearest down =
        nearest(lines.down, edgesOf(box.top(), box.bottom(), sides.top, sides.bottom, isWhole), reach.height());
    const QRectF moved = isWhole ? box.translated(across.shift, down.shift)
                                 : box.adjusted(sides.left ? across.shift : 0, sides.top ? down.shift : 0,
                                                sides.right ? across.shift : 0, sides.bottom ? down.shift : 0);
    return {moved, across.line, down.line};
}

} // namespace dateline
