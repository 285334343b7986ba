#include "figure/panels.h"

#include "figure/figuretext.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double panelGap = 16;
constexpr double headingHeight = 24;
constexpr double bestAspect = 1.35;

/// How many panels stand side by side, so that @p count of them in @p size are as large as they can be.
int columnsFor(std::size_t count, QSizeF size)
{
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= static_cast<int>(count); ++columns) {
        const double rows = std::ceil(static_cast<double>(count) / columns);
        const double width = (size.width() - (columns - 1) * panelGap) / columns;
        const double height = (size.height() - (rows - 1) * panelGap) / rows - headingHeight;
        const double side = std::min(width / bestAspect, height);
        if (side > largest) {
            largest = side;
            best = columns;
        }
    }
    return best;
}

/// What of @p view belongs to @p incidents.
MapView partOf(const MapView &view, const std::vector<IncidentId> &incidents)
{
    const auto isOurs = [&incidents](IncidentId id) { return std::ranges::binary_search(incidents, id); };
    MapView part = view;
    std::erase_if(part.scene.areas,
                  [&](const SceneArea &area) { return std::ranges::none_of(incidentsOf(area), isOurs); });
    for (NumberedMark &mark : part.marks) {
        std::erase_if(mark.mark.incidents, [&](IncidentId id) { return !isOurs(id); });
        std::erase_if(mark.incidents, [&](const SceneIncident *row) { return !isOurs(row->incident.id); });
        if (!mark.incidents.empty())
            mark.mark.kind = mark.incidents.front()->incident.kind;
    }
    std::erase_if(part.marks, [](const NumberedMark &mark) { return mark.incidents.empty(); });
    return part;
}

} // namespace

PanelGrid::PanelGrid(const FigureSpec &spec, const FigureContent &content, QSizeF size, const Theme &theme)
    : m_spec(spec)
    , m_theme(theme)
{
    const std::vector<FigureGroup> groups = groupsOf(content.incidents, spec.filter, *spec.panels);
    const std::size_t count = std::clamp<std::size_t>(groups.size(), 1, mostPanels);
    const int columns = columnsFor(count, size);
    const int rows = (static_cast<int>(count) + columns - 1) / columns;
    const QSizeF panel((size.width() - (columns - 1) * panelGap) / columns,
                       std::max(40.0, (size.height() - (rows - 1) * panelGap) / rows - headingHeight));
    m_whole = mapViewFor(spec, content, panel);
    for (std::size_t i = 0; i < std::min(groups.size(), count); ++i) {
        const int column = static_cast<int>(i) % columns;
        const int row = static_cast<int>(i) / columns;
        const QPointF at(column * (panel.width() + panelGap),
                         row * (panel.height() + headingHeight + panelGap) + headingHeight);
        m_panels.push_back({groups[i].name, QRectF(at, panel), partOf(*m_whole, groups[i].incidents)});
    }
}

void PanelGrid::paint(QPainter &painter, const BaseMap *baseMap) const
{
    for (const Panel &panel : m_panels) {
        const std::size_t marks = panel.view.marks.size();
        const QString count = marks == 0 ? FigureText::tr("not on the map")
            : marks == 1                 ? FigureText::tr("1 mark")
                                         : FigureText::tr("%1 marks").arg(marks);
        const TextBlock heading({{panel.name, sansFont(textSize, QFont::DemiBold), m_theme.ink},
                                 {QStringLiteral("  ") + count, sansFont(smallSize), m_theme.mutedInk}},
                                panel.map.width());
        painter.save();
        painter.setClipRect(panel.map.adjusted(0, -headingHeight, 0, 0), Qt::IntersectClip);
        heading.paint(painter, panel.map.topLeft() - QPointF(0, headingHeight - 2));
        painter.setClipRect(panel.map, Qt::IntersectClip);
        painter.translate(panel.map.topLeft());
        MapFrame(panel.view, {}, baseMap, m_spec, m_theme).paint(painter);
        painter.restore();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.countryBorder, 1));
        painter.drawRect(panel.map);
    }
}

QString panelsProblem(const FigureSpec &spec, const FigureContent &content)
{
    if (!spec.panels)
        return {};
    if (content.asSquares)
        return FigureText::tr(
            "Several maps on a page tell each incident for itself, and these are too many: narrow the "
            "filter, or choose one map");
    const std::size_t groups = groupsOf(content.incidents, spec.filter, *spec.panels).size();
    if (groups <= mostPanels)
        return {};
    return FigureText::tr("The page would have %1 maps and can have %2: narrow the filter, make a map for more than "
                          "that, or make an atlas")
        .arg(groups)
        .arg(mostPanels);
}

} // namespace dateline
