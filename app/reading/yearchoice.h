#pragma once

#include "reading/dates.h"

#include <optional>

namespace dateline
{

/// A year and how it is known.
struct KnownYear
{
    int year = 0;
    QString reason;
};

/// The year that @p words mean, written or taken from what they lean on; none if nothing tells.
[[nodiscard]] std::optional<KnownYear> yearOf(const DayWords &words, const TimeAnchors &anchors);

/// “13 September 2022”, for reasons.
[[nodiscard]] QString wordsOf(QDate date);

} // namespace dateline
