#pragma once

#include "base/result.h"
#include "map/curvedname.h"
#include "map/theme.h"
#include "map/viewport.h"

#include <QImage>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

class QPainter;

namespace dateline
{

/// A place name on the base map.
struct BaseLabel
{
    QString text;
    QPointF at; ///< Middle of the dot, or of the text if there is no dot; pixels.
    QRectF box; ///< Around the text; pixels.
    bool dot = true;
    int sizePx = 12;
    bool country = false; ///< Spaced capitals over an area.
    std::vector<CurvedLetter> letters; ///< Along the middle of a long country; none: level.

    /// What it covers: its letters' boxes if it is curved.
    [[nodiscard]] std::vector<QRectF> boxes() const;
};

/// Land, water and borders of the world, drawn at any scale in any projection.
///
/// Painting is safe from several threads at once.
class BaseMap
{
public:
    /// Opens base.gpkg and the place names of gazetteer.sqlite's copy in it; loads only what the first view needs.
    [[nodiscard]] static Result<std::shared_ptr<const BaseMap>> open(const QString &path);

    ~BaseMap();

    /// Paints land, water and borders of @p viewport; no letters.
    void paint(QPainter &painter, const Viewport &viewport, const Theme &theme) const;

    /// The tile x, y of level z (256 logical pixels a side) at @p pixelRatio.
    [[nodiscard]] QImage tile(int z, int x, int y, double pixelRatio, const Theme &theme) const;

    /// The place names to draw in @p viewport, placed without touching each other or @p taken, most important first.
    [[nodiscard]] std::vector<BaseLabel> labels(const Viewport &viewport, const std::vector<QRectF> &taken) const;

    /// Data sources to credit: “GSHHG 2.3.7, QGIS world map, GeoNames”.
    [[nodiscard]] QString credits() const;

private:
    struct Data;
    explicit BaseMap(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// What lies under names: over squares in strong colours they need more to stand out.
enum class LabelGround : std::uint8_t { Map, Squares };

/// Paints @p labels with their halos.
void paintLabels(QPainter &painter, const std::vector<BaseLabel> &labels, const Theme &theme,
                 LabelGround ground = LabelGround::Map);

/// A round distance for a scale bar of at most @p longestPx at @p metresPerPixel, with its length and its words.
struct ScaleBar
{
    double lengthPx = 0;
    QString text; ///< “50 km”.
    double metres = 0; ///< The same.
};
[[nodiscard]] ScaleBar scaleBarFor(double metresPerPixel, double longestPx);

} // namespace dateline
