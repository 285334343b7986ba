#include "ui/onlinetiles.h"

#include "online/tileaddress.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qint64 mostTileBytes = 4'000'000;
constexpr std::size_t mostTilesAtOnce = 4; // Of one source: servers of volunteers ask for no more.
constexpr int againMs = 30'000;
constexpr int unpackPriority = 1;
constexpr int largestSidePx = 1024;

/// The picture in @p bytes; null if it is none, or larger than a tile is.
QImage tilePicture(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    // Only what tiles come in: of the other formats that Qt reads, some hold addresses or files.
    for (const char *format : {"png", "jpeg", "webp"}) {
        buffer.seek(0);
        QImageReader reader(&buffer, format);
        reader.setAutoDetectImageFormat(false);
        if (!reader.canRead())
            continue;
        const QSize size = reader.size();
        if (size.width() > largestSidePx || size.height() > largestSidePx)
            return {};
        return reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
    }
    return {};
}

} // namespace

OnlineTiles::OnlineTiles(QObject *parent)
    : TileSupply(parent)
{
    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_failed.clear();
        Q_EMIT arrived(); // The layer wants what it has not.
    });
}

OnlineTiles::~OnlineTiles()
{
    want({});
}

void OnlineTiles::setSource(OnlineMaps *maps, const QString &id, BaseMapSource *workers)
{
    m_maps = maps;
    m_workers = workers;
    if (const OnlineSource *source = maps ? maps->find(id) : nullptr)
        m_source = *source;
    Q_EMIT arrived();
}

void OnlineTiles::want(std::vector<TileKey> keys)
{
    std::erase_if(
        keys, [this](const TileKey &key) { return has(key) || m_failed.contains(key) || m_unpacked.contains(key); });
    // What has left the view is not asked for any longer.
    std::erase_if(m_asked, [this, &keys](const auto &asked) {
        if (std::ranges::contains(keys, asked.first))
            return false;
        if (m_maps)
            m_maps->access()->drop(asked.second);
        return true;
    });
    std::erase_if(keys, [this](const TileKey &key) { return m_asked.contains(key); });
    std::ranges::reverse(keys);
    m_wanted = std::move(keys);
    askNext();
}

void OnlineTiles::askNext()
{
    while (isReady() && !m_wanted.empty() && m_asked.size() < mostTilesAtOnce) {
        const TileKey key = m_wanted.back();
        m_wanted.pop_back();
        const QUrl url = tileAddress(m_source, {key.z, key.x, key.y});
        if (!url.isValid()) {
            settle(key, {}); // The source has no such level.
            continue;
        }
        m_asked[key] = m_maps->access()->get(url, mostTileBytes, [guard = QPointer(this), key](auto answer) {
            if (guard)
                guard->take(key, answer);
        });
    }
}

void OnlineTiles::take(const TileKey &key, const Result<QByteArray> &answer)
{
    m_asked.erase(key);
    if (!answer && answer.error().kind != Error::Kind::NotFound)
        fail(key, answer.error().message);
    else if (!answer || answer->isEmpty())
        settle(key, {}); // There is nothing on it.
    else {
        m_unpacked.insert(key);
        m_workers->start(
            [guard = QPointer(this), workers = m_workers, key, bytes = *answer] {
                QImage image = tilePicture(bytes);
                QMetaObject::invokeMethod(workers, [guard, key, image = std::move(image)] {
                    if (!guard)
                        return;
                    guard->m_unpacked.erase(key);
                    if (image.isNull()) {
                        guard->fail(key,
                                    tr("What %1 sends is no picture of a map; look whether its address is right")
                                        .arg(hostName(firstAddress(guard->m_source))));
                    } else {
                        if (guard->m_maps)
                            guard->m_maps->tell(guard->m_source.id, {});
                        guard->settle(key, image);
                    }
                });
            },
            unpackPriority);
    }
    askNext();
}

void OnlineTiles::settle(const TileKey &key, const QImage &image)
{
    QImage shown = image;
    if (shown.isNull()) {
        shown = QImage(1, 1, QImage::Format_ARGB32_Premultiplied);
        shown.fill(Qt::transparent);
    }
    m_images.put(key, shown);
    Q_EMIT arrived();
}

void OnlineTiles::fail(const TileKey &key, const QString &sentence)
{
    m_failed.insert(key);
    if (!m_again.isActive())
        m_again.start();
    if (m_maps)
        m_maps->tell(m_source.id, sentence);
}

} // namespace dateline
