#pragma once

#include "domain/change.h"

#include <QJsonObject>

namespace dateline
{

class Statement;

// A row as it is written to the case and to its history: column → value, geometry in hexadecimal. Every column is
// there; empty texts are null. Ids are not part of a row.
[[nodiscard]] QJsonObject rowFrom(const Document &document);
[[nodiscard]] QJsonObject rowFrom(const Quote &quote);
[[nodiscard]] QJsonObject rowFrom(const Incident &incident);
[[nodiscard]] QJsonObject rowFrom(const Claim &claim);
[[nodiscard]] QJsonObject rowFrom(const FigureSpec &figure);
[[nodiscard]] QJsonObject rowFrom(const Decision &decision);
[[nodiscard]] QJsonObject rowFrom(const Layer &layer);
[[nodiscard]] QJsonObject rowFrom(const Bookmark &bookmark);
[[nodiscard]] QJsonObject rowFrom(const CaseInfo &info);

// A value from a statement that holds the id at column @p at and then the table's columns in order. What a cell holds
// that this program never writes reads as if nothing were stated.
[[nodiscard]] char gradeFrom(std::string_view text); ///< 'A' to 'F'; 0 for anything else.
[[nodiscard]] Document documentFrom(const Statement &row, int at = 0); ///< Without text and bytes.
[[nodiscard]] Quote quoteFrom(const Statement &row, int at = 0);
[[nodiscard]] Incident incidentFrom(const Statement &row, int at = 0);
[[nodiscard]] Claim claimFrom(const Statement &row, int at = 0);
[[nodiscard]] FigureSpec figureFrom(const Statement &row, int at = 0);
[[nodiscard]] Decision decisionFrom(const Statement &row, int at = 0);
[[nodiscard]] Layer layerFrom(const Statement &row, int at = 0);
[[nodiscard]] Bookmark bookmarkFrom(const Statement &row, int at = 0);
[[nodiscard]] CaseInfo caseInfoFrom(const Statement &row, int at = 0);

// What a row can hold: positions on Earth; a point of one position; times that ISO 8601 writes with four digits a year.
[[nodiscard]] bool isStorable(LonLat position);
[[nodiscard]] bool isStorable(const Geometry &geometry);
[[nodiscard]] bool isStorable(UtcMinute time);

/// A written time from three columns: time, precision, zone.
[[nodiscard]] std::optional<WrittenTime> writtenTimeFrom(const Statement &row, int at);

} // namespace dateline
