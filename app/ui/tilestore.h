#pragma once

#include "ui/basemapsource.h"

#include <QImage>
#include <QObject>

#include <cstdint>
#include <list>
#include <memory>
#include <unordered_map>
#include <vector>

namespace dateline
{

/// A tile of the base map: level and position, x from 0 to 2^z − 1.
struct TileKey
{
    int z = 0;
    int x = 0;
    int y = 0;

    friend bool operator==(const TileKey &, const TileKey &) = default;
};

struct TileKeyHash
{
    std::size_t operator()(const TileKey &key) const
    {
        return std::hash<std::uint64_t>()((static_cast<std::uint64_t>(key.z) << 56)
                                          ^ (static_cast<std::uint64_t>(key.x) << 28)
                                          ^ static_cast<std::uint64_t>(key.y));
    }
};

/// Tiles as images: painted by workers in the order that they are wanted, the ones used last kept in memory.
class TileStore : public QObject
{
    Q_OBJECT

public:
    explicit TileStore(QObject *parent = nullptr);
    ~TileStore() override;

    void setSource(BaseMapSource *source) { m_source = source; }

    /// Paints in @p theme for a screen of @p pixelRatio from now on; tiles of another kind are dropped.
    void setStyle(const Theme &theme, double pixelRatio);

    /// The image of @p key if it is there; null if not.
    [[nodiscard]] QImage image(const TileKey &key);
    [[nodiscard]] bool has(const TileKey &key) const { return m_images.contains(key); }

    /// Wants @p keys, most urgent first, instead of all that was wanted before.
    void want(std::vector<TileKey> keys);

    [[nodiscard]] int generation() const { return m_generation; }

Q_SIGNALS:
    void arrived();

private:
    struct Queue;
    struct Entry
    {
        QImage image;
        std::list<TileKey>::iterator use;
    };
    void work();
    void take(const TileKey &key, const QImage &image, int generation);

    BaseMapSource *m_source = nullptr;
    std::shared_ptr<Queue> m_queue;
    std::unordered_map<TileKey, Entry, TileKeyHash> m_images;
    std::list<TileKey> m_uses; ///< Used last first.
    qsizetype m_bytes = 0;
    Theme m_theme;
    double m_pixelRatio = 1;
    int m_generation = 0;
};

} // namespace dateline
