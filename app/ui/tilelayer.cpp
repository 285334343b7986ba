#include "ui/tilelayer.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <unordered_map>

namespace dateline
{

namespace
{

constexpr double tilePx = 256;
constexpr int standInLevels = 5;

struct PieceKey
{
    TileKey tile;
    int world = 0;
    int generation = 0;

    friend bool operator==(const PieceKey &, const PieceKey &) = default;
};

struct PieceKeyHash
{
    std::size_t operator()(const PieceKey &key) const
    {
        return TileKeyHash()(key.tile) * 31 + static_cast<std::size_t>(key.world + 8);
    }
};

// The root keeps one image node for each piece on screen, so that a texture is made once. Below a plain node Qt's software
// renderer would forget where the item is.
class TilesNode : public QSGTransformNode
{
public:
    std::unordered_map<PieceKey, QSGImageNode *, PieceKeyHash> pieces;
};

QPointF worldFromLonLat(double lon, double lat)
{
    const double radians = std::clamp(lat, -85.051129, 85.051129) * std::numbers::pi / 180;
    return {(lon + 180) / 360, (1 - std::asinh(std::tan(radians)) / std::numbers::pi) / 2};
}

int wrapped(int x, int count)
{
    return ((x % count) + count) % count;
}

} // namespace

TileLayer::TileLayer(QQuickItem *parent)
    : MapLayer(parent)
{
}

void TileLayer::setTiles(TileSupply *tiles)
{
    m_tiles = tiles;
    connect(tiles, &TileSupply::arrived, this, &QQuickItem::polish);
}

QRectF TileLayer::placeOf(const TileKey &key, int world) const
{
    const double scale = tilePx * std::exp2(camera()->zoom());
    const double side = std::exp2(-key.z);
    const QPointF middle = worldFromLonLat(camera()->longitude(), camera()->latitude());
    const double ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    // Edges on whole screen pixels: neighbours meet without a seam.
    const auto snapped = [ratio](double value) { return std::round(value * ratio) / ratio; };
    const double left = snapped((key.x * side + world - middle.x()) * scale + width() / 2);
    const double right = snapped(((key.x + 1) * side + world - middle.x()) * scale + width() / 2);
    const double top = snapped((key.y * side - middle.y()) * scale + height() / 2);
    const double bottom = snapped(((key.y + 1) * side - middle.y()) * scale + height() / 2);
    return {left, top, right - left, bottom - top};
}

void TileLayer::addStandIns(const TileKey &key, int world)
{
    for (int up = 1; up <= std::min(standInLevels, key.z); ++up) {
        const TileKey parent{key.z - up, key.x >> up, key.y >> up};
        if (!m_tiles->has(parent))
            continue;
        m_pieces.push_back({parent, world, placeOf(parent, world), m_tiles->image(parent)});
        return;
    }
    for (int i = 0; i < 4; ++i) {
        const TileKey child{key.z + 1, key.x * 2 + i % 2, key.y * 2 + i / 2};
        if (m_tiles->has(child))
            m_pieces.push_back({child, world, placeOf(child, world), m_tiles->image(child)});
    }
}

void TileLayer::collect()
{
    const int z = std::clamp(static_cast<int>(std::lround(camera()->zoom())), 0, m_tiles->finestLevel());
    const int count = 1 << z;
    const double perTile = tilePx * std::exp2(camera()->zoom() - z);
    const QPointF middle = worldFromLonLat(camera()->longitude(), camera()->latitude()) * count;
    const int left = static_cast<int>(std::floor(middle.x() - width() / 2 / perTile));
    const int right = static_cast<int>(std::floor(middle.x() + width() / 2 / perTile));
    const int top = std::max(0, static_cast<int>(std::floor(middle.y() - height() / 2 / perTile)));
    const int bottom = std::min(count - 1, static_cast<int>(std::floor(middle.y() + height() / 2 / perTile)));

    std::vector<std::pair<double, TileKey>> missing;
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            const TileKey key{z, wrapped(x, count), y};
            const int world = (x - key.x) / count;
            if (m_tiles->has(key)) {
                m_pieces.push_back({key, world, placeOf(key, world), m_tiles->image(key)});
                continue;
            }
            addStandIns(key, world);
            missing.emplace_back(std::hypot(x + 0.5 - middle.x(), y + 0.5 - middle.y()), key);
        }
    }
    std::ranges::sort(missing, {}, &std::pair<double, TileKey>::first);
    std::vector<TileKey> wanted;
    wanted.reserve(missing.size());
    for (const auto &[distance, key] : missing)
        wanted.push_back(key);
    // Stand-ins lie under the tiles of the view's own level.
    std::ranges::stable_sort(m_pieces, {}, [z](const Piece &piece) { return piece.key.z == z ? 100 : piece.key.z; });
    const bool complete = wanted.empty() && !m_pieces.empty();
    m_tiles->want(std::move(wanted));
    setComplete(complete);
}

void TileLayer::updatePolish()
{
    m_pieces.clear();
    if (camera() && m_tiles && m_tiles->isReady() && window() && width() > 0 && height() > 0)
        collect();
    update();
}

QSGNode *TileLayer::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    auto *root = old ? static_cast<TilesNode *>(old) : new TilesNode;
    root->removeAllChildNodes();
    std::unordered_map<PieceKey, QSGImageNode *, PieceKeyHash> kept;
    const double ratio = window()->effectiveDevicePixelRatio();
    for (const Piece &piece : m_pieces) {
        const PieceKey key{piece.key, piece.world, m_tiles->generation()};
        if (kept.contains(key))
            continue; // Two missing neighbours share a stand-in.
        QSGImageNode *node = nullptr;
        if (const auto known = root->pieces.find(key); known != root->pieces.end()) {
            node = known->second;
            root->pieces.erase(known);
        } else {
            node = window()->createImageNode();
            node->setTexture(window()->createTextureFromImage(
                piece.image,
                m_tiles->isOpaque() ? QQuickWindow::TextureIsOpaque : QQuickWindow::TextureHasAlphaChannel));
            node->setOwnsTexture(true);
        }
        node->setRect(piece.at);
        // Pixel for pixel nothing is to be evened out, which takes a drawing without a graphics card twice the time.
        const bool exact = piece.at.size() * ratio == QSizeF(node->texture()->textureSize());
        node->setFiltering(exact ? QSGTexture::Nearest : QSGTexture::Linear);
        root->appendChildNode(node);
        kept.emplace(key, node);
    }
    for (const auto &[key, node] : root->pieces)
        delete node;
    root->pieces = std::move(kept);
    return root;
}

} // namespace dateline
