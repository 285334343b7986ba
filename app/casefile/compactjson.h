#pragma once

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline
{

class Statement;

// JSON as QJsonDocument writes it compact, straight from UTF-8: what the history seals and rows are compared by,
// without a QString for each of millions of cells.

inline constexpr std::string_view hexDigits = "0123456789abcdef";

void appendJson(std::string &json, std::string_view text); // For what is made a million times: it is quicker.
void appendJson(std::string &json, std::int64_t number);
void appendJson(QByteArray &json, std::string_view text);
void appendJson(QByteArray &json, std::int64_t number);
void appendJson(QByteArray &json, double number);

/// The cell at @p column, of whatever type it is; a blob in hexadecimal.
void appendJson(QByteArray &json, const Statement &row, int column);

} // namespace dateline
