// What lies under the pointer, and what a click on it does: the part of IncidentLayer that a person touches.
#include "map/points.h"
#include "ui/incidentlayer.h"
#include "ui/wording.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr std::size_t mostFanned = 40; ///< More in one spot are too many for a circle around it.

} // namespace

const Cluster *IncidentLayer::clusterAt(QPointF pixel) const
{
    const auto found = std::ranges::find_if(m_clusters, [pixel](const Cluster &cluster) {
        const QPointF away = cluster.at - pixel;
        return std::hypot(away.x(), away.y()) <= clusterRadius(cluster);
    });
    return found == m_clusters.end() ? nullptr : &*found;
}

void IncidentLayer::setHovered(IncidentId id)
{
    if (id == m_hovered)
        return;
    m_hovered = id;
    polish();
    Q_EMIT hoveredChanged();
}

void IncidentLayer::hover(QPointF pixel)
{
    const std::vector<IncidentId> under = incidentsUnder(pixel);
    const Cluster *cluster = under.empty() ? clusterAt(pixel) : nullptr;
    if (const auto at = cluster ? std::optional(cluster->at) : std::nullopt; at != m_hoveredCluster) {
        m_hoveredCluster = at;
        polish();
        Q_EMIT hoveredChanged();
    }
    setHovered(under.empty() ? IncidentId{} : under.front());
}

void IncidentLayer::leave()
{
    m_hoveredCluster.reset();
    setHovered({});
}

std::vector<IncidentId> IncidentLayer::incidentsUnder(QPointF pixel) const
{
    constexpr double reachPx = 5;
    std::vector<IncidentId> under = incidentsAt(m_scene, pixel);
    if (under.empty() && m_view == Points && m_incidents) {
        if (const auto row = nearestTo(m_incidents->table(), m_camera->viewport(), pixel, reachPx))
            under.push_back(IncidentId{m_incidents->columns().id[*row]});
    }
    return under;
}

// Goes as near as it takes to part the cluster; what nothing parts is spread around its spot.
void IncidentLayer::open(const Cluster &cluster)
{
    const std::vector<std::uint32_t> rows = rowsIn(m_incidents->table(), cluster.cell);
    const std::optional<double> zoom = zoomThatSplits(m_incidents->columns(), rows);
    if (zoom && *zoom <= Camera::nearestZoom) {
        if (const std::optional<LonLat> middle = m_camera->viewport().lonLatFromPixel(cluster.at))
            m_camera->look(*middle, std::max(*zoom, m_camera->zoom() + 1));
    } else if (rows.size() <= mostFanned) {
        m_fan.clear();
        for (const std::uint32_t row : rows)
            m_fan.push_back(IncidentId{m_incidents->columns().id[row]});
        m_fanCell = cluster.cell;
    }
    leave();
    polish();
}

void IncidentLayer::click(QPointF pixel)
{
    if (!m_selection)
        return;
    const std::vector<IncidentId> under = incidentsUnder(pixel);
    if (const Cluster *cluster = under.empty() ? clusterAt(pixel) : nullptr) {
        open(*cluster);
        return;
    }
    const auto stack = std::ranges::find_if(m_scene.marks, [&under](const SceneMark &mark) {
        return mark.incidents.size() > 1 && !under.empty() && mark.incidents.front() == under.front();
    });
    const bool inFan = !under.empty() && std::ranges::find(m_fan, under.front()) != m_fan.end();
    if (!inFan) {
        m_fan = stack == m_scene.marks.end() ? std::vector<IncidentId>{} : stack->incidents;
        m_fanCell.reset();
    }
    // Its words would cover the fan.
    if (!inFan && !m_fan.empty())
        leave();
    if (!under.empty() && (inFan || m_fan.empty()))
        m_selection->selectIncident(numberOf(under.front()));
    polish();
}

// “1,204 incidents here: 804 battles, 400 protests”.
QString IncidentLayer::clusterText(const Cluster &cluster) const
{
    QStringList kinds;
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        if (cluster.kinds.at(kind) > 0)
            kinds.append(tr("%1 %L2").arg(shortKindText(static_cast<Kind>(kind))).arg(cluster.kinds.at(kind)));
    }
    return tr("%L1 incidents here: %2").arg(cluster.count).arg(kinds.join(tr(", ")));
}

QString IncidentLayer::hoveredTitle() const
{
    const auto stack = std::ranges::find_if(m_scene.marks, [this](const SceneMark &mark) {
        return mark.incidents.size() > 1 && std::ranges::find(mark.incidents, m_hovered) != mark.incidents.end();
    });
    if (stack != m_scene.marks.end())
        return tr("%1 incidents here").arg(stack->incidents.size());
    if (const Cluster *cluster = m_hoveredCluster ? clusterAt(*m_hoveredCluster) : nullptr)
        return clusterText(*cluster);
    const IncidentEntry *entry = m_incidents ? m_incidents->find(m_hovered) : nullptr;
    return entry ? entry->incident.title : QString();
}

} // namespace dateline
