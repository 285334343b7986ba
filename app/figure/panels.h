#pragma once

#include "figure/groups.h"
#include "figure/mapframe.h"

#include <vector>

namespace dateline
{

/// The most maps on one page.
inline constexpr std::size_t mostPanels = 24;

/// Several maps on a page, one for each group of what is shown: the same view, scale and numbers in all of them.
class PanelGrid
{
public:
    /// Shares @p size, in pixels, out among the groups of @p spec, which has panels.
    PanelGrid(const FigureSpec &spec, const FigureContent &content, QSizeF size, const Theme &theme);

    /// What all panels show together, in pixels of one of them.
    [[nodiscard]] const MapView &whole() const { return *m_whole; }

    void paint(QPainter &painter, const BaseMap *baseMap) const;

private:
    struct Panel
    {
        QString name;
        QRectF map; ///< Its heading stands above.
        MapView view;
    };

    const FigureSpec &m_spec;
    const Theme &m_theme;
    std::optional<MapView> m_whole;
    std::vector<Panel> m_panels;
};

/// Why @p spec cannot have the panels that it asks for, in one sentence; empty if it can, or asks for none.
[[nodiscard]] QString panelsProblem(const FigureSpec &spec, const FigureContent &content);

} // namespace dateline
