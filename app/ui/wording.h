#pragma once

#include "casefile/case.h"
#include "domain/incident.h"

#include <QDate>
#include <QString>

namespace dateline
{

/// @p text as a part of a line: what is written right to left is isolated, so that what stands beside it keeps its order.
[[nodiscard]] QString isolated(const QString &text);

/// “Goris · Syunik · AM”: the parts that are not empty, each isolated().
[[nodiscard]] QString inOneLine(const QStringList &parts);

/// The stretch that a stated time means: its minute, or the whole day in its zone.
[[nodiscard]] TimeSpan spanOf(const WrittenTime &time);

/// The day that @p when falls on in its own zone; for longer spans the first.
[[nodiscard]] QDate dayOf(const When &when);

/// “Tuesday 13 September 2022”.
[[nodiscard]] QString dayText(QDate day);

/// The time as a list tells it under its day: “00:05 UTC+4 · 12 Sep, 20:05 UTC”, or “during the day”.
[[nodiscard]] QString shortWhenText(const std::optional<When> &when);

/// The time in full, in UTC and with its precision: “12 Sep 2022, 20:05 UTC (to the minute)”.
[[nodiscard]] QString fullWhenText(const std::optional<When> &when);

/// “Goris, Syunik · 39.511° N 46.339° E”.
[[nodiscard]] QString whereText(const std::optional<Where> &where);
[[nodiscard]] QString coordinatesText(LonLat position);

/// “near a named place, ± 10 km”, with the words of the place if they are known.
[[nodiscard]] QString locationPrecisionText(const std::optional<Where> &where);

[[nodiscard]] QString precisionName(LocationPrecision precision); ///< “Near this place”.

/// @p when as a form takes it, in its own zone: “2022-09-13T00:05”, “2022-09-13”; empty if there is none.
[[nodiscard]] QString whenInputText(const std::optional<When> &when);

/// “5 articles, 2 origins”; “1 article”.
[[nodiscard]] QString supportText(const Support &support);

[[nodiscard]] QString kindText(Kind kind);
[[nodiscard]] QString shortKindText(Kind kind); ///< One word where it can be, for switches.
[[nodiscard]] QString statusText(Status status);
[[nodiscard]] QString lossKindText(Loss::Kind kind);
[[nodiscard]] QString stanceText(Stance stance);
[[nodiscard]] QString questionText(Question question); ///< “What happened”.

/// “2 · Probably true”, as the Admiralty scale calls it; 0: “Not graded”.
[[nodiscard]] QString credibilityName(int credibility);
/// “B · Usually reliable”; 0: “Not graded”.
[[nodiscard]] QString gradeName(char grade);

/// “13 Sep 2022”; empty if @p time is none.
[[nodiscard]] QString publishedText(const std::optional<WrittenTime> &time);

/// “49 killed (Armenian service personnel), says Nikol Pashinyan”.
[[nodiscard]] QString lossText(const Loss &loss);

} // namespace dateline
