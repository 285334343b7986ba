#pragma once

#include <QByteArray>
#include <QJsonArray>

#include <string>
#include <string_view>

namespace dateline
{

class Statement;

/// The columns of the history that its hashes cover, in their order, for a SELECT; each as column @p lastRowId says.
///
/// @param lastRowId “last_row_id”, or “NULL” in a file from before there was one.
/// @param id the column with the row's number in the history that it was written to.
[[nodiscard]] std::string sealedColumns(std::string_view lastRowId, std::string_view id = "id");
inline constexpr int sealedColumnCount = 12;

/// The JSON array that the hash of a row of the history is made of: @p previous, then the columns of sealedColumns()
/// from column @p at of @p row; see historyColumns.
[[nodiscard]] QByteArray sealedJson(std::string_view previous, const Statement &row, int at);

/// The same array as values, to try others in their places.
[[nodiscard]] QJsonArray sealedValues(std::string_view previous, const Statement &row, int at);

/// SHA-256 as the history holds it: 64 hexadecimal digits.
[[nodiscard]] QByteArray sealOf(const QByteArray &sealedJson);
[[nodiscard]] QByteArray sealOf(const QJsonArray &sealedValues);

} // namespace dateline
