#pragma once

#include "reading/clocks.h"
#include "reading/dates.h"
#include "reading/durations.h"
#include "reading/sentences.h"

#include <optional>
#include <vector>

namespace dateline
{

/// One expression of time as its words stand, before anything is resolved.
struct RawTime
{
    int first = 0;
    int next = 0;
    int sentence = 0;
    int outer = 0; ///< Its first token with “around”, “since”, “between” or “from” before it.
    bool around = false; ///< “around 2 p.m.”: known to the hour only.
    bool future = false; ///< The words before it speak of what is to come.
    bool since = false; ///< It goes on to the document's time.
    std::optional<Clock> clock = {};
    std::optional<Clock> other = {}; ///< The same moment in another zone, in parentheses.
    std::optional<Clock> clockEnd = {};
    std::optional<DayWords> days = {};
    std::optional<DayWords> daysEnd = {};
    std::optional<UndatedWords> undated = {}; ///< A duration, set or “now”; days are those it is part of, if any.

    /// True for “at dawn” and “14:30”: the day is to be taken from the words around.
    [[nodiscard]] bool wantsDay() const;
};

/// Every expression of time in order, not overlapping.
[[nodiscard]] std::vector<RawTime> scanTimes(const Tokens &tokens, const std::vector<Sentence> &sentences);

} // namespace dateline
