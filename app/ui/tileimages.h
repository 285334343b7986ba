#pragma once

#include <QImage>

#include <cstdint>
#include <functional>
#include <list>
#include <unordered_map>

namespace dateline
{

/// A tile of the map: level and position, x from 0 to 2^z − 1.
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

/// The tiles that were used last, in memory only.
class TileImages
{
public:
    /// The image of @p key if it is there; null if not.
    [[nodiscard]] QImage image(const TileKey &key);
    [[nodiscard]] bool has(const TileKey &key) const { return m_images.contains(key); }
    void put(const TileKey &key, const QImage &image);
    void clear();

private:
    struct Entry
    {
        QImage image;
        std::list<TileKey>::iterator use;
    };
    std::unordered_map<TileKey, Entry, TileKeyHash> m_images;
    std::list<TileKey> m_uses; ///< Used last first.
    qsizetype m_bytes = 0;
};

} // namespace dateline
