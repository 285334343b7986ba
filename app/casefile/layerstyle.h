#pragma once

#include <QString>

namespace dateline
{

/// How QGIS draws incidents: as the window does, points, lines and areas in one style (a QML document).
///
/// QGIS shows a table of several geometry types as one layer for each type, and gives all of them the same style; the
/// rules of this one each speak of one type.
[[nodiscard]] QString incidentStyle();

} // namespace dateline
