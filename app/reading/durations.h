#pragma once

#include "reading/propose.h"
#include "reading/tokens.h"

#include <optional>

namespace dateline
{

/// Words of time that are no date: how long, how often, or only “now”.
struct UndatedWords
{
    int next = 0; ///< The token after them.
    TimeType type = TimeType::Duration;
    QString value; ///< As TIMEX3 writes it.
    int first = -1; ///< Their first token if not the one asked for: “three-day” stands without the article before it.
};

/// The duration, set or vague time that begins at token @p i: “two years”, “the past decade”, “daily”, “every Friday”,
/// “now”, “recently”; none if there is none.
[[nodiscard]] std::optional<UndatedWords> undatedAt(const Tokens &tokens, int i);

} // namespace dateline
