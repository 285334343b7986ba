#pragma once

#include "domain/figurespec.h"
#include "figure/instants.h"

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

/// “incident”, “day”, “week”, “kind”, “province” or “party”; Malformed for anything else.
[[nodiscard]] Result<GroupBy> pagesFromText(const QString &text);

/// The same, or “speaker”.
[[nodiscard]] Result<GroupBy> panelsFromText(const QString &text);

/// Instants as instantsFromText() reads them; Malformed where it does not.
[[nodiscard]] Result<std::vector<UtcMinute>> timesFromText(const QString &text, DayAs day);

/// “automatic”, “each” or “squares”; Malformed for anything else.
[[nodiscard]] Result<FigureMarks> marksFromText(const QString &text);

/// 0, or 1…1,000,000 metres; Malformed for anything else.
[[nodiscard]] Result<double> blurFromText(const QString &text);

/// The notes of the GeoJSON file at @p path, each as domain/figurenotejson.h tells; their pictures as
/// figure/noteimage.h makes them.
///
/// NotFound, Unreadable, or Malformed with the first thing that is wrong.
[[nodiscard]] Result<std::vector<FigureNote>> notesFromFile(const QString &path);

/// What such a file holds, for --help.
[[nodiscard]] QString notesHelp();

} // namespace dateline
