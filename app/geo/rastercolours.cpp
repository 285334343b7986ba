#include "geo/rastercolours.h"

#include <QLocale>

#include <cpl_string.h>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr int sampleSide = 384;
constexpr int mostNames = 14; // in a legend
constexpr int clearTolerance = 10; // a compressed white is hardly ever the same white

QImage swatchOf(QRgb colour)
{
    QImage swatch(48, 28, QImage::Format_ARGB32_Premultiplied);
    swatch.setDevicePixelRatio(2);
    swatch.fill(QColor::fromRgba(colour));
    return swatch;
}

bool isNear(QRgb colour, OverlayColour other)
{
    const auto differs = [](int a, unsigned b) { return std::abs(a - int(b & 0xffU)) > clearTolerance; };
    return !differs(qRed(colour), other >> 16U) && !differs(qGreen(colour), other >> 8U)
        && !differs(qBlue(colour), other);
}

double valueAt(const std::vector<float> &ascending, double percent)
{
    const double at = percent / 100 * double(ascending.size() - 1);
    return double(ascending[static_cast<std::size_t>(std::lround(at))]);
}

} // namespace

RasterColours::RasterColours(const RasterBands &bands, const RasterStyle &style)
    : m_style(style)
    , m_bands(bands.values.size())
    , m_isEightBit(bands.isEightBit)
{
    findRanges();
}

RasterColours::RasterColours(const RasterFile &file, const RasterStyle &style)
    : RasterColours(file.bands(), style)
{
    if (!file.bands().isPalette)
        return;
    GDALRasterBand *band = file.whole().GetRasterBand(file.bands().values.front());
    const GDALColorTable *table = band->GetColorTable();
    for (int i = 0; i < table->GetColorEntryCount(); ++i) {
        GDALColorEntry entry{};
        table->GetColorEntryAsRGB(i, &entry);
        m_palette.push_back(qRgba(entry.c1, entry.c2, entry.c3, entry.c4));
    }
    for (char **name = band->GetCategoryNames(); name != nullptr && *name != nullptr; ++name)
        m_names.append(QString::fromUtf8(*name).left(80));
}

void RasterColours::setStyle(const RasterStyle &style)
{
    m_style = style;
    findRanges();
}

bool RasterColours::wantsSample() const
{
    const RasterStyle fresh;
    // Eight bits are colours already, unless somebody asks for more.
    const bool isAsItIs =
        m_isEightBit && m_style.lowPercent == fresh.lowPercent && m_style.highPercent == fresh.highPercent;
    return m_palette.empty() && !isAsItIs;
}

void RasterColours::sample(const WarpSource &source)
{
    const QSize size = sizeOf(source.dataset);
    const int width = std::min(size.width(), sampleSide);
    const int height = std::min(size.height(), sampleSide);
    const std::size_t count = std::size_t(width) * std::size_t(height);
    std::vector<float> values(count);
    std::vector<std::uint8_t> there(count);
    m_samples.assign(m_bands, {});
    for (std::size_t i = 0; i < m_bands; ++i) {
        GDALRasterBand *band = source.dataset.GetRasterBand(source.bands[i]);
        GDALRasterBand *mask = source.alpha > 0 ? source.dataset.GetRasterBand(source.alpha) : band->GetMaskBand();
        if (band->RasterIO(GF_Read, 0, 0, size.width(), size.height(), values.data(), width, height, GDT_Float32, 0, 0,
                           nullptr)
                != CE_None
            || mask->RasterIO(GF_Read, 0, 0, size.width(), size.height(), there.data(), width, height, GDT_Byte, 0, 0,
                              nullptr)
                != CE_None)
            continue;
        for (std::size_t at = 0; at < count; ++at) {
            const bool isNone = source.noData && double(values[at]) == *source.noData;
            if (there[at] != 0 && std::isfinite(values[at]) && !isNone)
                m_samples[i].push_back(values[at]);
        }
        std::ranges::sort(m_samples[i]);
    }
    findRanges();
}

void RasterColours::findRanges()
{
    m_ranges.fill({0, 255});
    if (!wantsSample())
        return;
    for (std::size_t i = 0; i < std::min(m_samples.size(), m_ranges.size()); ++i) {
        if (m_samples[i].empty())
            continue;
        const double low = valueAt(m_samples[i], m_style.lowPercent);
        const double high = valueAt(m_samples[i], m_style.highPercent);
        m_ranges.at(i) = {low, high > low ? high : low + 1};
    }
}

int RasterColours::shade(float value, std::size_t band) const
{
    const auto [low, high] = m_ranges.at(band);
    double share = (double(value) - low) / (high - low);
    const double gain = m_style.contrast >= 0 ? 1 + 3 * m_style.contrast : 1 + m_style.contrast;
    share = (share - 0.5) * gain + 0.5 + m_style.brightness;
    return int(std::lround(255 * std::clamp(share, 0.0, 1.0)));
}

QRgb RasterColours::colourOf(const WarpedRow &row, std::size_t x) const
{
    const std::size_t width = row.there.size();
    if (row.there[x] == 0 || std::isnan(row.values[x]))
        return 0;
    int alpha = row.there[x];
    QRgb colour = 0;
    if (!m_palette.empty()) {
        const auto index = static_cast<std::size_t>(std::max(0.0F, row.values[x]));
        const QRgb entry = index < m_palette.size() ? m_palette[index] : 0;
        alpha = alpha * qAlpha(entry) / 255;
        colour = qRgb(shade(float(qRed(entry)), 0), shade(float(qGreen(entry)), 0), shade(float(qBlue(entry)), 0));
    } else if (m_bands == 3) {
        colour = qRgb(shade(row.values[x], 0), shade(row.values[width + x], 1), shade(row.values[2 * width + x], 2));
    } else {
        const int grey = shade(row.values[x], 0);
        colour = qRgb(grey, grey, grey);
    }
    if (m_style.clear && isNear(colour, *m_style.clear))
        return 0;
    return qPremultiply(qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha));
}

void RasterColours::paint(const WarpedRow &row, QRgb *line) const
{
    for (std::size_t x = 0; x < row.there.size(); ++x)
        line[x] = colourOf(row, x);
}

std::vector<OverlayLegendRow> RasterColours::legend() const
{
    std::vector<OverlayLegendRow> rows;
    const qsizetype names = std::min(m_names.size(), qsizetype(m_palette.size()));
    for (qsizetype i = 0; i < names && rows.size() < mostNames; ++i) {
        if (!m_names[i].isEmpty())
            rows.push_back({m_names[i], swatchOf(m_palette[std::size_t(i)])});
    }
    if (m_bands != 1 || !wantsSample() || m_samples.empty() || m_samples.front().empty())
        return rows;
    const auto [low, high] = m_ranges.front();
    for (const double value : {low, (low + high) / 2, high}) {
        const int grey = shade(float(value), 0);
        rows.push_back({QLocale().toString(value, 'g', 4), swatchOf(qRgb(grey, grey, grey))});
    }
    return rows;
}

} // namespace dateline
