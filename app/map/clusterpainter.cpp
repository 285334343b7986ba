#include "map/clusterpainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double ringPx = 4;
constexpr double haloPx = 0.75;
constexpr double roomPx = 2; ///< Around the disc.
constexpr std::size_t mostTexts = 4'000; ///< Until they are made anew.

/// “999”, “1.2k”, “45k”, “1.3M”: three digits at most, cut and never rounded up.
QString shortCount(std::uint32_t count)
{
    for (const auto &[unit, letter] : {std::pair(1'000'000U, u'M'), std::pair(1'000U, u'k')}) {
        if (count < unit)
            continue;
        const std::uint32_t whole = count / unit;
        return whole >= 10 ? QString::number(whole) + letter
                           : QStringLiteral("%1.%2").arg(whole).arg(count % unit * 10 / unit) + letter;
    }
    return QString::number(count);
}

int textSize(std::uint32_t count)
{
    return count < 1'000 ? 12 : 11;
}

/// How much of a pixel, whose middle is @p distance from a disc's middle, the disc covers.
double coverage(double radius, double distance)
{
    return std::clamp(radius - distance + 0.5, 0.0, 1.0);
}

struct Colour
{
    double red;
    double green;
    double blue;

    explicit Colour(QColor from)
        : red(from.red())
        , green(from.green())
        , blue(from.blue())
    {
    }
};

} // namespace

double clusterRadius(const Cluster &cluster)
{
    return 13 + 3 * std::floor(std::log10(std::max(cluster.count, 1U)));
}

void ClusterPainter::reset(const Theme &theme, double pixelRatio)
{
    m_theme = theme;
    m_pixelRatio = pixelRatio;
    m_discs.clear();
    m_texts.clear();
}

int ClusterPainter::sideOf(const Cluster &cluster) const
{
    return static_cast<int>(std::ceil(2 * (clusterRadius(cluster) + roomPx) * m_pixelRatio));
}

const ClusterPainter::Disc &ClusterPainter::disc(double radius, bool hovered)
{
    const Key key{static_cast<int>(radius), hovered};
    const auto known = m_discs.find(key);
    return known != m_discs.end() ? known->second : m_discs.emplace(key, madeDisc(radius, hovered)).first->second;
}

ClusterPainter::Disc ClusterPainter::madeDisc(double radius, bool hovered) const
{
    const int side = static_cast<int>(std::ceil(2 * (radius + roomPx) * m_pixelRatio));
    const double middle = side / 2.0;
    const Colour halo(m_theme.placeHalo);
    const Colour inside(hovered ? m_theme.selection : m_theme.panel);
    Disc disc{QImage(side, side, QImage::Format_RGBA8888_Premultiplied), {}};
    for (int y = 0; y < side; ++y) {
        std::uint8_t *pixel = disc.picture.scanLine(y);
        for (int x = 0; x < side; ++x, pixel += 4) {
            const double east = x + 0.5 - middle;
            const double south = y + 0.5 - middle;
            const double distance = std::hypot(east, south);
            const double inner = coverage((radius - ringPx) * m_pixelRatio, distance);
            const double ring = coverage(radius * m_pixelRatio, distance) * (1 - inner);
            const double outer = coverage((radius + haloPx) * m_pixelRatio, distance) * (1 - inner - ring);
            const auto mixed = [&](double Colour::*part) {
                return static_cast<std::uint8_t>(std::floor(inside.*part * inner + halo.*part * outer));
            };
            pixel[0] = mixed(&Colour::red);
            pixel[1] = mixed(&Colour::green);
            pixel[2] = mixed(&Colour::blue);
            pixel[3] = static_cast<std::uint8_t>(std::lround(255 * (inner + ring + outer)));
            if (ring > 0) {
                const double turn = std::atan2(east, -south) / (2 * std::numbers::pi);
                disc.ring.push_back({static_cast<std::uint16_t>(std::floor((turn < 0 ? turn + 1 : turn) * 65'535)),
                                     static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(y),
                                     static_cast<std::uint16_t>(std::floor(ring * 255))});
            }
        }
    }
    std::ranges::sort(disc.ring, {}, &RingPixel::angle);
    return disc;
}

const QImage &ClusterPainter::text(std::uint32_t count)
{
    const QString words = shortCount(count);
    if (const auto known = m_texts.find(words); known != m_texts.end())
        return known->second;
    if (m_texts.size() >= mostTexts)
        m_texts.clear();
    const QFont font = interfaceFont(textSize(count), true);
    const QSizeF size = QFontMetricsF(font).size(Qt::TextSingleLine, words);
    QImage ink((size * m_pixelRatio).toSize() + QSize(2, 2), QImage::Format_Alpha8);
    ink.fill(0);
    QPainter painter(&ink);
    painter.scale(m_pixelRatio, m_pixelRatio);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(QRectF(QPointF(), QSizeF(ink.size()) / m_pixelRatio), Qt::AlignCenter, words);
    painter.end();
    return m_texts.emplace(words, std::move(ink)).first->second;
}

void ClusterPainter::paint(QImage &image, QPoint corner, const Cluster &cluster, bool hovered)
{
    const Disc &plain = disc(clusterRadius(cluster), hovered);
    const int side = plain.picture.width();
    const auto stride = image.bytesPerLine();
    std::uint8_t *const origin = image.bits() + corner.y() * stride + corner.x() * 4;
    for (int y = 0; y < side; ++y)
        std::copy_n(plain.picture.constScanLine(y), static_cast<std::size_t>(side) * 4, origin + y * stride);
    // The ring's pixels come by angle, and so do the kinds.
    auto pixel = plain.ring.begin();
    std::uint64_t before = 0;
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        before += cluster.kinds.at(kind);
        const std::uint64_t end = before * 65'536 / cluster.count;
        const QColor colour = colourOf(static_cast<Kind>(kind), m_theme);
        const std::array<int, 3> parts{colour.red(), colour.green(), colour.blue()};
        for (; pixel != plain.ring.end() && pixel->angle < end; ++pixel) {
            std::uint8_t *to = origin + pixel->y * stride + pixel->x * 4;
            for (std::size_t part = 0; part < parts.size(); ++part)
                to[part] = static_cast<std::uint8_t>(to[part] + parts[part] * pixel->weight / 255);
        }
    }
    const QImage &ink = text(cluster.count);
    const QPoint at((side - ink.width()) / 2, (side - ink.height()) / 2);
    const std::array<int, 3> parts{m_theme.ink.red(), m_theme.ink.green(), m_theme.ink.blue()};
    for (int y = std::max(0, -at.y()); y < std::min(ink.height(), side - at.y()); ++y) {
        const std::uint8_t *weight = ink.constScanLine(y);
        std::uint8_t *to = origin + (at.y() + y) * stride + at.x() * 4;
        for (int x = 0; x < ink.width(); ++x, to += 4) {
            for (std::size_t part = 0; weight[x] != 0 && part < parts.size(); ++part)
                to[part] = static_cast<std::uint8_t>((to[part] * (255 - weight[x]) + parts[part] * weight[x]) / 255);
        }
    }
}

} // namespace dateline
