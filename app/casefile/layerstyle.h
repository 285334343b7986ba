#pragma once

#include <QString>

namespace dateline
{

/// The QGIS style (QML) of the incident layer: one symbol a kind, in the colours of the map.
[[nodiscard]] QString incidentStyle();

} // namespace dateline
