#pragma once

#include <QRectF>

#include <cpl_quad_tree.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <vector>

namespace dateline
{

/// The features of a layer whose file has no index, kept with one after the first reading, so that a view of a few of them
/// reads these alone. Takes no more than a certain amount of memory: of a larger layer it keeps nothing.
class FeatureCache
{
public:
    /// @param extent holds all features.
    explicit FeatureCache(const OGREnvelope &extent);
    ~FeatureCache();
    Q_DISABLE_COPY_MOVE(FeatureCache)

    /// Keeps @p feature, the next of the layer, unless that is too large.
    void add(OGRFeatureUniquePtr feature);
    void finish() { m_isComplete = !m_isTooLarge; } ///< All features have been added.
    void restart(); ///< They are added from the first on again.

    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    [[nodiscard]] bool isTooLarge() const { return m_isTooLarge; }

    /// The features that may touch @p box, in the order of the file; once it is complete.
    [[nodiscard]] std::vector<const OGRFeature *> within(const QRectF &box) const;

private:
    void clear();

    OGREnvelope m_extent;
    std::vector<OGRFeatureUniquePtr> m_features;
    std::unique_ptr<CPLQuadTree, void (*)(CPLQuadTree *)> m_tree; ///< Of indexes into m_features.
    std::size_t m_bytes = 0;
    bool m_isComplete = false;
    bool m_isTooLarge = false;
};

} // namespace dateline
