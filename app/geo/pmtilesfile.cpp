#include "geo/pmtilesfile.h"

#include "geo/overlaytext.h"
#include "geo/quieterrors.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtEndian>

#include <cpl_compressor.h>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qsizetype headBytes = 127;
constexpr std::uint64_t mostDirectory = 32 * 1024 * 1024; // bytes, unpacked; the format advises 16 KB
constexpr std::uint64_t mostTile = 16 * 1024 * 1024;
constexpr std::size_t mostLeaves = 64; // that are kept
constexpr int mostTileZoom = 24;

template<typename T>
T numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.constData() + at);
}

/// What gzip packed; empty if that is more than @p most bytes, or damaged.
QByteArray unpacked(const QByteArray &bytes, std::uint64_t most)
{
    const QuietErrors quiet;
    const CPLCompressor *gzip = CPLGetDecompressor("gzip");
    if (gzip == nullptr)
        return {};
    for (std::uint64_t size = std::max<std::uint64_t>(64 * 1024, 8 * std::uint64_t(bytes.size())); size / 8 <= most;
         size *= 8) {
        QByteArray out(static_cast<qsizetype>(std::min(size, most)), Qt::Uninitialized);
        void *to = out.data();
        auto length = static_cast<std::size_t>(out.size());
        if (gzip->pfnFunc(bytes.constData(), static_cast<std::size_t>(bytes.size()), &to, &length, nullptr,
                          gzip->user_data))
            return out.first(static_cast<qsizetype>(length));
    }
    return {};
}

/// Numbers of seven bits a byte, one after the other.
class Numbers
{
public:
    explicit Numbers(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    std::uint64_t next()
    {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_at >= m_bytes.size())
                break;
            const auto byte = static_cast<std::uint8_t>(m_bytes[m_at++]);
            number |= std::uint64_t{byte & 0x7fU} << shift;
            if (byte < 0x80)
                return number;
        }
        m_isWhole = false;
        return 0;
    }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_isWhole = true;
};

double degreesAt(const QByteArray &head, qsizetype at)
{
    return numberAt<std::int32_t>(head, at) / 1e7;
}

} // namespace

std::uint64_t pmTileId(int zoom, std::uint32_t x, std::uint32_t y)
{
    const std::uint64_t before = ((std::uint64_t{1} << (2 * unsigned(zoom))) - 1) / 3;
    std::uint64_t along = 0;
    for (std::uint32_t half = zoom > 0 ? 1U << unsigned(zoom - 1) : 0; half > 0; half /= 2) {
        const std::uint32_t right = (x & half) != 0 ? 1 : 0;
        const std::uint32_t down = (y & half) != 0 ? 1 : 0;
        along += std::uint64_t{half} * half * ((3 * right) ^ down);
        x &= half - 1;
        y &= half - 1;
        if (down == 0) {
            if (right == 1) {
                x = half - 1 - x;
                y = half - 1 - y;
            }
            std::swap(x, y);
        }
    }
    return before + along;
}

Result<PmTilesFile> PmTilesFile::open(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    PmTilesFile file;
    file.m_file = std::make_unique<QFile>(path);
    if (!file.m_file->exists())
        return failure(Error::Kind::NotFound, OverlayText::tr("There is no file %1").arg(path), path);
    if (!file.m_file->open(QIODevice::ReadOnly))
        return failure(
            Error::Kind::Unreadable,
            OverlayText::tr("“%1” cannot be read; check that it is a file and that you may read it").arg(path), path);
    const QByteArray head = file.m_file->read(headBytes);
    if (head.size() < headBytes || !head.startsWith("PMTiles") || head[7] != 3)
        return failure(Error::Kind::Unsupported, OverlayText::tr("“%1” is no PMTiles archive of version 3").arg(name),
                       path);
    file.m_metadata = numberAt<std::uint64_t>(head, 24);
    file.m_metadataLength = numberAt<std::uint64_t>(head, 32);
    file.m_leaves = numberAt<std::uint64_t>(head, 40);
    file.m_data = numberAt<std::uint64_t>(head, 56);
    file.m_isPacked = head[97] == 2;
    file.m_areTilesPacked = head[98] == 2;
    file.m_tiles = static_cast<Tiles>(std::min<std::uint8_t>(static_cast<std::uint8_t>(head[99]), 6));
    file.m_leastZoom = std::clamp<int>(head[100], 0, mostTileZoom);
    file.m_mostZoom = std::clamp<int>(head[101], file.m_leastZoom, mostTileZoom);
    file.m_box = {degreesAt(head, 102), degreesAt(head, 106), degreesAt(head, 110), degreesAt(head, 114)};
    std::optional<Directory> root = file.directory(numberAt<std::uint64_t>(head, 8), numberAt<std::uint64_t>(head, 16));
    if (!root || (head[97] != 1 && head[97] != 2) || file.m_box.east < file.m_box.west
        || file.m_box.north < file.m_box.south)
        return failure(Error::Kind::Malformed,
                       OverlayText::tr("“%1” is damaged: its list of tiles cannot be read").arg(name), path);
    file.m_root = std::move(*root);
    return file;
}

QByteArray PmTilesFile::read(std::uint64_t offset, std::uint64_t length) const
{
    const auto size = static_cast<std::uint64_t>(m_file->size());
    if (length > size || offset > size - length || !m_file->seek(static_cast<qint64>(offset)))
        return {};
    return m_file->read(static_cast<qint64>(length));
}

std::optional<PmTilesFile::Directory> PmTilesFile::directory(std::uint64_t offset, std::uint64_t length) const
{
    if (length > mostDirectory)
        return std::nullopt;
    QByteArray bytes = read(offset, length);
    if (m_isPacked)
        bytes = unpacked(bytes, mostDirectory);
    Numbers numbers(bytes);
    const std::uint64_t count = numbers.next();
    if (!numbers.isWhole() || count > static_cast<std::uint64_t>(bytes.size())) // Four bytes each, at least.
        return std::nullopt;
    Directory entries(static_cast<std::size_t>(count));
    std::uint64_t id = 0;
    for (Entry &entry : entries)
        entry.id = id += numbers.next();
    for (Entry &entry : entries)
        entry.run = static_cast<std::uint32_t>(numbers.next());
    for (Entry &entry : entries)
        entry.length = static_cast<std::uint32_t>(numbers.next());
    std::uint64_t after = 0;
    for (Entry &entry : entries) {
        const std::uint64_t told = numbers.next();
        entry.offset = told == 0 ? after : told - 1;
        after = entry.offset + entry.length;
    }
    return numbers.isWhole() ? std::optional(std::move(entries)) : std::nullopt;
}

QByteArray PmTilesFile::tile(int zoom, int x, int y)
{
    const std::uint64_t id = pmTileId(zoom, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y));
    const Directory *entries = &m_root;
    constexpr int deepest = 4; // directories in directories
    for (int depth = 0; depth < deepest; ++depth) {
        auto entry = std::ranges::upper_bound(*entries, id, {}, &Entry::id);
        if (entry == entries->begin())
            return {};
        --entry;
        if (entry->run > 0) {
            if (id >= entry->id + entry->run || entry->length > mostTile)
                return {};
            const QByteArray bytes = read(m_data + entry->offset, entry->length);
            return m_areTilesPacked ? unpacked(bytes, mostTile) : bytes;
        }
        const std::uint64_t offset = m_leaves + entry->offset;
        auto leaf = m_read.find(offset);
        if (leaf == m_read.end()) {
            std::optional<Directory> read = directory(offset, entry->length);
            if (!read)
                return {};
            if (m_read.size() >= mostLeaves)
                m_read.clear();
            leaf = m_read.emplace(offset, std::move(*read)).first;
        }
        entries = &leaf->second;
    }
    return {};
}

QString PmTilesFile::attribution() const
{
    if (m_metadataLength > mostDirectory)
        return {};
    QByteArray bytes = read(m_metadata, m_metadataLength);
    if (m_isPacked)
        bytes = unpacked(bytes, mostDirectory);
    static const QRegularExpression markup(QStringLiteral("<[^>]*>"));
    return QJsonDocument::fromJson(bytes)[u"attribution"].toString().left(2000).remove(markup).simplified();
}

} // namespace dateline
