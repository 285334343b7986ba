#pragma once

#include "domain/figurespec.h"

#include <QSize>
#include <QString>

namespace dateline
{

/// “1600x1000”: 400…10,000 page pixels each way; Malformed for anything else.
[[nodiscard]] Result<QSize> sizeFromText(const QString &text);

/// “43.5,38.8,48,41.5”: west, south, east, north in degrees; Malformed unless it is a box on the globe.
[[nodiscard]] Result<LonLatBox> boxFromText(const QString &text);

/// 72…600; Malformed for anything else.
[[nodiscard]] Result<int> dpiFromText(const QString &text);

/// “EPSG:3035” or a PROJ string, as it is; Malformed unless it leads from the earth's surface to a plane in metres.
[[nodiscard]] Result<QString> projectionFromText(const QString &text);

/// “light”, “dark” or “grey”; Malformed for anything else.
[[nodiscard]] Result<FigureColours> coloursFromText(const QString &text);

/// “incident”, “day”, “week”, “kind” or “province”; Malformed for anything else.
[[nodiscard]] Result<GroupBy> groupFromText(const QString &text);

/// “automatic”, “each” or “squares”; Malformed for anything else.
[[nodiscard]] Result<FigureMarks> marksFromText(const QString &text);

/// 0, or 1…1,000,000 metres; Malformed for anything else.
[[nodiscard]] Result<double> blurFromText(const QString &text);

} // namespace dateline
