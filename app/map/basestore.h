#pragma once

#include "base/lonlat.h"
#include "base/result.h"
#include "geo/dataset.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace dateline
{

/// What the base map is drawn from, back to front.
enum class BaseTheme : std::uint8_t { Land, Lake, River, ProvinceBorder, CountryBorder, DisputedBorder };
inline constexpr int baseThemeCount = 6;

/// Shapes of one layer in one block of the earth, unpacked for drawing: columns, so that a pass reads only what it needs.
struct BaseBlock
{
    // Of a corner. Rings of neighbouring cells meet on cuts, whole multiples of the cell's size.
    static constexpr std::uint8_t onCut = 1;
    static constexpr std::uint8_t cutToNext = 2; ///< The edge to the next corner is a cut, not a shore.

    struct Part
    {
        std::uint32_t begin;
        std::uint32_t end;
        LonLatBox box;
        QRectF mercator; ///< The same on the Web Mercator world.
        int level; ///< Of rivers; else 0.
    };

    std::vector<LonLat> positions;
    std::vector<QPointF> mercator; ///< The same on the Web Mercator world: 0…1, y southward.
    std::vector<std::uint8_t> flags;
    std::vector<Part> parts;

    [[nodiscard]] std::size_t bytes() const;
};

/// Reads base.gpkg block by block and keeps what was drawn lately; safe from several threads at once.
class BaseStore
{
public:
    /// Opens the base map at @p path; an Error if it is none or lacks a layer.
    [[nodiscard]] static Result<std::unique_ptr<BaseStore>> open(const QString &path);

    /// The blocks of @p theme with the detail for @p zoom that meet @p box, −180…180; none where it is not drawn.
    [[nodiscard]] std::vector<std::shared_ptr<const BaseBlock>> blocks(BaseTheme theme, int zoom,
                                                                       const LonLatBox &box) const;

    [[nodiscard]] const QString &credits() const { return m_credits; }

    /// A Dataset on the same file, for one thread, opened if none is free.
    class Lease
    {
    public:
        Lease(const BaseStore &store, Result<Dataset> dataset);
        ~Lease();
        Q_DISABLE_COPY_MOVE(Lease)

        [[nodiscard]] const Result<Dataset> &dataset() const { return m_dataset; }

    private:
        const BaseStore &m_store;
        Result<Dataset> m_dataset;
    };
    [[nodiscard]] Lease lease() const;

private:
    struct Layer
    {
        QString name;
        int minZoom = 0;
        int maxZoom = 0;
        double cell = 0; ///< Degrees; 0: not cut.
        double block = 0; ///< Degrees; what is read at once.
    };
    struct Slot
    {
        std::once_flag filled;
        std::shared_ptr<const BaseBlock> block;
        std::uint64_t lastUse = 0;
    };
    struct Key
    {
        const Layer *layer;
        int column;
        int row;
        auto operator<=>(const Key &) const = default;
    };

    BaseStore() = default;
    [[nodiscard]] Result<void> readLayers(const Dataset &dataset);
    [[nodiscard]] const Layer *layerFor(BaseTheme theme, int zoom) const;
    [[nodiscard]] std::shared_ptr<const BaseBlock> block(const Key &key) const;
    [[nodiscard]] std::shared_ptr<const BaseBlock> read(const Key &key) const;
    void forgetOldest() const;

    QString m_path;
    QString m_credits;
    std::array<std::vector<Layer>, baseThemeCount> m_layers;

    mutable std::mutex m_mutex; // Guards all below.
    mutable std::vector<Dataset> m_free;
    mutable std::map<Key, std::shared_ptr<Slot>> m_slots;
    mutable std::uint64_t m_uses = 0;
    mutable std::size_t m_bytes = 0;
};

} // namespace dateline
