#include "ui/tileimages.h"

namespace dateline
{

namespace
{

constexpr qsizetype mostBytes = 96 * 1024 * 1024;

} // namespace

QImage TileImages::image(const TileKey &key)
{
    const auto at = m_images.find(key);
    if (at == m_images.end())
        return {};
    m_uses.splice(m_uses.begin(), m_uses, at->second.use);
    return at->second.image;
}

void TileImages::put(const TileKey &key, const QImage &image)
{
    if (has(key))
        return;
    m_uses.push_front(key);
    m_images.emplace(key, Entry{image, m_uses.begin()});
    m_bytes += image.sizeInBytes();
    while (m_bytes > mostBytes && m_uses.size() > 1) {
        const auto oldest = m_images.find(m_uses.back());
        m_bytes -= oldest->second.image.sizeInBytes();
        m_images.erase(oldest);
        m_uses.pop_back();
    }
}

void TileImages::clear()
{
    m_images.clear();
    m_uses.clear();
    m_bytes = 0;
}

} // namespace dateline
