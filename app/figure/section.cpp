#include "figure/section.h"

#include "figure/captions.h"

#include <QPainter>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr double symbolColumn = 34;
constexpr double entryGap = 8;
constexpr double gapUnderHeading = 8;

} // namespace

Section::Section(QString heading, std::vector<SectionRow> rows, QString more, double width, const Theme &theme,
                 int others)
    : m_heading({{std::move(heading), sansFont(textSize, QFont::DemiBold), theme.ink}}, width)
    , m_more(std::move(more))
    , m_width(width)
    , m_others(static_cast<std::size_t>(others))
{
    const bool symbols = std::ranges::any_of(rows, [](const SectionRow &row) { return row.symbol != nullptr; });
    m_indent = symbols ? symbolColumn : 0;
    for (SectionRow &row : rows)
        m_rows.push_back({TextBlock(row.runs, width - (row.symbol ? m_indent : 0)), std::move(row.symbol)});
}

double Section::height() const
{
    double height = m_heading.height() + gapUnderHeading;
    for (const SetRow &row : m_rows)
        height += row.text.height() + entryGap;
    return height - entryGap;
}

TextBlock Section::moreBlock(std::size_t count, const Theme &theme) const
{
    return TextBlock({{m_more.arg(countText(static_cast<qsizetype>(count))), sansFont(smallSize), theme.mutedInk}},
                     m_width);
}

double Section::paint(QPainter &painter, QPointF topLeft, double room, const Theme &theme,
                      std::vector<QRectF> *boxes) const
{
    std::size_t count = m_rows.size();
    double used = height();
    double moreHeight = m_others > 0 ? moreBlock(m_others, theme).height() + entryGap : 0;
    while (count > 0 && used + moreHeight > room) {
        --count;
        used -= m_rows[count].text.height() + entryGap;
        moreHeight = moreBlock(m_rows.size() - count + m_others, theme).height() + entryGap;
    }
    if (count == 0 && m_heading.height() + gapUnderHeading + moreHeight > room)
        return 0;
    m_heading.paint(painter, topLeft);
    double y = topLeft.y() + m_heading.height() + gapUnderHeading;
    for (std::size_t i = 0; i < count; ++i) {
        const SetRow &row = m_rows[i];
        const double oneLine = row.text.height() / std::max(1, row.text.lines());
        if (row.symbol)
            row.symbol(painter, {topLeft.x() + symbolColumn / 2 - 4, y + oneLine / 2});
        row.text.paint(painter, {topLeft.x() + (row.symbol ? m_indent : 0), y});
        if (boxes != nullptr)
            boxes->push_back({topLeft.x(), y, m_width, row.text.height()});
        y += row.text.height() + entryGap;
    }
    if (const std::size_t missing = m_rows.size() - count + m_others; missing > 0) {
        const TextBlock more = moreBlock(missing, theme);
        more.paint(painter, {topLeft.x(), y});
        y += more.height() + entryGap;
    }
    return y - entryGap - topLeft.y();
}

} // namespace dateline
