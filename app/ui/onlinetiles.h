#pragma once

#include "ui/basemapsource.h"
#include "ui/onlinemaps.h"
#include "ui/tilesupply.h"

#include <QPointer>
#include <QTimer>

#include <unordered_map>
#include <unordered_set>

namespace dateline
{

/// Tiles of a source on the network, while it is on: kept in memory, asked for anew a while after they failed.
class OnlineTiles : public TileSupply
{
    Q_OBJECT

public:
    explicit OnlineTiles(QObject *parent = nullptr);
    ~OnlineTiles() override;

    /// Asks @p maps for tiles of the source called @p id from now on, and unpacks them in the workers of @p workers.
    void setSource(OnlineMaps *maps, const QString &id, BaseMapSource *workers);

    [[nodiscard]] bool isReady() const override { return m_maps && m_workers && m_maps->isOn(m_source.id); }
    [[nodiscard]] QImage image(const TileKey &key) override { return m_images.image(key); }
    [[nodiscard]] bool has(const TileKey &key) const override { return m_images.has(key); }
    void want(std::vector<TileKey> keys) override;
    [[nodiscard]] int generation() const override { return 0; }
    [[nodiscard]] int finestLevel() const override { return m_source.finest; }
    [[nodiscard]] bool isOpaque() const override { return false; }

private:
    using KeySet = std::unordered_set<TileKey, TileKeyHash>;
    void askNext();
    void take(const TileKey &key, const Result<QByteArray> &answer);
    void settle(const TileKey &key, const QImage &image);
    void fail(const TileKey &key, const QString &sentence);

    QPointer<OnlineMaps> m_maps;
    BaseMapSource *m_workers = nullptr;
    OnlineSource m_source;
    TileImages m_images;
    std::vector<TileKey> m_wanted; ///< Most urgent last.
    std::unordered_map<TileKey, quint64, TileKeyHash> m_asked; ///< With their questions.
    KeySet m_unpacked; ///< Being unpacked.
    KeySet m_failed;
    QTimer m_again; ///< When what failed is asked for once more.
};

} // namespace dateline
