#include "map/basepainter.h"

#include "geo/clip.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

// Corners closer than this to the one before are left out; half a pixel cannot be seen.
constexpr double thinPx = 0.6;
constexpr double sparePx = BaseCanvas::sparePx;
// In a curved projection a straight edge is bent about this often.
constexpr double bendPx = 12;

double widthBetween(double zoom, double fromZoom, double fromWidth, double toZoom, double toWidth)
{
    const double part = std::clamp((zoom - fromZoom) / (toZoom - fromZoom), 0.0, 1.0);
    return std::lerp(fromWidth, toWidth, part);
}

QPen solid(QColor colour, double width)
{
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

QPen dashed(QColor colour, double width, double dash, double gap)
{
    QPen pen(colour, width, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({dash / width, gap / width});
    return pen;
}

QColor mixed(QColor a, QColor b, float part)
{
    return QColor::fromRgbF(std::lerp(a.redF(), b.redF(), part), std::lerp(a.greenF(), b.greenF(), part),
                            std::lerp(a.blueF(), b.blueF(), part));
}

} // namespace

BasePainter::BasePainter(const BaseStore &store, QPainter &painter, const Viewport &viewport, const Theme &theme)
    : m_store(store)
    , m_painter(painter)
    , m_viewport(viewport)
    , m_theme(theme)
    , m_box(viewport.box())
{
    const double ratio = painter.device() != nullptr ? painter.device()->devicePixelRatio() : 1;
    const double fineZoom = viewport.zoom() + std::log2(ratio);
    m_zoom = static_cast<int>(std::floor(fineZoom + 0.01));
    m_tolerance = thinPx / (256 * std::exp2(fineZoom));
    m_pixelsPerDegree = 256 * std::exp2(viewport.zoom()) / 360;
    m_frame = QRectF(QPointF(), viewport.sizePx()).adjusted(-sparePx, -sparePx, sparePx, sparePx);
    if (viewport.isWebMercator()) {
        viewport.pixelsFromLonLats(std::vector<LonLat>{{0, 0}}, m_pixels);
        m_origin = m_pixels.front();
    }
    const double spare = sparePx / m_pixelsPerDegree;
    m_box = {m_box.west - spare, std::max(-90.0, m_box.south - spare), m_box.east + spare,
             std::min(90.0, m_box.north + spare)};
    if (!viewport.isWebMercator()) {
        // Past its end the image of the earth starts again on the other side.
        m_box.west = std::max(m_box.west, viewport.projection().centralMeridian() - 180);
        m_box.east = std::min(m_box.east, viewport.projection().centralMeridian() + 180);
    }
}

void BasePainter::paint()
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setClipRect(QRectF(QPointF(), m_viewport.sizePx()), Qt::IntersectClip);
    m_canvas = canvasFor(m_painter, m_viewport.sizePx());
    const double zoom = m_viewport.zoom();
    paintBackground();
    paintAreas(BaseTheme::Land, m_theme.land, solid(m_theme.coast, widthBetween(zoom, 2, 0.6, 7, 1)));
    paintAreas(BaseTheme::Lake, m_theme.water, solid(m_theme.coast, widthBetween(zoom, 2, 0.5, 7, 1)));
    paintLines(BaseTheme::River, [&](int level) -> std::optional<QPen> {
        const double full = level <= 1 ? 1.6 : level == 2 ? 1.25 : level == 3 ? 0.95 : 0.75;
        // A small river far off is a hair of pale blue, so that the great ones stand out.
        const double weight = widthBetween(zoom, 3 + level, 0.35, 8 + level, 1);
        const QColor ink = mixed(m_theme.land, m_theme.waterLine, static_cast<float>(0.45 + 0.55 * weight));
        return solid(ink, std::max(0.5, full * weight));
    });
    paintLines(BaseTheme::ProvinceBorder, [&](int) -> std::optional<QPen> {
        if (zoom < 5.5)
            return std::nullopt;
        const float part = static_cast<float>(widthBetween(zoom, 5.5, 0.45, 8, 1));
        return dashed(mixed(m_theme.land, m_theme.provinceBorder, part), widthBetween(zoom, 6, 0.7, 9, 1), 4, 3);
    });
    // A pale band under a country's border parts it from the river that it often follows.
    if (zoom >= 6)
        paintLines(BaseTheme::CountryBorder, [&](int) -> std::optional<QPen> {
            return solid(mixed(m_theme.land, m_theme.countryBorder, 0.16F), widthBetween(zoom, 6, 2, 9, 4.5));
        });
    paintLines(BaseTheme::CountryBorder, [&](int) -> std::optional<QPen> {
        return solid(m_theme.countryBorder, widthBetween(zoom, 2, 0.6, 9, 1.2));
    });
    paintLines(BaseTheme::DisputedBorder, [&](int) -> std::optional<QPen> {
        return dashed(m_theme.disputedBorder, widthBetween(zoom, 2, 0.7, 8, 1.3), widthBetween(zoom, 2, 2.5, 7, 5),
                      widthBetween(zoom, 2, 2, 7, 3.5));
    });
    m_painter.restore();
}

// Water; and where the whole earth is in view nothing beyond its edge.
void BasePainter::paintBackground()
{
    const QRectF view(QPointF(), m_viewport.sizePx());
    if (m_viewport.isWebMercator() || m_box.east - m_box.west < 359) {
        m_painter.fillRect(view, m_theme.water);
        return;
    }
    m_painter.fillRect(view, m_theme.page);
    m_bent = m_viewport.projection().rim();
    if (m_bent.empty()) {
        bend({m_box.west, m_box.south}, {m_box.east, m_box.south});
        bend({m_box.east, m_box.south}, {m_box.east, m_box.north});
        bend({m_box.east, m_box.north}, {m_box.west, m_box.north});
        bend({m_box.west, m_box.north}, {m_box.west, m_box.south});
    }
    m_viewport.pixelsFromLonLats(m_bent, m_pixels);
    std::erase_if(m_pixels, [](QPointF pixel) { return std::isnan(pixel.x()); });
    clipRing(m_pixels, m_frame, m_clipped);
    if (m_clipped.size() < 3)
        return;
    m_canvas->addRing(m_clipped);
    m_canvas->fill(m_theme.water);
}

std::vector<BasePainter::Copy> BasePainter::copiesInView() const
{
    std::vector<Copy> copies;
    // A wide view in Web Mercator shows the world several times; box() then says only “all of it”.
    double west = m_box.west;
    double east = m_box.east;
    if (m_viewport.isWebMercator()) {
        west = (m_frame.left() - m_origin.x()) / m_pixelsPerDegree;
        east = (m_frame.right() - m_origin.x()) / m_pixelsPerDegree;
    }
    for (double shift = 360 * std::floor((west + 180) / 360); shift - 180 < east; shift += 360)
        copies.push_back(
            {shift, {std::max(-180.0, west - shift), m_box.south, std::min(180.0, east - shift), m_box.north}});
    return copies;
}

BasePainter::Found BasePainter::inView(BaseTheme theme) const
{
    Found found;
    for (const Copy &copy : copiesInView()) {
        for (std::shared_ptr<const BaseBlock> &block : m_store.blocks(theme, m_zoom, copy.box)) {
            for (const BaseBlock::Part &part : block->parts) {
                if (part.box.west <= copy.box.east && part.box.east >= copy.box.west && part.box.south <= copy.box.north
                    && part.box.north >= copy.box.south)
                    found.pieces.push_back({block.get(), &part, copy.shift});
            }
            found.blocks.push_back(std::move(block));
        }
    }
    return found;
}

void BasePainter::paintAreas(BaseTheme theme, QColor fill, const QPen &shore)
{
    const Found found = inView(theme);
    m_canvas->setPen(shore);
    for (const Piece &piece : found.pieces) {
        place(piece, true);
        addArea();
        addLines(true);
    }
    m_canvas->fill(fill);
    m_canvas->stroke();
}

void BasePainter::paintLines(BaseTheme theme, const std::function<std::optional<QPen>(int level)> &penOf)
{
    Found found = inView(theme);
    // Scraps left over where disputed lines were cut out of the others; they would only look like dirt.
    if (theme == BaseTheme::ProvinceBorder)
        std::erase_if(found.pieces, [this](const Piece &piece) { return sizePx(piece.part->box) < 9; });
    // Small rivers first, great ones over them.
    std::ranges::stable_sort(found.pieces, std::greater(), [](const Piece &piece) { return piece.part->level; });
    for (auto piece = found.pieces.begin(); piece != found.pieces.end();) {
        const int level = piece->part->level;
        const std::optional<QPen> pen = penOf(level);
        if (pen)
            m_canvas->setPen(*pen);
        for (; piece != found.pieces.end() && piece->part->level == level; ++piece) {
            if (!pen)
                continue;
            place(*piece, false);
            // Flat lines are whole; bent ones end where they left the view.
            addLines(!m_viewport.isWebMercator());
        }
        if (pen)
            m_canvas->stroke();
    }
}

double BasePainter::sizePx(const LonLatBox &box) const
{
    return std::max(box.east - box.west, box.north - box.south) * m_pixelsPerDegree;
}

void BasePainter::place(const Piece &piece, bool closed)
{
    m_pixels.clear();
    m_cuts.clear();
    thin(*piece.block, *piece.part);
    if (closed && m_kept.size() < 4)
        return;
    if (m_viewport.isWebMercator())
        placeFlat(piece);
    else
        placeCurved(piece, closed);
}

// Corners on cuts always stay: the neighbouring cell has the same ones.
void BasePainter::thin(const BaseBlock &block, const BaseBlock::Part &part)
{
    m_kept.clear();
    QPointF last(-9, -9);
    for (std::uint32_t i = part.begin; i < part.end; ++i) {
        const QPointF here = block.mercator[i];
        const bool near = std::abs(here.x() - last.x()) < m_tolerance && std::abs(here.y() - last.y()) < m_tolerance;
        if (near && (block.flags[i] & BaseBlock::onCut) == 0 && i + 1 < part.end)
            continue;
        m_kept.push_back(i);
        last = here;
    }
}

void BasePainter::placeFlat(const Piece &piece)
{
    const double worldPx = 360 * m_pixelsPerDegree;
    const QPointF origin = m_origin + QPointF(piece.shift / 360 - 0.5, -0.5) * worldPx;
    for (const std::uint32_t i : m_kept) {
        m_pixels.push_back(origin + piece.block->mercator[i] * worldPx);
        m_cuts.push_back(piece.block->flags[i] & BaseBlock::cutToNext);
    }
    const QRectF &box = piece.part->mercator;
    m_isInside = m_frame.contains(QRectF(origin + box.topLeft() * worldPx, box.size() * worldPx));
}

void BasePainter::placeCurved(const Piece &piece, bool closed)
{
    const BaseBlock &block = *piece.block;
    // First to what is in view, in degrees: what lies behind the projection's horizon or end is never projected.
    m_degrees.clear();
    for (const std::uint32_t i : m_kept)
        m_degrees.emplace_back(block.positions[i].lon + piece.shift, block.positions[i].lat);
    const QRectF frame(QPointF(m_box.west, m_box.south), QPointF(m_box.east, m_box.north));
    std::vector<std::pair<QPointF, QPointF>> edges;
    std::vector<std::size_t> begins; // Of the stretches of a line.
    if (closed) {
        clipRing(m_degrees, frame, m_clipped);
        for (std::size_t i = 0; i < m_clipped.size(); ++i)
            edges.emplace_back(m_clipped[i], m_clipped[(i + 1) % m_clipped.size()]);
    } else {
        clipLine(m_degrees, frame, [&](std::span<const QPointF> stretch, double) {
            begins.push_back(edges.size());
            for (std::size_t i = 1; i < stretch.size(); ++i)
                edges.emplace_back(stretch[i - 1], stretch[i]);
        });
    }
    m_bent.clear();
    std::vector<std::uint8_t> cuts;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto &[from, to] = edges[i];
        const bool vertical = from.x() == to.x();
        const bool level = from.y() == to.y();
        const double cutSide = vertical ? from.x() : from.y();
        const bool onFrame = (vertical && (cutSide == m_box.west || cutSide == m_box.east))
            || (level && (cutSide == m_box.south || cutSide == m_box.north));
        const bool wholeDegree = (vertical || level) && cutSide == std::round(cutSide);
        bend(from, to);
        cuts.resize(m_bent.size(), onFrame || (closed && wholeDegree) ? 1 : 0);
        const bool lineEnds = !closed && (i + 1 == edges.size() || std::ranges::binary_search(begins, i + 1));
        if (lineEnds) {
            m_bent.push_back({to.x(), to.y()});
            cuts.push_back(1);
        }
    }
    std::vector<QPointF> pixels;
    m_viewport.pixelsFromLonLats(m_bent, pixels);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        if (std::isnan(pixels[i].x()))
            continue;
        m_pixels.push_back(pixels[i]);
        m_cuts.push_back(cuts[i]);
    }
    if (closed && !m_pixels.empty()) {
        m_pixels.push_back(m_pixels.front());
        m_cuts.push_back(m_cuts.front());
    }
    m_isInside = std::ranges::all_of(m_pixels, [this](QPointF pixel) { return m_frame.contains(pixel); });
}

// Adds @p from and corners on the way to @p to, at whole multiples of a step: the same whichever way the edge is run,
// and whatever other corners it has, so that neighbouring cells still share it.
void BasePainter::bend(QPointF from, QPointF to)
{
    m_bent.push_back({from.x(), from.y()});
    const QPointF way = to - from;
    const double length = std::max(std::abs(way.x()), std::abs(way.y()));
    const double step = std::exp2(std::floor(std::min(0.0, std::log2(bendPx / m_pixelsPerDegree))));
    if (length <= step)
        return;
    const bool alongLon = std::abs(way.x()) >= std::abs(way.y());
    const double begin = (alongLon ? from.x() : from.y()) / step;
    const double end = (alongLon ? to.x() : to.y()) / step;
    const double direction = end > begin ? 1 : -1;
    const double first = direction > 0 ? std::floor(begin) + 1 : std::ceil(begin) - 1;
    for (double k = first; (end - k) * direction > 0; k += direction) {
        const QPointF at = from + way * ((k - begin) / (end - begin));
        m_bent.push_back(alongLon ? LonLat{k * step, at.y()} : LonLat{at.x(), k * step});
    }
}

void BasePainter::addArea()
{
    if (!m_isInside)
        clipRing(m_pixels, m_frame, m_clipped);
    const std::vector<QPointF> &ring = m_isInside ? m_pixels : m_clipped;
    if (m_pixels.size() > 2 && ring.size() > 2)
        m_canvas->addRing(ring);
}

void BasePainter::addLines(bool endAtCuts)
{
    for (std::size_t begin = 0; begin + 1 < m_pixels.size();) {
        std::size_t end = m_pixels.size();
        if (endAtCuts) {
            const auto cut = std::find_if(m_cuts.begin() + static_cast<std::ptrdiff_t>(begin), m_cuts.end() - 1,
                                          [](std::uint8_t isCut) { return isCut != 0; });
            end = static_cast<std::size_t>(cut - m_cuts.begin()) + 1;
        }
        const std::span<const QPointF> stretch = std::span(m_pixels).subspan(begin, end - begin);
        begin = end;
        if (stretch.size() < 2)
            continue;
        if (m_isInside)
            m_canvas->addLine(stretch, 0);
        else
            clipLine(stretch, m_frame, [this](std::span<const QPointF> part, double lengthBefore) {
                m_canvas->addLine(part, lengthBefore);
            });
    }
}

} // namespace dateline
