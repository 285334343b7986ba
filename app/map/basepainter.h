#pragma once

#include "map/basecanvas.h"
#include "map/basestore.h"
#include "map/theme.h"
#include "map/viewport.h"

#include <QPen>

#include <functional>
#include <memory>
#include <optional>

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
    struct Copy
    {
        double shift; ///< Degrees that this copy of the world lies east of the first.
        LonLatBox box; ///< What of it is in view, −180…180.
    };

    struct Piece
    {
        const BaseBlock *block;
        const BaseBlock::Part *part;
        double shift; ///< As of its copy.
    };
    struct Found
    {
        std::vector<std::shared_ptr<const BaseBlock>> blocks; ///< Keep the pieces alive.
        std::vector<Piece> pieces;
    };

    [[nodiscard]] std::vector<Copy> copiesInView() const;
    [[nodiscard]] Found inView(BaseTheme theme) const;
    void paintBackground();
    void paintAreas(BaseTheme theme, QColor fill, const QPen &shore);
    void paintLines(BaseTheme theme, const std::function<std::optional<QPen>(int level)> &penOf);

    [[nodiscard]] double sizePx(const LonLatBox &box) const;

    // Leave the corners of a piece in m_pixels and m_cuts, thinned to what can be seen.
    void place(const Piece &piece, bool closed);
    void thin(const BaseBlock &block, const BaseBlock::Part &part);
    void placeFlat(const Piece &piece);
    void placeCurved(const Piece &piece, bool closed);
    void bend(QPointF from, QPointF to);

    // Hand what lies in the frame to the canvas.
    void addArea();
    void addLines(bool endAtCuts);

    const BaseStore &m_store;
    QPainter &m_painter;
    const Viewport &m_viewport;
    const Theme &m_theme;
    int m_zoom; ///< Of the detail.
    double m_pixelsPerDegree;
    double m_tolerance; ///< On the Mercator world.
    std::unique_ptr<BaseCanvas> m_canvas;
    QRectF m_frame; ///< The view and what a wide line at its edge needs.
    LonLatBox m_box;
    QPointF m_origin; ///< Where 0° E 0° N is drawn; Web Mercator only.

    std::vector<std::uint32_t> m_kept;
    std::vector<QPointF> m_pixels;
    std::vector<std::uint8_t> m_cuts; ///< Whether the way from a pixel to the next is a cut.
    bool m_isInside = false; ///< All of m_pixels lie in the frame.
    std::vector<QPointF> m_clipped;
    std::vector<LonLat> m_bent;
    std::vector<QPointF> m_degrees;
};

} // namespace dateline
