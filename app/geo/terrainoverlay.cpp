#include "geo/terrainoverlay.h"

#include "geo/heightfield.h"
#include "geo/overlaylabels.h"
#include "geo/overlaytext.h"
#include "geo/terrainshapes.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

// Light, so that marks and names stay readable on them: from lowlands to snow, and the sea from its floor up.
constexpr std::array<QRgb, 7> landTints{0xffc8dcbd, 0xffdbe5c0, 0xfff0ecc8, 0xffeedcb0,
                                        0xffe3c59e, 0xffd8bda9, 0xfff4f0ee};
constexpr std::array<QRgb, 3> seaTints{0xff9fbfd6, 0xffb8d2e3, 0xffd3e5ef};
constexpr QRgb contourInk = 0xff8a5a33;
constexpr double lowestLand = -450; ///< Metres; a file with less has the floor of the sea.
constexpr int level = 181; ///< How light hillshadeOf() has what is level.

QRgb mixedTint(QRgb a, QRgb b, double share)
{
    const auto mixed = [share](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * share)); };
    return qRgb(mixed(qRed(a), qRed(b)), mixed(qGreen(a), qGreen(b)), mixed(qBlue(a), qBlue(b)));
}

QRgb tintAt(std::span<const QRgb> tints, double share)
{
    const double at = std::clamp(share, 0.0, 1.0) * static_cast<double>(tints.size() - 1);
    const std::size_t low = std::min(static_cast<std::size_t>(at), tints.size() - 2);
    return mixedTint(tints[low], tints[low + 1], at - static_cast<double>(low));
}

/// Heights from one round number to another in one colour.
struct TintClass
{
    double from;
    double to;
    QRgb colour;
};

std::vector<TintClass> tintClassesOf(std::pair<double, double> range)
{
    constexpr int classes = 8; // At most, of land as of sea.
    std::vector<TintClass> tints;
    const auto add = [&tints](double least, double most, std::span<const QRgb> colours) {
        const double step = roundStep(std::max(1.0, (most - least) / classes));
        const int first = static_cast<int>(std::floor(least / step));
        const int end = std::max(first + 1, static_cast<int>(std::ceil(most / step)));
        for (int i = first; i < end; ++i)
            tints.push_back(
                {i * step, (i + 1) * step,
                 tintAt(colours, end - first > 1 ? static_cast<double>(i - first) / (end - first - 1) : 0)});
    };
    const bool hasSea = range.first < lowestLand;
    if (hasSea)
        add(range.first, std::min(0.0, range.second), seaTints);
    if (!hasSea || range.second > 0)
        add(hasSea ? 0 : range.first, range.second, landTints);
    return tints;
}

QRgb tintOf(std::span<const TintClass> tints, double metres)
{
    const auto next = std::ranges::upper_bound(tints, metres, {}, &TintClass::from);
    return next == tints.begin() ? tints.front().colour : std::prev(next)->colour;
}

/// @p tint, if any, under light and shadow; premultiplied.
QRgb shaded(std::optional<QRgb> tint, int light)
{
    constexpr double darkest = 0.62; // So that what is written on it is read.
    constexpr double lightest = 0.4;
    const bool isDark = light < level;
    const double share = isDark ? darkest * (level - light) / level : lightest * (light - level) / (255.0 - level);
    const int ink = isDark ? 24 : 255;
    if (tint)
        return mixedTint(*tint, qRgb(ink, ink, ink), share);
    return qPremultiply(qRgba(ink, ink, ink, static_cast<int>(std::lround(255 * share))));
}

class TerrainOverlay final : public Overlay
{
public:
    TerrainOverlay(HeightFile file, const TerrainStyle &style)
        : m_file(std::move(file))
        , m_style(style)
    {
    }

    [[nodiscard]] Result<QImage> picture(const OverlayView &view, const std::stop_token &stop,
                                         const Meanwhile &meanwhile) override;

    void setStyle(const OverlayStyle &style) override { m_style = style.terrain; }
    [[nodiscard]] LonLatBox box() const override { return m_file.box(); }
    [[nodiscard]] QString credit() const override { return m_file.credit(); }
    [[nodiscard]] std::vector<OverlayLegendRow> legend() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool mayBeTerrain() const override { return true; }

private:
    [[nodiscard]] const std::vector<TintClass> &tints() const;
    void paintGround(QImage &image, const HeightField &field, const std::stop_token &stop) const;
    void paintContours(QImage &image, const HeightField &field, double ratio, const std::stop_token &stop) const;

    HeightFile m_file;
    TerrainStyle m_style;
    mutable std::vector<TintClass> m_tints; ///< Once they are asked for.
};

Result<QImage> TerrainOverlay::picture(const OverlayView &view, const std::stop_token &stop, const Meanwhile &meanwhile)
{
    const Result<HeightField> field = m_file.heights(view, stop);
    if (!field)
        return std::unexpected(field.error());
    QImage image(view.sizePx, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (!stop.stop_requested() && (m_style.hillshade || m_style.tint))
        paintGround(image, *field, stop);
    if (!stop.stop_requested() && m_style.contourMetres != 0) {
        if (meanwhile && (m_style.hillshade || m_style.tint)) {
            image.setDevicePixelRatio(view.devicePixelRatio);
            meanwhile(image);
            image.setDevicePixelRatio(1);
        }
        paintContours(image, *field, view.devicePixelRatio, stop);
    }
    image.setDevicePixelRatio(view.devicePixelRatio);
    return image;
}

void TerrainOverlay::paintGround(QImage &image, const HeightField &field, const std::stop_token &stop) const
{
    const std::vector<std::uint8_t> light = m_style.hillshade ? hillshadeOf(field, stop) : std::vector<std::uint8_t>();
    for (int y = 0; y < image.height() && !stop.stop_requested(); ++y) {
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const double metres = static_cast<double>(field.at(x, y));
            if (std::isnan(metres))
                continue;
            const std::size_t at =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width()) + static_cast<std::size_t>(x);
            const int shade = light.empty() || light[at] == 0 ? level : light[at];
            const bool isTinted = m_style.tint && !tints().empty();
            pixels[x] = shaded(isTinted ? std::optional(tintOf(tints(), metres)) : std::nullopt, shade);
        }
    }
}

void TerrainOverlay::paintContours(QImage &image, const HeightField &field, double ratio,
                                   const std::stop_token &stop) const
{
    const double interval = m_style.contourMetres > 0 ? m_style.contourMetres : fittingInterval(field);
    const std::vector<Contour> contours = contoursOf(field, interval, stop);
    constexpr int countedEvery = 5; // Lines that are thicker and say their height.
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    OverlayLabels labels(image.size(), ratio);
    const QLocale locale;
    for (const Contour &contour : contours) {
        if (stop.stop_requested())
            return;
        const bool isCounted = std::llround(contour.metres / interval) % countedEvery == 0;
        painter.setPen(QPen(QColor::fromRgba(contourInk), (isCounted ? 1.1 : 0.6) * ratio));
        painter.drawPolyline(contour.line.data(), static_cast<int>(contour.line.size()));
        if (isCounted)
            labels.placeAlong(locale.toString(contour.metres, 'f', 0), contour.line);
    }
    labels.paint(painter, QColor::fromRgba(contourInk).darker(130), QColor(255, 255, 255, 220));
}

const std::vector<TintClass> &TerrainOverlay::tints() const
{
    if (m_tints.empty()) {
        if (const auto range = m_file.range())
            m_tints = tintClassesOf(*range);
    }
    return m_tints;
}

std::vector<OverlayLegendRow> TerrainOverlay::legend() const
{
    std::vector<OverlayLegendRow> rows;
    const QLocale locale;
    const auto swatch = [] {
        QImage image(48, 28, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(2);
        image.fill(Qt::transparent);
        return image;
    };
    if (m_style.tint) {
        for (const TintClass &tint : tints()) {
            OverlayLegendRow row{
                OverlayText::tr("%1 to %2 m").arg(locale.toString(tint.from), locale.toString(tint.to)), swatch()};
            row.swatch.fill(tint.colour);
            rows.insert(rows.begin(), std::move(row)); // The highest first.
        }
    }
    if (m_style.contourMetres != 0) {
        OverlayLegendRow row{m_style.contourMetres > 0
                                 ? OverlayText::tr("Contours every %1 m").arg(locale.toString(m_style.contourMetres))
                                 : OverlayText::tr("Contours, heights in metres"),
                             swatch()};
        QPainter painter(&row.swatch);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor::fromRgba(contourInk), 0.8));
        for (const double y : {4.5, 9.5}) {
            QPainterPath line({1, y + 1});
            line.cubicTo({8, y - 4}, {16, y + 5}, {23, y - 1});
            painter.drawPath(line);
        }
        painter.end();
        rows.push_back(std::move(row));
    }
    return rows;
}

QString TerrainOverlay::summary() const
{
    const QLocale locale;
    return OverlayText::tr("%1 × %2 heights, %3")
        .arg(locale.toString(m_file.sizePx().width()), locale.toString(m_file.sizePx().height()), m_file.crsName());
}

} // namespace

Result<std::unique_ptr<Overlay>> openTerrainOverlay(const QString &path, const OverlayStyle &style)
{
    Result<HeightFile> file = HeightFile::open(path, style.features.layer);
    if (!file)
        return std::unexpected(file.error());
    return std::make_unique<TerrainOverlay>(std::move(*file), style.terrain);
}

} // namespace dateline
