#pragma once

#include "reading/durations.h"

namespace dateline
{

/// A word for a stretch of time, as TIMEX3 codes it.
struct UnitWord
{
    QStringView code; ///< Of a duration: “P2D”.
    QStringView again = {}; ///< Of what comes with every one: “XXXX-XX-XX”.
    bool plural = false;
};

/// The unit at token @p i; null if it is none.
[[nodiscard]] const UnitWord *unitAt(const Tokens &tokens, int i);

/// “P2Y”, “PT24H”, “PXD”; “P20Y” of two decades.
[[nodiscard]] QString durationOf(QStringView code, const QString &number);

/// What comes again at token @p i: “every day”, “each Friday”, “per week”, “a year” behind a number.
[[nodiscard]] std::optional<UndatedWords> everyAt(const Tokens &tokens, int i);

/// One vague word of time at token @p i: “now”, “recently”, “daily”.
[[nodiscard]] std::optional<UndatedWords> vagueWordAt(const Tokens &tokens, int i);

/// Vague words of time at token @p i: “the future”, “at present”, “at that time”, “at night”.
[[nodiscard]] std::optional<UndatedWords> vaguePhraseAt(const Tokens &tokens, int i);

} // namespace dateline
