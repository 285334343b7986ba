#pragma once

#include "figure/pagelayout.h"
#include "figure/section.h"

#include <functional>
#include <set>
#include <vector>

namespace dateline
{

/// A part of the page beside its map: its section at a width.
struct SidePart
{
    FigurePart part{};
    std::function<Section(double width, double room)> section;
    bool tellsMore = false; ///< Where there is more room; at its shortest if there is none.
};

/// The parts beside the map: those that a person has placed stand there, the others in the layout's columns.
class SideParts
{
public:
    /// @param parts in the order in which they are read, the key first.
    /// @param locator paints the map of where this is into a rectangle; null if there is none.
    SideParts(const PageLayout &layout, std::vector<SidePart> parts,
              std::function<void(QPainter &, const QRectF &)> locator, const Theme &theme);

    void paint(QPainter &painter);

    /// What was painted; layout pixels.
    [[nodiscard]] const std::map<FigurePart, QRectF> &boxes() const { return m_boxes; }
    /// Around each of the sources, as far as there was room; layout pixels.
    [[nodiscard]] const std::vector<QRectF> &sourceBoxes() const { return m_sourceBoxes; }
    /// Those that found no room, or not for all that they tell.
    [[nodiscard]] const std::set<FigurePart> &cut() const { return m_cut; }

private:
    [[nodiscard]] bool isPlaced(FigurePart part) const { return m_layout.placed.contains(part); }
    double paintFlow(QPainter &painter, const QRectF &column, const std::vector<const SidePart *> &parts, double room);
    void paintPlaced(QPainter &painter, const SidePart &part, const QRectF &box);
    double paintSection(QPainter &painter, FigurePart part, const Section &section, QPointF topLeft, double room);
    void paintLocatorUnder(QPainter &painter, const QRectF &column, double y);
    void paintLocatorIn(QPainter &painter, const QRectF &box);
    [[nodiscard]] TextBlock locatorHeading(double width) const;

    const PageLayout &m_layout;
    std::vector<SidePart> m_parts;
    std::function<void(QPainter &, const QRectF &)> m_locator;
    const Theme &m_theme;
    std::map<FigurePart, QRectF> m_boxes;
    std::vector<QRectF> m_sourceBoxes;
    std::set<FigurePart> m_cut;
};

/// The inner rectangle of the part in @p box, under which a panel is painted where it stands on the map.
QRectF paintPanelUnder(QPainter &painter, const QRectF &box, const PageLayout &layout, const Theme &theme);

} // namespace dateline
