#include "ui/clusterglide.h"

#include <cmath>

namespace dateline
{

void ClusterGlide::follow(std::vector<Cluster> &clusters, const Viewport &viewport)
{
    constexpr double glideMs = 180;
    const int before = m_means.empty() ? 0 : m_means.begin()->first.shift;
    const int now = clusters.empty() ? 0 : clusters.front().cell.shift;
    if (before != now)
        m_from.clear();
    if (before > now) {
        for (const Cluster &part : clusters) {
            const WorldCell whole{before, part.cell.column >> (before - now), part.cell.row >> (before - now)};
            if (const auto from = m_means.find(whole); from != m_means.end())
                m_from.emplace(part.cell, from->second);
        }
        m_clock.start();
    }
    m_means.clear();
    for (const Cluster &cluster : clusters)
        m_means.emplace_hint(m_means.end(), cluster.cell, cluster.mean);
    if (m_from.empty())
        return;
    const double part = static_cast<double>(m_clock.elapsed()) / glideMs;
    if (part >= 1) {
        m_from.clear();
        return;
    }
    const double rest = std::pow(1 - part, 3);
    for (Cluster &cluster : clusters) {
        const auto from = m_from.find(cluster.cell);
        if (from == m_from.end())
            continue;
        if (const std::optional<QPointF> start = viewport.pixelFromLonLat(lonLatFromFixed(from->second)))
            cluster.at += (*start - cluster.at) * rest;
    }
}

void ClusterGlide::stop()
{
    m_means.clear();
    m_from.clear();
}

} // namespace dateline
