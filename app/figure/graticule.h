#pragma once

#include "map/theme.h"
#include "map/viewport.h"

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace dateline
{

/// A meridian or a parallel as a map shows it.
struct GraticuleLine
{
    bool meridian = false;
    int arcSeconds = 0; ///< Its longitude or latitude; longitudes −180°…180°.
    std::vector<std::vector<QPointF>> stretches; ///< What the frame shows of it; pixels.
};

/// Degrees beside the end of a line.
struct GraticuleLabel
{
    QString text; ///< “40° N”.
    QRectF box; ///< Pixels.
};

/// The meridians and parallels at round steps that cross @p view, each family at the coarsest step of which four or
/// more do; rarely more than eight.
[[nodiscard]] std::vector<GraticuleLine> graticuleLines(const Viewport &view);

/// The degrees of @p lines: of parallels at the left edge, of meridians at the bottom, or at the next edge where there
/// is room; none meets another, @p taken or the edge of @p view.
[[nodiscard]] std::vector<GraticuleLabel> graticuleLabels(const std::vector<GraticuleLine> &lines, const Viewport &view,
                                                          const std::vector<QRectF> &taken);

/// “40° N”, “45° 30′ E”, “0°”, “180°”.
[[nodiscard]] QString degreesText(int arcSeconds, bool meridian);

void paintGraticule(QPainter &painter, const std::vector<GraticuleLine> &lines, const Theme &theme);
void paintGraticuleLabels(QPainter &painter, const std::vector<GraticuleLabel> &labels, const Theme &theme);

} // namespace dateline
