#include "map/basestore.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr std::array<QLatin1StringView, baseThemeCount> themeNames{
    QLatin1StringView("land"),           QLatin1StringView("lake"),
    QLatin1StringView("river"),          QLatin1StringView("border_province"),
    QLatin1StringView("border_country"), QLatin1StringView("border_disputed")};

constexpr std::size_t mostBytes = 160U << 20U;

struct BaseMapText
{
    Q_DECLARE_TR_FUNCTIONS(BaseMap)
};

// Some cells at once: one query costs about as much as unpacking a few thousand corners.
double blockFor(double cell)
{
    if (cell <= 0)
        return 360;
    return cell <= 1 ? 4 : 2 * cell;
}

QPointF mercatorFromLonLat(LonLat position)
{
    const double lat = std::clamp(position.lat, -85.051129, 85.051129) * std::numbers::pi / 180;
    return {position.lon / 360 + 0.5, 0.5 - std::asinh(std::tan(lat)) / (2 * std::numbers::pi)};
}

bool isWhole(double value, double cell)
{
    // Not std::remainder, which is slow enough to be felt here.
    const double quotient = cell > 0 ? value / cell : 0.5;
    return quotient == static_cast<double>(static_cast<int>(quotient));
}

std::uint8_t flagsOf(LonLat here, LonLat next, double cell)
{
    const bool lonCut = isWhole(here.lon, cell) || std::abs(here.lon) == 180;
    const bool latCut = isWhole(here.lat, cell) || std::abs(here.lat) == 90;
    std::uint8_t flags = lonCut || latCut ? BaseBlock::onCut : 0;
    if ((lonCut && here.lon == next.lon) || (latCut && here.lat == next.lat))
        flags |= BaseBlock::cutToNext;
    return flags;
}

void append(const std::vector<LonLat> &positions, double cell, int level, BaseBlock &block)
{
    if (positions.size() < 2)
        return;
    const auto begin = static_cast<std::uint32_t>(block.positions.size());
    LonLatBox box{positions.front().lon, positions.front().lat, positions.front().lon, positions.front().lat};
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const LonLat here = positions[i];
        block.positions.push_back(here);
        block.mercator.push_back(mercatorFromLonLat(here));
        block.flags.push_back(flagsOf(here, positions[std::min(i + 1, positions.size() - 1)], cell));
        box = box.including(here);
    }
    const QRectF mercator(mercatorFromLonLat({box.west, box.north}), mercatorFromLonLat({box.east, box.south}));
    block.parts.push_back({begin, static_cast<std::uint32_t>(block.positions.size()), box, mercator, level});
}

} // namespace

std::size_t BaseBlock::bytes() const
{
    return positions.size() * (sizeof(LonLat) + sizeof(QPointF) + 1) + parts.size() * sizeof(Part) + sizeof(*this);
}

BaseStore::Lease::Lease(const BaseStore &store, Result<Dataset> dataset)
    : m_store(store)
    , m_dataset(std::move(dataset))
{
}

BaseStore::Lease::~Lease()
{
    if (!m_dataset)
        return;
    const std::lock_guard lock(m_store.m_mutex);
    m_store.m_free.push_back(std::move(*m_dataset));
}

BaseStore::Lease BaseStore::lease() const
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_free.empty()) {
            Dataset dataset = std::move(m_free.back());
            m_free.pop_back();
            return {*this, std::move(dataset)};
        }
    }
    return {*this, Dataset::open(m_path)};
}

Result<std::unique_ptr<BaseStore>> BaseStore::open(const QString &path)
{
    std::unique_ptr<BaseStore> store(new BaseStore);
    store->m_path = path;
    Result<Dataset> dataset = Dataset::open(path);
    if (!dataset)
        return std::unexpected(dataset.error());
    if (Result<void> layers = store->readLayers(*dataset); !layers)
        return std::unexpected(layers.error());
    store->m_free.push_back(std::move(*dataset));
    return store;
}

Result<void> BaseStore::readLayers(const Dataset &dataset)
{
    const QStringList columns{QStringLiteral("layer"), QStringLiteral("theme"), QStringLiteral("min_zoom"),
                              QStringLiteral("max_zoom"), QStringLiteral("cell")};
    const QStringList present = dataset.layers();
    const Result<void> read =
        dataset.forEach(QStringLiteral("layer_zoom"), {}, columns, [this, &present](Feature &&row) {
            const auto theme = std::ranges::find(themeNames, row.attributes[1]);
            if (theme == themeNames.end() || !present.contains(row.attributes[0]))
                return;
            const double cell = std::clamp(row.attributes[4].toDouble(), 0.0, 360.0);
            m_layers.at(static_cast<std::size_t>(theme - themeNames.begin()))
                .push_back(
                    {row.attributes[0], row.attributes[2].toInt(), row.attributes[3].toInt(), cell, blockFor(cell)});
        });
    if (!read || m_layers.front().empty())
        return failure(Error::Kind::Malformed, BaseMapText::tr("%1 is not a base map; build it again").arg(m_path),
                       m_path);
    return dataset.forEach(QStringLiteral("meta"), {}, {QStringLiteral("key"), QStringLiteral("value")},
                           [this](Feature &&row) {
                               if (row.attributes[0] == QLatin1String("credits"))
                                   m_credits = row.attributes[1];
                           });
}

const BaseStore::Layer *BaseStore::layerFor(BaseTheme theme, int zoom) const
{
    const std::vector<Layer> &layers = m_layers.at(static_cast<std::size_t>(theme));
    const auto found = std::ranges::find_if(
        layers, [zoom](const Layer &layer) { return layer.minZoom <= zoom && zoom <= layer.maxZoom; });
    return found == layers.end() ? nullptr : &*found;
}

std::vector<std::shared_ptr<const BaseBlock>> BaseStore::blocks(BaseTheme theme, int zoom, const LonLatBox &box) const
{
    std::vector<std::shared_ptr<const BaseBlock>> found;
    const Layer *layer = layerFor(theme, std::clamp(zoom, 0, 24));
    if (layer == nullptr || box.west > box.east)
        return found;
    const auto index = [layer](double degrees, double origin, double span) {
        const double last = std::ceil(span / layer->block) - 1;
        return static_cast<int>(std::clamp(std::floor((degrees - origin) / layer->block), 0.0, last));
    };
    for (int row = index(box.south, -90, 180); row <= index(box.north, -90, 180); ++row) {
        for (int column = index(box.west, -180, 360); column <= index(box.east, -180, 360); ++column) {
            std::shared_ptr<const BaseBlock> one = block({layer, column, row});
            if (!one->parts.empty())
                found.push_back(std::move(one));
        }
    }
    return found;
}

std::shared_ptr<const BaseBlock> BaseStore::block(const Key &key) const
{
    std::shared_ptr<Slot> slot;
    {
        const std::lock_guard lock(m_mutex);
        std::shared_ptr<Slot> &held = m_slots[key];
        if (!held)
            held = std::make_shared<Slot>();
        held->lastUse = ++m_uses;
        slot = held;
    }
    // Outside the lock: others may read other blocks meanwhile, and whoever wants this one waits for it.
    std::call_once(slot->filled, [&] {
        std::shared_ptr<const BaseBlock> block = read(key);
        const std::lock_guard lock(m_mutex);
        slot->block = std::move(block);
        m_bytes += slot->block->bytes();
        if (m_bytes > mostBytes)
            forgetOldest();
    });
    return slot->block;
}

std::shared_ptr<const BaseBlock> BaseStore::read(const Key &key) const
{
    auto block = std::make_shared<BaseBlock>();
    const Layer &layer = *key.layer;
    const double west = -180 + key.column * layer.block;
    const double south = -90 + key.row * layer.block;
    const LonLatBox box{west, south, west + layer.block, south + layer.block};
    // What only touches the box belongs to the neighbours; their shared edge is inside by less than this.
    constexpr double hair = 1e-4;
    const LonLatBox inner{box.west + hair, box.south + hair, box.east - hair, box.north - hair};
    const Lease lent = lease();
    if (!lent.dataset())
        return block;
    const auto take = [&](Feature &&feature) {
        const std::optional<LonLatBox> bounds = boxOf(feature.geometry);
        if (!bounds)
            return;
        const LonLat middle = bounds->centre();
        if (layer.cell > 0
            && (middle.lon < box.west || middle.lon >= box.east || middle.lat < box.south || middle.lat >= box.north))
            return;
        for (const std::vector<LonLat> &part : feature.geometry.parts)
            append(part, layer.cell, feature.attributes.front().toInt(), *block);
    };
    const Result<void> done = lent.dataset()->forEach(layer.name, layer.cell > 0 ? std::optional(inner) : std::nullopt,
                                                      {QStringLiteral("level")}, take);
    if (!done)
        qWarning("%s", qUtf8Printable(done.error().message));
    return block;
}

void BaseStore::forgetOldest() const
{
    std::vector<std::pair<std::uint64_t, Key>> byAge;
    for (const auto &[key, slot] : m_slots) {
        if (slot->block)
            byAge.emplace_back(slot->lastUse, key);
    }
    std::ranges::sort(byAge);
    for (const auto &[age, key] : byAge) {
        if (m_bytes <= mostBytes / 2)
            break;
        m_bytes -= m_slots.at(key)->block->bytes();
        m_slots.erase(key);
    }
}

} // namespace dateline
