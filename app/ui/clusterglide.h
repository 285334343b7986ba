#pragma once

#include "map/clusters.h"

#include <QElapsedTimer>

#include <map>

namespace dateline
{

/// Lets clusters that a nearer view has parted glide to their places from where the whole was.
class ClusterGlide
{
public:
    /// Takes the clusters of the next frame, and moves those that are on their way.
    void follow(std::vector<Cluster> &clusters, const Viewport &viewport);
    void stop();

    [[nodiscard]] bool isRunning() const { return !m_from.empty(); }

private:
    std::map<WorldCell, FixedPosition> m_means; ///< Of the clusters of the last frame.
    std::map<WorldCell, FixedPosition> m_from; ///< Where those that are on their way began.
    QElapsedTimer m_clock;
};

} // namespace dateline
