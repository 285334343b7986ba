#include "figure/pagelayout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double columnGap = 28;
constexpr double rowGap = 14;

QSizeF layoutSize(QSizeF pagePx)
{
    return pagePx / layoutScaleFor(pagePx);
}

double marginOf(QSizeF pagePx, const FigureArrangement &arrangement)
{
    return arrangement.margin ? *arrangement.margin / layoutScaleFor(pagePx) : usualMargin;
}

} // namespace

double layoutScaleFor(QSizeF pagePx)
{
    // Type sizes are drawn for 1600 × 1000; the smallest is 12 layout pixels, and 12 × 0.78 pixels are 7 points.
    return std::max(0.78, std::sqrt(pagePx.width() * pagePx.height() / (1600.0 * 1000.0)));
}

bool hasSideColumn(QSizeF pagePx)
{
    return pagePx.width() >= 1.15 * pagePx.height() && layoutSize(pagePx).width() >= 760;
}

double textWidthFor(QSizeF pagePx, const FigureArrangement &arrangement)
{
    return std::max(1.0, layoutSize(pagePx).width() - 2 * marginOf(pagePx, arrangement));
}

double columnWidthFor(QSizeF pagePx, const FigureArrangement &arrangement)
{
    return hasSideColumn(pagePx) ? std::clamp(0.26 * layoutSize(pagePx).width(), 230.0, 410.0)
                                 : std::max(1.0, (textWidthFor(pagePx, arrangement) - columnGap) / 2);
}

PageLayout pageLayout(QSizeF pagePx, double headHeight, double footHeight, double columnHeight,
                      const FigureArrangement &arrangement)
{
    PageLayout layout;
    layout.scale = layoutScaleFor(pagePx);
    const QSizeF size = layoutSize(pagePx);
    layout.page = QRectF({0, 0}, size);
    for (const auto &[part, box] : arrangement.parts)
        layout.placed.emplace(part,
                              QRectF(box.x() * size.width(), box.y() * size.height(), box.width() * size.width(),
                                     box.height() * size.height()));
    const auto isPlaced = [&layout](FigurePart part) { return layout.placed.contains(part); };
    const double margin = marginOf(pagePx, arrangement);
    const double left = margin;
    const double width = textWidthFor(pagePx, arrangement);
    // A title's first line has air of its own above it, and the foot's last line below it.
    const double air = std::min(6.0, margin);
    layout.head = {left, margin - air, width, isPlaced(FigurePart::Head) ? 0 : headHeight};
    const double footRoom = isPlaced(FigurePart::Foot) ? 0 : footHeight;
    layout.foot = {left, size.height() - margin + air - footRoom, width, footRoom};
    const double top = layout.head.bottom() + (isPlaced(FigurePart::Head) ? air : rowGap);
    const double bottom = layout.foot.top() - (isPlaced(FigurePart::Foot) ? air : rowGap);
    const double column = columnWidthFor(pagePx, arrangement);
    const bool hasColumns = !std::ranges::all_of(
        std::array{FigurePart::Key, FigurePart::Notes, FigurePart::Sources, FigurePart::OffMap, FigurePart::Locator},
        isPlaced);
    if (hasSideColumn(pagePx) && hasColumns) {
        layout.map = {left, top, std::max(1.0, width - column - columnGap), std::max(1.0, bottom - top)};
        layout.columns = {{layout.map.right() + columnGap, top, column, layout.map.height()}};
    } else {
        const double most = std::max(0.0, bottom - top - 0.5 * size.height() - rowGap);
        const double under = hasColumns ? std::min(columnHeight, most) : 0;
        layout.map = {left, top, width, std::max(1.0, bottom - top - (under > 0 ? under + rowGap : 0))};
        for (int i = 0; i < 2 && hasColumns; ++i)
            layout.columns.emplace_back(left + i * (column + columnGap), bottom - under, column, under);
    }
    if (const auto map = layout.placed.find(FigurePart::Map); map != layout.placed.end())
        layout.map = map->second;
    return layout;
}

} // namespace dateline
