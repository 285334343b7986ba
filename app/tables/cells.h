#pragma once

#include "base/time.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline
{

// What the cells of tables hold, read from UTF-8 without a QString.

[[nodiscard]] inline QString textFrom(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// @p text without white space around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// ASCII letters made small.
[[nodiscard]] std::string smallLetters(std::string_view text);
/// The same but for the case of ASCII letters.
[[nodiscard]] bool equalLetters(std::string_view a, std::string_view b);

/// A finite number, with a point or, where that is the only mark in it, a comma for its decimals.
[[nodiscard]] std::optional<double> decimalFrom(std::string_view text);

/// A count: digits, or a number without a remainder such as “3.0”.
[[nodiscard]] std::optional<qint64> countFrom(std::string_view text);

/// A day as a table writes it, and the minute of the day where it names one.
struct CellDate
{
    std::chrono::sys_days day;
    std::optional<std::chrono::minutes>
        minute; ///< None for a bare day, and for midnight, which a bare day is written as.
    TimePrecision precision = TimePrecision::Day; ///< A month or a year where no more is written.
    bool isZoned = false; ///< The text tells how far from UTC its time is.
};

/// 2022-09-13, 20220913, 13.9.2022, 13 September 2022, Sep 13, 2022, each also with a time of day behind it, in UTC or
/// with its distance from UTC (“+04:00”); 2022-09 and 2022.
///
/// @param monthFirst how 9/13/2022 is read; where only one way is a date, that is taken.
[[nodiscard]] std::optional<CellDate> dateFrom(std::string_view text, bool monthFirst);

/// 14:05, 14:05:59, 2:05 PM.
[[nodiscard]] std::optional<std::chrono::minutes> timeOfDayFrom(std::string_view text);

/// The trimmed parts of @p text between any of @p marks, without empty ones, added to @p parts.
void addParts(std::vector<std::string_view> &parts, std::string_view text, std::string_view marks);

/// Who is behind @p link: “example.org”, or with the account on a site of many, “x.com/account”. All of it if it is none.
[[nodiscard]] std::string_view publisherOf(std::string_view link);

} // namespace dateline
