#pragma once

#include "domain/figurenote.h"
#include "domain/scanplacing.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace dateline
{

/// 0xRRGGBB.
using OverlayColour = std::uint32_t;

/// How a raster file is shown. What is not of 8 bits is stretched between two values to black and white.
struct RasterStyle
{
    double lowPercent = 2; ///< The share of its values that is black, 0…100.
    double highPercent = 98; ///< Above which share of its values all is white; more than lowPercent.
    double brightness = 0; ///< −1…1.
    double contrast = 0; ///< −1…1.
    std::optional<double> noData; ///< The value that is transparent, besides the file's own.
    std::optional<OverlayColour> clear; ///< The colour that is transparent, such as the white of a scanned sheet.

    friend bool operator==(const RasterStyle &, const RasterStyle &) = default;
};

/// What stands for a point of a vector file.
enum class FeatureMark : std::uint8_t { Circle, Square, Diamond, Triangle, Cross };

/// How the features of a vector file are shown.
struct FeatureStyle
{
    QString layer; ///< Of the file; empty: all of them.
    OverlayColour colour = 0x7b3294;
    double widthPt = 1.2; ///< Of lines and outlines, 0.25…12.
    NoteFill fill = NoteFill::Tint; ///< Of areas.
    std::optional<OverlayColour> fillColour; ///< Of areas and marks; none: that of lines.
    FeatureMark mark = FeatureMark::Circle;
    double markPt = 6; ///< Across, 2…24.
    QString labelField; ///< Whose values are written on them; empty: none.

    friend bool operator==(const FeatureStyle &, const FeatureStyle &) = default;
};

/// How a raster file of heights is shown; with none of these it is a picture like others.
struct TerrainStyle
{
    bool hillshade = false;
    bool tint = false; ///< By height.
    static constexpr double automatic = -1;

    double contourMetres = 0; ///< Between contours; 0: none; automatic: as suits the scale.

    [[nodiscard]] bool isOn() const { return hillshade || tint || contourMetres != 0; }

    friend bool operator==(const TerrainStyle &, const TerrainStyle &) = default;
};

/// How a file over the map is shown: Layer::style.
struct OverlayStyle
{
    bool visible = true;
    double opacity = 1; ///< 0…1.
    int order = 0; ///< Layers with more lie over those with less; equal ones by id.
    QString credit; ///< Printed with figures in place of what the file says of itself; may be empty.
    RasterStyle raster;
    FeatureStyle features;
    TerrainStyle terrain;
    ScanPlacing scan; ///< Of a picture that does not say where it lies.

    friend bool operator==(const OverlayStyle &, const OverlayStyle &) = default;
};

} // namespace dateline
