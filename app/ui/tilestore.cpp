#include "ui/tilestore.h"

#include <QPointer>

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_set>

namespace dateline
{

namespace
{

constexpr int tilePriority = 1;

} // namespace

// Shared with the workers: they may outlive the window for the length of one tile.
struct TileStore::Queue
{
    std::mutex mutex;
    std::vector<TileKey> wanted; ///< Most urgent last.
    std::unordered_set<TileKey, TileKeyHash> running;
    int workers = 0;

    std::optional<TileKey> next()
    {
        const std::scoped_lock lock(mutex);
        while (!wanted.empty()) {
            const TileKey key = wanted.back();
            wanted.pop_back();
            if (running.insert(key).second)
                return key;
        }
        --workers;
        return std::nullopt;
    }
    void done(const TileKey &key)
    {
        const std::scoped_lock lock(mutex);
        running.erase(key);
    }
};

TileStore::TileStore(QObject *parent)
    : TileSupply(parent)
    , m_queue(std::make_shared<Queue>())
{
}

TileStore::~TileStore()
{
    const std::scoped_lock lock(m_queue->mutex);
    m_queue->wanted.clear();
}

void TileStore::setStyle(const Theme &theme, double pixelRatio)
{
    ++m_generation;
    m_theme = theme;
    m_pixelRatio = pixelRatio;
    m_images.clear();
    // Workers of the old style run dry on their own queue.
    {
        const std::scoped_lock lock(m_queue->mutex);
        m_queue->wanted.clear();
    }
    m_queue = std::make_shared<Queue>();
}

void TileStore::want(std::vector<TileKey> keys)
{
    if (!isReady())
        return;
    std::erase_if(keys, [this](const TileKey &key) { return has(key); });
    std::ranges::reverse(keys);
    int more = 0;
    {
        const std::scoped_lock lock(m_queue->mutex);
        std::erase_if(keys, [this](const TileKey &key) { return m_queue->running.contains(key); });
        m_queue->wanted = std::move(keys);
        more = std::min(m_source->workers() - m_queue->workers, static_cast<int>(m_queue->wanted.size()));
        m_queue->workers += std::max(more, 0);
    }
    for (int i = 0; i < more; ++i)
        work();
}

void TileStore::work()
{
    m_source->start(
        [guard = QPointer(this), source = m_source, queue = m_queue, map = m_source->map(), theme = m_theme,
         ratio = m_pixelRatio, generation = m_generation] {
            while (const std::optional<TileKey> key = queue->next()) {
                QImage image = map->tile(key->z, key->x, key->y, ratio, theme);
                QMetaObject::invokeMethod(source, [guard, queue, key = *key, image = std::move(image), generation] {
                    queue->done(key);
                    if (guard)
                        guard->take(key, image, generation);
                });
            }
        },
        tilePriority);
}

void TileStore::take(const TileKey &key, const QImage &image, int generation)
{
    if (generation != m_generation || has(key))
        return;
    m_images.put(key, image);
    Q_EMIT arrived();
}

} // namespace dateline
