#pragma once

#include "map/basestore.h"
#include "map/theme.h"
#include "map/viewport.h"

#include <QPainterPath>
#include <QPen>

class QPainter;

namespace dateline
{

/// Paints one view of the base map; made for one call.
class BasePainter
{
public:
    BasePainter(const BaseStore &store, QPainter &painter, const Viewport &viewport, const Theme &theme);

    void paint();

private:
    struct Corner
    {
        QPointF at; ///< Pixels.
        bool cutToNext;
    };
    struct Copy
    {
        double shift; ///< Degrees that this copy of the world lies east of the first.
        LonLatBox box; ///< What of it is in view, −180…180.
    };

    [[nodiscard]] std::vector<Copy> copiesInView() const;
    void paintBackground();
    void paintAreas(BaseTheme theme, QColor fill, const QPen &shore);
    void paintLines(BaseTheme theme, const std::function<std::optional<QPen>(int level)> &penOf);
    void forEachPart(BaseTheme theme,
                     const std::function<void(const BaseBlock &, const BaseBlock::Part &, double)> &take);

    [[nodiscard]] double sizePx(const LonLatBox &box) const;

    // Both leave the corners of a part in m_corners, thinned to what can be seen.
    void placePart(const BaseBlock &block, const BaseBlock::Part &part, double shift, bool closed);
    void thin(const BaseBlock &block, const BaseBlock::Part &part);
    void placeFlat(const BaseBlock &block, double shift);
    void placeCurved(const BaseBlock &block, double shift, bool closed);
    void bend(QPointF from, QPointF to);

    void addFill(QPainterPath &path);
    void addShore(QPainterPath &path);
    void addLine(QPainterPath &path, std::vector<std::pair<QPainterPath, double>> *dashed);

    const BaseStore &m_store;
    QPainter &m_painter;
    const Viewport &m_viewport;
    const Theme &m_theme;
    int m_zoom; ///< Of the detail.
    double m_pixelsPerDegree;
    double m_tolerance; ///< On the Mercator world.
    QRectF m_frame; ///< The view and what a wide line at its edge needs.
    LonLatBox m_box;
    QPointF m_origin; ///< Where 0° E 0° N is drawn; Web Mercator only.

    std::vector<std::uint32_t> m_kept;
    std::vector<Corner> m_corners;
    std::vector<QPointF> m_pixels;
    std::vector<QPointF> m_clipped;
    std::vector<LonLat> m_bent;
    std::vector<QPointF> m_degrees;
};

} // namespace dateline
