#pragma once

#include "ui/basemapsource.h"
#include "ui/tilesupply.h"

#include <memory>

namespace dateline
{

/// Tiles of the base map: painted by workers in the order that they are wanted, the ones used last kept in memory.
class TileStore : public TileSupply
{
    Q_OBJECT

public:
    explicit TileStore(QObject *parent = nullptr);
    ~TileStore() override;

    void setSource(BaseMapSource *source) { m_source = source; }

    /// Paints in @p theme for a screen of @p pixelRatio from now on; tiles of another kind are dropped.
    void setStyle(const Theme &theme, double pixelRatio);

    [[nodiscard]] bool isReady() const override { return m_source && m_source->isReady(); }
    [[nodiscard]] QImage image(const TileKey &key) override { return m_images.image(key); }
    [[nodiscard]] bool has(const TileKey &key) const override { return m_images.has(key); }
    void want(std::vector<TileKey> keys) override;
    [[nodiscard]] int generation() const override { return m_generation; }
    [[nodiscard]] int finestLevel() const override { return 14; }
    [[nodiscard]] bool isOpaque() const override { return true; }

private:
    struct Queue;
    void work();
    void take(const TileKey &key, const QImage &image, int generation);

    BaseMapSource *m_source = nullptr;
    std::shared_ptr<Queue> m_queue;
    TileImages m_images;
    Theme m_theme;
    double m_pixelRatio = 1;
    int m_generation = 0;
};

} // namespace dateline
