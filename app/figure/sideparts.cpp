#include "figure/sideparts.h"

#include "figure/figuretext.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace dateline
{

namespace
{

constexpr double sectionGap = 18;
constexpr double leastLocator = 96;
constexpr double mostLocator = 250;
constexpr double locatorGap = 8; ///< Under its heading.
constexpr double panelPadding = 12;

void paintRule(QPainter &painter, const QRectF &column, double y, const Theme &theme)
{
    painter.setPen(QPen(theme.hairline, 1));
    painter.drawLine(QPointF(column.left(), y), QPointF(column.right(), y));
}

double taken(const Section &section)
{
    return section.isEmpty() ? 0 : section.height() + sectionGap;
}

/// What is left within the edge of a panel, where the part in @p box stands on one.
QRectF withinPanel(const QRectF &box, const PageLayout &layout)
{
    return box.intersects(layout.map) ? box.adjusted(panelPadding, panelPadding, -panelPadding, -panelPadding) : box;
}

} // namespace

QRectF paintPanelUnder(QPainter &painter, const QRectF &box, const PageLayout &layout, const Theme &theme)
{
    if (!box.intersects(layout.map))
        return box;
    painter.setPen(QPen(theme.hairline, 1));
    painter.setBrush(theme.page);
    painter.drawRect(box);
    painter.setBrush(Qt::NoBrush);
    return withinPanel(box, layout);
}

SideParts::SideParts(const PageLayout &layout, std::vector<SidePart> parts,
                     std::function<void(QPainter &, const QRectF &)> locator, const Theme &theme)
    : m_layout(layout)
    , m_parts(std::move(parts))
    , m_locator(std::move(locator))
    , m_theme(theme)
{
}

void SideParts::paint(QPainter &painter)
{
    const bool hasOneColumn = m_layout.columns.size() == 1;
    for (std::size_t column = 0; column < m_layout.columns.size(); ++column) {
        // Two columns: the key and the locator in the first, the others in the second.
        std::vector<const SidePart *> here;
        for (const SidePart &part : m_parts) {
            if (!isPlaced(part.part) && (hasOneColumn || (part.part == FigurePart::Key) == (column == 0)))
                here.push_back(&part);
        }
        const QRectF &area = m_layout.columns[column];
        const bool hasLocator = column == 0 && m_locator && !isPlaced(FigurePart::Locator);
        // With their words if the locator finds room under them too.
        const double kept = hasOneColumn && !isPlaced(FigurePart::Locator) ? leastLocator + 50 : 0;
        const double y = paintFlow(painter, area, here, area.height() - kept);
        if (hasLocator)
            paintLocatorUnder(painter, area, y);
    }
    for (const SidePart &part : m_parts) {
        if (isPlaced(part.part))
            paintPlaced(painter, part, m_layout.placed.at(part.part));
    }
    if (m_locator && isPlaced(FigurePart::Locator))
        paintLocatorIn(painter, m_layout.placed.at(FigurePart::Locator));
}

double SideParts::paintFlow(QPainter &painter, const QRectF &column, const std::vector<const SidePart *> &parts,
                            double room)
{
    // Each at its shortest; then the first that can be longer gets what is left.
    std::vector<Section> sections;
    double spare = room;
    for (const SidePart *part : parts) {
        sections.push_back(part->section(column.width(), 0));
        spare -= taken(sections.back());
    }
    double y = column.top();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Section &section = sections[i];
        if (parts[i]->tellsMore && spare > 0 && !section.isEmpty()) {
            const double shortest = taken(section);
            section = parts[i]->section(column.width(), shortest + spare);
            spare -= taken(section) - shortest;
        }
        if (section.isEmpty())
            continue;
        const double gap = y <= column.top() ? 0 : sectionGap;
        const double used =
            paintSection(painter, parts[i]->part, section, {column.left(), y + gap}, column.bottom() - y - gap);
        if (used <= 0)
            continue;
        if (gap > 0)
            paintRule(painter, column, y + gap / 2 - 2, m_theme);
        m_boxes[parts[i]->part] = {column.left(), y + gap, column.width(), used};
        y += used + gap;
    }
    return y;
}

double SideParts::paintSection(QPainter &painter, FigurePart part, const Section &section, QPointF topLeft, double room)
{
    if (section.height() > room)
        m_cut.insert(part);
    return section.paint(painter, topLeft, room, m_theme, part == FigurePart::Sources ? &m_sourceBoxes : nullptr);
}

void SideParts::paintPlaced(QPainter &painter, const SidePart &part, const QRectF &box)
{
    const QRectF inner = withinPanel(box, m_layout);
    const Section section = part.section(inner.width(), inner.height());
    if (section.isEmpty())
        return;
    paintPanelUnder(painter, box, m_layout, m_theme);
    paintSection(painter, part.part, section, inner.topLeft(), inner.height());
    m_boxes[part.part] = box;
}

TextBlock SideParts::locatorHeading(double width) const
{
    return TextBlock({{FigureText::tr("Where this is"), sansFont(textSize, QFont::DemiBold), m_theme.ink}}, width);
}

void SideParts::paintLocatorUnder(QPainter &painter, const QRectF &column, double y)
{
    const TextBlock heading = locatorHeading(column.width());
    const double room = column.bottom() - y - sectionGap - heading.height() - locatorGap;
    const double height = std::min({room, mostLocator, 0.62 * column.width()});
    if (height < leastLocator)
        return;
    // It ends with the map, whatever room the sources leave.
    const double top = column.bottom() - height - locatorGap - heading.height();
    paintRule(painter, column, top - sectionGap / 2 - 2, m_theme);
    paintLocatorIn(painter, {column.left(), top, column.width(), column.bottom() - top});
}

void SideParts::paintLocatorIn(QPainter &painter, const QRectF &box)
{
    const QRectF inner = paintPanelUnder(painter, box, m_layout, m_theme);
    const TextBlock heading = locatorHeading(inner.width());
    heading.paint(painter, inner.topLeft());
    m_locator(painter, inner.adjusted(0, heading.height() + locatorGap, 0, 0));
    m_boxes[FigurePart::Locator] = box;
}

} // namespace dateline
