#pragma once

#include <QStringView>

#include <string>

namespace dateline
{

// What cells of spreadsheets hold, as a person sees them.

/// A number without what its last binary digits add: “45.1234”, “20220913”.
[[nodiscard]] std::string textFromNumber(double number);

/// Whether the format of a cell's number, such as “dd/mm/yyyy hh:mm”, shows it as a time.
[[nodiscard]] bool showsTime(QStringView format);

/// Days since the end of 1899, or since the beginning of 1904, as a date: “2022-09-13”, “2022-09-13T14:05:00”; “14:05:00”
/// for a part of a day. The number itself if it is no time between the years 1900 and 9999.
[[nodiscard]] std::string textFromSerial(double days, bool since1904);

} // namespace dateline
