#include "map/coverage.h"

#include "map/blend.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dateline
{

namespace
{

constexpr std::uint32_t full = 255;
constexpr float levels = 255.5F; // Cut off and not rounded, so that all but a five-hundredth is full.

/// Whether the 32 bytes at @p values are all zero.
bool areZero(const void *values)
{
    std::uint64_t words[4]; // NOLINT(*-avoid-c-arrays): memcpy's way to read them at once
    std::memcpy(words, values, sizeof words);
    return (words[0] | words[1] | words[2] | words[3]) == 0;
}

} // namespace

Coverage::Coverage(const QRect &box, int margin)
    : m_box(box)
    , m_margin(margin)
    , m_columns(box.width() + 2 * margin)
    , m_lines(box.height() + 2 * margin)
    , m_origin(box.topLeft() - QPoint(margin, margin))
    , m_areaRows(static_cast<std::size_t>(m_lines), Row{m_columns, 0})
    , m_lineRows(m_areaRows)
{
}

void Coverage::touch(Row &row, int begin, int end) const
{
    row.begin = std::min(row.begin, std::max(0, begin));
    row.end = std::max(row.end, std::min(m_columns, end));
}

void Coverage::addRing(std::span<const QPointF> ring)
{
    if (ring.size() < 3)
        return;
    if (m_areas.empty())
        m_areas.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_lines));
    QPointF from = ring.back() - m_origin;
    for (const QPointF corner : ring) {
        const QPointF to = corner - m_origin;
        addEdge(from, to);
        from = to;
    }
}

// Each pixel gets how much of its row the edge covers more than the pixel to its left did, so that the sum along a row
// is what is covered; the signs of the edges of a ring cancel beyond it.
void Coverage::addEdge(QPointF from, QPointF to)
{
    if (from.y() == to.y())
        return;
    const float direction = from.y() < to.y() ? 1.0F : -1.0F;
    if (direction < 0)
        std::swap(from, to);
    const double slope = (to.x() - from.x()) / (to.y() - from.y());
    const double right = m_columns - 1.001;
    const auto top = std::max(0.0, from.y());
    const auto bottom = std::min(static_cast<double>(m_lines), to.y());
    double x = from.x() + (top - from.y()) * slope;
    for (int y = static_cast<int>(top); y < bottom; ++y) {
        const double high = std::max<double>(y, top);
        const double low = std::min<double>(y + 1, bottom);
        const double next = from.x() + (low - from.y()) * slope;
        const auto height = static_cast<float>(low - high) * direction;
        const double left = std::clamp(std::min(x, next), 0.0, right);
        const double far = std::clamp(std::max(x, next), 0.0, right);
        x = next;
        const int first = static_cast<int>(left);
        const int last = static_cast<int>(far);
        touch(m_areaRows[static_cast<std::size_t>(y)], first, last + 2);
        float *row = &m_areas[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns)];
        const auto begin = static_cast<float>(left - first);
        const auto end = static_cast<float>(far - last);
        if (first == last) {
            const float beyond = height * (begin + end) / 2;
            row[first] += height - beyond;
            row[first + 1] += beyond;
            continue;
        }
        // A trapezium over several pixels: its height grows evenly from the first to the last.
        const float perPixel = height / static_cast<float>(far - left);
        float covered = perPixel * (1 - begin) * (1 - begin) / 2;
        float sum = covered;
        row[first] += covered;
        for (int i = first + 1; i < last; ++i) {
            const float now = perPixel * (static_cast<float>(i - first) + 0.5F - begin);
            row[i] += now - covered;
            sum += now - covered;
            covered = now;
        }
        const float now = height - perPixel * end * end / 2;
        row[last] += now - sum;
        row[last + 1] += height - now;
    }
}

void Coverage::addLine(std::span<const QPointF> line, double width)
{
    if (line.empty() || !(width > 0))
        return;
    if (m_most.empty())
        m_most.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_lines));
    const auto radius = static_cast<float>(width / 2);
    const float most = std::min(1.0F, static_cast<float>(width));
    QPointF from = line.front() - m_origin;
    if (line.size() == 1)
        addSegment(from, from, radius, most);
    for (const QPointF corner : line.subspan(1)) {
        const QPointF to = corner - m_origin;
        addSegment(from, to, radius, most);
        from = to;
    }
}

// A pixel is covered by how far its middle lies inside the pen's edge: exact for level and upright lines, and as good as
// the eye can tell for others.
void Coverage::addSegment(QPointF from, QPointF to, float radius, float most)
{
    const float reach = radius + 0.5F;
    const auto ax = static_cast<float>(from.x() - 0.5);
    const auto ay = static_cast<float>(from.y() - 0.5);
    const auto dx = static_cast<float>(to.x() - from.x());
    const auto dy = static_cast<float>(to.y() - from.y());
    const float square = dx * dx + dy * dy;
    const float perSquare = square > 0 ? 1 / square : 0;
    const int top = std::max(0, static_cast<int>(std::ceil(std::min(ay, ay + dy) - reach)));
    const int bottom = std::min(m_lines - 1, static_cast<int>(std::floor(std::max(ay, ay + dy) + reach)));
    for (int y = top; y <= bottom; ++y) {
        // The stretch of the segment that is near this row.
        float begin = 0;
        float end = 1;
        const float up = static_cast<float>(y) - ay;
        if (std::abs(dy) > 1e-3F) {
            const float a = (up - reach) / dy;
            const float b = (up + reach) / dy;
            begin = std::clamp(std::min(a, b), 0.0F, 1.0F);
            end = std::clamp(std::max(a, b), 0.0F, 1.0F);
        }
        const float left = std::min(ax + begin * dx, ax + end * dx) - reach;
        const float right = std::max(ax + begin * dx, ax + end * dx) + reach;
        if (!(right > 0) || !(left < static_cast<float>(m_columns)))
            continue;
        const int first = std::max(0, static_cast<int>(std::ceil(left)));
        const int last = std::min(m_columns - 1, static_cast<int>(std::floor(right)));
        touch(m_lineRows[static_cast<std::size_t>(y)], first, last + 1);
        std::uint8_t *row = &m_most[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns)];
        for (int x = first; x <= last; ++x) {
            const float across = static_cast<float>(x) - ax;
            const float part = std::clamp((across * dx + up * dy) * perSquare, 0.0F, 1.0F);
            const float offX = across - part * dx;
            const float offY = up - part * dy;
            const float inside = std::clamp(reach - std::sqrt(offX * offX + offY * offY), 0.0F, most);
            row[x] = std::max(row[x], static_cast<std::uint8_t>(inside * levels));
        }
    }
}

/// The pixels under a row of the planes, whose first column is the box's margin; null for a row of the margin.
QRgb *Coverage::pixelsOf(QImage &image, int row) const
{
    Q_ASSERT(image.format() == QImage::Format_RGB32 || image.format() == QImage::Format_ARGB32_Premultiplied);
    Q_ASSERT(image.rect().contains(m_box));
    if (row < m_margin || row >= m_lines - m_margin)
        return nullptr;
    return reinterpret_cast<QRgb *>(image.scanLine(m_box.top() + row - m_margin)) + m_box.left();
}

void Coverage::paintRings(QImage &image, QColor colour)
{
    constexpr int block = 8;
    const QRgb ink = qPremultiply(colour.rgba());
    for (int y = 0; y < m_lines && !m_areas.empty(); ++y) {
        Row &touched = m_areaRows[static_cast<std::size_t>(y)];
        if (touched.begin >= touched.end)
            continue;
        float *row = &m_areas[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns)];
        QRgb *pixels = pixelsOf(image, y);
        const int end = pixels != nullptr ? m_columns - m_margin : 0;
        float sum = 0;
        std::uint32_t part = 0;
        for (int x = touched.begin; x < end;) {
            // Between two edges nothing changes.
            const bool isBeyond = x >= touched.end;
            if (isBeyond || (x + block <= touched.end && areZero(row + x))) {
                const int until = isBeyond ? end : std::min(end, x + block);
                x = std::min(until, std::max(x, m_margin));
                if (part == full)
                    std::fill(pixels + x - m_margin, pixels + until - m_margin, ink);
                else if (part > 0)
                    std::for_each(pixels + x - m_margin, pixels + until - m_margin,
                                  [ink, part](QRgb &pixel) { blend(pixel, ink, part); });
                x = until;
                continue;
            }
            for (const int until = std::min(end, x + block); x < until; ++x) {
                sum += row[x];
                part = static_cast<std::uint32_t>(std::min(std::abs(sum), 1.0F) * levels);
                if (part > 0 && x >= m_margin)
                    blend(pixels[x - m_margin], ink, part);
            }
        }
        std::fill(row + touched.begin, row + touched.end, 0.0F);
        touched = {m_columns, 0};
    }
}

void Coverage::paintLines(QImage &image, QColor colour)
{
    constexpr int block = 32;
    const QRgb ink = qPremultiply(colour.rgba());
    for (int y = 0; y < m_lines && !m_most.empty(); ++y) {
        Row &touched = m_lineRows[static_cast<std::size_t>(y)];
        if (touched.begin >= touched.end)
            continue;
        std::uint8_t *row = &m_most[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns)];
        QRgb *pixels = pixelsOf(image, y);
        const int end = pixels != nullptr ? std::min(touched.end, m_columns - m_margin) : 0;
        for (int x = std::max(touched.begin, m_margin); x < end;) {
            if (x + block <= end && areZero(row + x)) {
                x += block;
                continue;
            }
            for (const int until = std::min(end, x + block); x < until; ++x) {
                if (row[x] > 0)
                    blend(pixels[x - m_margin], ink, row[x]);
            }
        }
        std::fill(row + touched.begin, row + touched.end, std::uint8_t{0});
        touched = {m_columns, 0};
    }
}

} // namespace dateline
