#pragma once

#include "base/lonlat.h"
#include "base/result.h"

#include <QRectF>
#include <QString>

#include <ogr_spatialref.h>

#include <optional>

class OGRLayer;

namespace dateline
{

/// Where the features of a layer lie.
struct FeatureLayerPlace
{
    OGRSpatialReference crs; ///< With longitude first; WGS 84 where the file states none and has degrees.
    QRectF extent; ///< In its own units.
    bool isEmpty = true; ///< It has no features.
};

/// None for a layer that states no coordinate reference system and has no degrees.
[[nodiscard]] std::optional<FeatureLayerPlace> placeOfLayer(OGRLayer &layer);

/// The box of @p place on the earth.
[[nodiscard]] LonLatBox boxOfLayer(const FeatureLayerPlace &place);

/// Which shapes a layer says that it has.
enum class LayerShapes : std::uint8_t { Points, Lines, Areas, Any };
[[nodiscard]] LayerShapes shapesOfLayer(OGRLayer &layer);

/// Keeps reading from the fields of @p layer but that of @p label, which makes it much faster; its place among the fields,
/// −1 if the layer has none of that name.
int readOnlyLabel(OGRLayer &layer, const QString &label);

} // namespace dateline
