#pragma once

#include "geo/overlay.h"
#include "geo/rasterfile.h"
#include "geo/rasterwarp.h"

#include <array>

namespace dateline
{

/// How the values of a raster become colours.
class RasterColours
{
public:
    RasterColours(const RasterBands &bands, const RasterStyle &style);
    RasterColours(const RasterFile &file, const RasterStyle &style);

    void setStyle(const RasterStyle &style);
    /// Whether it must see values first, to tell which of them are black and white.
    [[nodiscard]] bool wantsSample() const;
    /// Takes values from all over @p source.
    void sample(const WarpSource &source);

    void paint(const WarpedRow &row, QRgb *line) const;

    [[nodiscard]] std::vector<OverlayLegendRow> legend() const;

private:
    void findRanges();
    [[nodiscard]] int shade(float value, std::size_t band) const;
    [[nodiscard]] QRgb colourOf(const WarpedRow &row, std::size_t x) const;

    RasterStyle m_style;
    std::size_t m_bands;
    bool m_isEightBit;
    std::vector<QRgb> m_palette;
    QStringList m_names; ///< Of the palette's entries.
    std::vector<std::vector<float>> m_samples; ///< Of each band, ascending.
    std::array<std::pair<double, double>, 3> m_ranges{}; ///< Black and white of each band.
};

} // namespace dateline
