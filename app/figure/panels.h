#pragma once

#include "figure/groups.h"
#include "figure/mapframe.h"

#include <vector>

namespace dateline
{

/// The most maps on one page.
inline constexpr std::size_t mostPanels = 24;

/// One of several maps: a group of what is shown, with what of a view belongs to it.
struct Panel
{
    FigureGroup group;
    MapView view;
    QRectF map; ///< In the grid; its heading stands above.
};

/// Several maps on a page, one for each group of what is shown: the same view, scale and numbers in all of them.
class PanelGrid
{
public:
    /// Shares @p size, in pixels, out among @p groups, which are those of the panels of @p spec.
    PanelGrid(const FigureSpec &spec, const FigureContent &content, std::span<const FigureGroup> groups, QSizeF size,
              const Theme &theme);

    /// What all panels show together, in pixels of one of them.
    [[nodiscard]] const MapView &whole() const { return *m_whole; }
    [[nodiscard]] const std::vector<Panel> &panels() const { return m_panels; }

    void paint(QPainter &painter, const BaseMap *baseMap) const;

private:
    void place(QSizeF size);
    void share(const FigureContent &content);
    [[nodiscard]] TextBlock headingOf(const Panel &panel, qsizetype offMap) const;

    const FigureSpec &m_spec;
    const Theme &m_theme;
    std::optional<MapView> m_whole;
    std::vector<Panel> m_panels;
    double m_heading = 0; ///< Height of the headings.
};

/// What each of the speakers of @p groups says alone, with what is on the map of those that have one among @p panels;
/// only while both are as they are.
[[nodiscard]] std::vector<Side> sidesOf(std::span<const FigureGroup> groups, std::span<const Panel> panels);

/// Rows of the key: what the marks mean that tell of what speakers gainsay, if there are any.
[[nodiscard]] std::vector<SectionRow> claimRows(std::span<const Panel> panels, const Theme &theme);

/// “Each map shows what the one named above it says.”: how the maps of @p spec differ; empty if it has none.
[[nodiscard]] QString panelsSentence(const FigureSpec &spec, std::span<const FigureGroup> groups);

/// “4 maps: A ministry: reports 3; …”, for those who do not see them.
[[nodiscard]] QString panelsText(const FigureSpec &spec, std::span<const FigureGroup> groups);

/// Why @p spec cannot have the panels that it asks for, in one sentence; empty if it can, or asks for none.
[[nodiscard]] QString panelsProblem(const FigureSpec &spec, const FigureContent &content);

} // namespace dateline
