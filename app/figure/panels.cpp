#include "figure/panels.h"

#include "figure/captions.h"
#include "figure/claimmark.h"
#include "figure/figuretext.h"
#include "figure/pagelayout.h"
#include "figure/words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace dateline
{

namespace
{

constexpr double panelGap = 18;
constexpr double headingGap = 5; // Under a heading.
constexpr double likelyHeading = 42;
constexpr double bestAspect = 1.35;
constexpr double leastHeight = 40;

/// How many panels stand side by side, so that @p count of them in @p size are as large as they can be.
int columnsFor(std::size_t count, QSizeF size)
{
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= static_cast<int>(count); ++columns) {
        const double rows = std::ceil(static_cast<double>(count) / columns);
        const double width = (size.width() - (columns - 1) * panelGap) / columns;
        const double height = (size.height() - (rows - 1) * panelGap) / rows - likelyHeading;
        const double side = std::min(width / bestAspect, height);
        if (side > largest) {
            largest = side;
            best = columns;
        }
    }
    return best;
}

bool holds(const std::vector<IncidentId> &ids, IncidentId id)
{
    return std::ranges::binary_search(ids, id);
}

/// What the group's speaker does for all incidents of @p mark: one that is reported counts more than one that is not.
Stance stanceOf(const NumberedMark &mark, const FigureGroup &group)
{
    const auto all = [&mark](const auto &test) {
        return std::ranges::all_of(mark.incidents,
                                   [&test](const SceneIncident *row) { return test(row->incident.id); });
    };
    if (all([&group](IncidentId id) { return holds(group.denied, id); }))
        return Stance::Denies;
    const bool gainsaid = all([&group](IncidentId id) { return holds(group.denied, id) || holds(group.disputed, id); });
    return gainsaid ? Stance::Disputes : Stance::Reports;
}

/// What of the marks and areas of @p view belongs to @p group.
MapView partOf(const MapView &view, const FigureGroup &group)
{
    const auto isOurs = [&group](IncidentId id) { return holds(group.incidents, id); };
    MapView part = view;
    std::erase_if(part.scene.areas,
                  [&](const SceneArea &area) { return std::ranges::none_of(incidentsOf(area), isOurs); });
    for (NumberedMark &mark : part.marks) {
        std::erase_if(mark.mark.incidents, [&](IncidentId id) { return !isOurs(id); });
        std::erase_if(mark.incidents, [&](const SceneIncident *row) { return !isOurs(row->incident.id); });
        if (mark.incidents.empty())
            continue;
        mark.mark.kind = mark.incidents.front()->incident.kind;
        mark.stance = stanceOf(mark, group);
    }
    std::erase_if(part.marks, [](const NumberedMark &mark) { return mark.incidents.empty(); });
    return part;
}

qsizetype onMapOf(const MapView &view)
{
    if (view.squares)
        return view.squares->count.shown;
    qsizetype incidents = 0;
    for (const NumberedMark &mark : view.marks)
        incidents += static_cast<qsizetype>(mark.incidents.size());
    return incidents;
}

QString counted(const QString &one, const QString &many, std::size_t count)
{
    return count == 1 ? one : many.arg(countText(static_cast<qsizetype>(count)));
}

/// “3 incidents”; of a speaker “reports 3 · denies 1”.
QString countsText(const FigureGroup &group, GroupBy by)
{
    if (by != GroupBy::Speaker || group.isUnknown)
        return counted(FigureText::tr("1 incident"), FigureText::tr("%1 incidents"), group.incidents.size());
    QStringList parts;
    const auto add = [&parts](const QString &text, std::size_t count) {
        if (count > 0)
            parts.append(text.arg(countText(static_cast<qsizetype>(count))));
    };
    add(FigureText::tr("reports %1"), group.reported());
    add(FigureText::tr("disputes %1"), group.disputed.size());
    add(FigureText::tr("denies %1"), group.denied.size());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

PanelGrid::PanelGrid(const FigureSpec &spec, const FigureContent &content, std::span<const FigureGroup> groups,
                     QSizeF size, const Theme &theme)
    : m_spec(spec)
    , m_theme(theme)
{
    for (const FigureGroup &group :
         groups.first(std::min(groups.size(), mostPanels))) // Of more, panelsProblem() tells.
        m_panels.push_back({group, {Viewport::webMercator({}, 0, {1, 1}), {}, {}, {}, {}}, {}});
    place(size);
    const QSizeF panel = m_panels.empty() ? size : m_panels.front().map.size();
    m_whole = mapViewFor(spec, content, panel);
    share(content);
}

void PanelGrid::place(QSizeF size)
{
    const std::size_t count = std::max<std::size_t>(1, m_panels.size());
    const int columns = columnsFor(count, size);
    const int rows = (static_cast<int>(count) + columns - 1) / columns;
    const double width = (size.width() - (columns - 1) * panelGap) / columns;
    for (Panel &panel : m_panels) {
        panel.map.setWidth(width);
        const auto most = static_cast<qsizetype>(panel.group.incidents.size());
        m_heading = std::max(m_heading, headingOf(panel, most).height() + headingGap);
    }
    const double height = std::max(leastHeight, (size.height() - (rows - 1) * panelGap) / rows - m_heading);
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        const int column = static_cast<int>(i) % columns;
        const int row = static_cast<int>(i) / columns;
        m_panels[i].map =
            QRectF(column * (width + panelGap), row * (height + m_heading + panelGap) + m_heading, width, height);
    }
}

void PanelGrid::share(const FigureContent &content)
{
    std::vector<const FigureSquares *> squares;
    for (Panel &panel : m_panels) {
        if (!m_whole->squares) {
            panel.view = partOf(*m_whole, panel.group);
            continue;
        }
        panel.view = *m_whole;
        panel.view.squares = dateline::partOf(*m_whole->squares, *content.table, countedOf(panel.group));
        squares.push_back(&*panel.view.squares);
    }
    if (!m_whole->squares)
        return;
    m_whole->squares->scale = sharedScale(squares, m_theme);
    for (Panel &panel : m_panels)
        panel.view.squares->scale = m_whole->squares->scale;
}

TextBlock PanelGrid::headingOf(const Panel &panel, qsizetype offMap) const
{
    QString counts = countsText(panel.group, *m_spec.panels);
    if (offMap > 0)
        counts += QStringLiteral(" · ") + FigureText::tr("%1 not on the map").arg(countText(offMap));
    const QFont bold = sansFont(textSize, QFont::DemiBold);
    const double width = panel.map.width();
    constexpr int mostLines = 2;
    const QString name = excerptOf(panel.group.name, {}, [&](const QString &part) {
        return TextBlock({{part, bold, m_theme.ink}}, width).lines() <= mostLines;
    });
    return TextBlock({{name + u'\n', bold, m_theme.ink}, {counts, sansFont(smallSize), m_theme.mutedInk}}, width);
}

void PanelGrid::paint(QPainter &painter, const BaseMap *baseMap) const
{
    const double scale = layoutScaleFor(QSizeF(m_spec.widthPx, m_spec.heightPx));
    for (const Panel &panel : m_panels) {
        const auto counted =
            static_cast<qsizetype>(panel.view.squares ? panel.group.reported() : panel.group.incidents.size());
        const TextBlock heading = headingOf(panel, counted - onMapOf(panel.view));
        heading.paint(painter, panel.map.topLeft() - QPointF(0, heading.height() + headingGap));
        painter.save();
        painter.setClipRect(panel.map, Qt::IntersectClip);
        painter.translate(panel.map.topLeft());
        const FigureNotes notes(m_spec, panel.view.viewport, panel.map, scale, m_theme);
        MapFrame(panel.view, {}, notes, baseMap, m_spec, {}, m_theme).paint(painter);
        painter.restore();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.countryBorder, 1));
        painter.drawRect(panel.map);
    }
}

std::vector<Side> sidesOf(std::span<const FigureGroup> groups, std::span<const Panel> panels)
{
    std::vector<Side> sides;
    sides.reserve(groups.size());
    for (const FigureGroup &group : groups) {
        Side &side = sides.emplace_back(group.name, group.isUnknown, group.incidents, std::span<const NumberedMark>());
        const auto panel =
            std::ranges::find(panels, group.name, [](const Panel &candidate) { return candidate.group.name; });
        if (panel != panels.end())
            side.marks = panel->view.marks;
    }
    return sides;
}

std::vector<SectionRow> claimRows(std::span<const Panel> panels, const Theme &theme)
{
    std::vector<SectionRow> rows;
    for (const auto &[stance, text] :
         {std::pair(Stance::Disputes, FigureText::tr("Disputed by the one whose map it stands on")),
          std::pair(Stance::Denies, FigureText::tr("Denied by the one whose map it stands on"))}) {
        const NumberedMark *found = nullptr;
        for (const Panel &panel : panels) {
            for (const NumberedMark &mark : panel.view.marks)
                found = found == nullptr && mark.stance == stance ? &mark : found;
        }
        if (found == nullptr)
            continue;
        rows.push_back({{{text, sansFont(textSize), theme.ink}},
                        [kind = found->mark.kind, stance, &theme](QPainter &painter, QPointF at) {
                            paintClaimMark(painter, at, kind, stance, {}, theme, claimKeyPx);
                        }});
    }
    return rows;
}

QString panelsSentence(const FigureSpec &spec, std::span<const FigureGroup> groups)
{
    if (!spec.panels)
        return {};
    std::map<IncidentId, int> maps;
    for (const FigureGroup &group : groups) {
        for (const IncidentId id : group.incidents)
            ++maps[id];
    }
    const auto shared =
        static_cast<std::size_t>(std::ranges::count_if(maps, [](const auto &map) { return map.second > 1; }));
    switch (*spec.panels) {
    case GroupBy::Speaker: return FigureText::tr("Each map shows what the one named above it says, and no more.");
    case GroupBy::Known: return FigureText::tr("Each map shows what was reported by then.");
    case GroupBy::Split:
        return shared == 0
            ? QString()
            : counted(FigureText::tr("1 incident may be before or after: it is on each map of its time."),
                      FigureText::tr("%1 incidents may be before or after: they are on each map of their time."),
                      shared);
    case GroupBy::Party:
        return shared == 0
            ? QString()
            : counted(FigureText::tr("1 incident names several parties: it is on the map of each."),
                      FigureText::tr("%1 incidents name several parties: they are on the map of each."), shared);
    default: return {};
    }
}

QString panelsText(const FigureSpec &spec, std::span<const FigureGroup> groups)
{
    QStringList maps;
    for (const FigureGroup &group : groups)
        maps.append(FigureText::tr("%1: %2").arg(group.name, countsText(group, *spec.panels)));
    return FigureText::tr("Maps side by side, %1: %2.")
        .arg(countText(static_cast<qsizetype>(groups.size())), maps.join(QStringLiteral("; ")));
}

QString panelsProblem(const FigureSpec &spec, const FigureContent &content)
{
    if (!spec.panels)
        return {};
    if ((*spec.panels == GroupBy::Split || *spec.panels == GroupBy::Known) && spec.instants.empty())
        return FigureText::tr("Maps before and after an instant, or as known at one, need to be told which: give one "
                              "such as 2022-09-13T12:00Z");
    const std::size_t groups = mappedOf(groupsOf(content, spec, *spec.panels), content, *spec.panels).size();
    if (groups <= mostPanels)
        return {};
    return FigureText::tr("The page would have %1 maps and can have %2: narrow the filter, make a map for more than "
                          "that, or make an atlas")
        .arg(groups)
        .arg(mostPanels);
}

} // namespace dateline
