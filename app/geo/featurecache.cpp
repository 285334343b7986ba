#include "geo/featurecache.h"

#include <algorithm>
#include <cstdint>

namespace dateline
{

namespace
{

constexpr std::size_t mostCachedBytes = 256ULL * 1024 * 1024;
constexpr std::size_t bytesBesideShape = 400; // Of a feature with the one field that is read.

CPLRectObj rectFrom(const OGREnvelope &box)
{
    return {box.MinX, box.MinY, box.MaxX, box.MaxY};
}

} // namespace

FeatureCache::FeatureCache(const OGREnvelope &extent)
    : m_extent(extent)
    , m_tree(nullptr, CPLQuadTreeDestroy)
{
    clear();
}

FeatureCache::~FeatureCache() = default;

void FeatureCache::clear()
{
    const CPLRectObj all = rectFrom(m_extent);
    m_tree.reset(CPLQuadTreeCreate(&all, nullptr));
    m_features.clear();
    m_bytes = 0;
}

void FeatureCache::restart()
{
    if (!m_isTooLarge)
        clear();
}

void FeatureCache::add(OGRFeatureUniquePtr feature)
{
    const OGRGeometry *shape = feature->GetGeometryRef();
    if (m_isTooLarge || shape == nullptr || shape->IsEmpty())
        return;
    m_bytes += bytesBesideShape + shape->WkbSize();
    if (m_bytes > mostCachedBytes) {
        m_isTooLarge = true;
        clear();
        return;
    }
    OGREnvelope box;
    shape->getEnvelope(&box);
    const CPLRectObj bounds = rectFrom(box);
    // Numbered from 1, as the tree holds no null.
    m_features.push_back(std::move(feature));
    CPLQuadTreeInsertWithBounds(m_tree.get(), reinterpret_cast<void *>(std::uintptr_t{m_features.size()}), &bounds);
}

std::vector<const OGRFeature *> FeatureCache::within(const QRectF &box) const
{
    const CPLRectObj bounds{box.left(), box.top(), box.right(), box.bottom()};
    int count = 0;
    const std::unique_ptr<void *, void (*)(void *)> found(CPLQuadTreeSearch(m_tree.get(), &bounds, &count), VSIFree);
    std::vector<std::uintptr_t> numbers;
    for (int i = 0; i < count; ++i)
        numbers.push_back(reinterpret_cast<std::uintptr_t>(found.get()[i]));
    std::ranges::sort(numbers);
    std::vector<const OGRFeature *> features;
    features.reserve(numbers.size());
    for (const std::uintptr_t number : numbers)
        features.push_back(m_features[number - 1].get());
    return features;
}

} // namespace dateline
