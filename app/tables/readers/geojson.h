#pragma once

#include "tables/readers/featurestream.h"
#include "tables/readers/foreigntable.h"

#include <QIODevice>

namespace dateline
{

/// Opens GeoJSON anew, each time that it is read from its beginning.
using GeoJsonOpening = std::function<Result<std::unique_ptr<QIODevice>>()>;

/// The features of GeoJSON as a table with their shapes in a column “wkt_geom”, in little memory however long it is.
///
/// None if its positions are no degrees of WGS 84, as files of before 2016 may have it.
/// @param name what errors call the file. Errors: Malformed where not even the first feature can be read.
[[nodiscard]] Result<std::optional<ForeignTable>> tableOfGeoJson(GeoJsonOpening open, FeatureList list,
                                                                 const QString &name);

} // namespace dateline
