#include "figure/pagelayout.h"

#include <algorithm>
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

double columnWidthFor(QSizeF pagePx)
{
    const double width = layoutSize(pagePx).width();
    return hasSideColumn(pagePx) ? std::clamp(0.26 * width, 230.0, 410.0) : (width - 2 * pageMargin - columnGap) / 2;
}

PageLayout pageLayout(QSizeF pagePx, double headHeight, double footHeight, double columnHeight)
{
    PageLayout layout;
    layout.scale = layoutScaleFor(pagePx);
    const QSizeF size = layoutSize(pagePx);
    layout.page = QRectF({0, 0}, size);
    const double left = pageMargin;
    const double width = size.width() - 2 * pageMargin;
    layout.head = {left, pageMargin - 6, width, headHeight};
    layout.foot = {left, size.height() - pageMargin + 6 - footHeight, width, footHeight};
    const double top = layout.head.bottom() + rowGap;
    const double bottom = layout.foot.top() - rowGap;
    const double column = columnWidthFor(pagePx);
    if (hasSideColumn(pagePx)) {
        layout.map = {left, top, width - column - columnGap, std::max(1.0, bottom - top)};
        layout.columns = {{layout.map.right() + columnGap, top, column, layout.map.height()}};
        return layout;
    }
    const double most = std::max(0.0, bottom - top - 0.5 * size.height() - rowGap);
    const double under = std::min(columnHeight, most);
    layout.map = {left, top, width, std::max(1.0, bottom - top - (under > 0 ? under + rowGap : 0))};
    for (int i = 0; i < 2; ++i)
        layout.columns.emplace_back(left + i * (column + columnGap), bottom - under, column, under);
    return layout;
}

} // namespace dateline
