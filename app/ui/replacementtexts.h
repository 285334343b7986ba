#pragma once

#include "casefile/case.h"
#include "domain/replacement.h"

#include <QString>

namespace dateline
{

/// “9 of 12 quotes stand in the new capture”.
[[nodiscard]] QString standingText(const ReplacementCounts &counts);

/// How the quotes stand, each kind that there is: “8 where they stood · 1 moved · 3 with other words”.
[[nodiscard]] QString countsText(const ReplacementCounts &counts);

/// What becomes of the quotes: “9 quotes go over to the new capture, 3 stay on the older one, which stays in the case.”
[[nodiscard]] QString consequenceText(const ReplacementCounts &counts);

/// How long the texts of two captures are, and where they come from.
[[nodiscard]] QString capturesText(const Document &older, const Document &newer);

/// That @p document is an older or a newer capture, and from when; empty if it is the only one of its source.
[[nodiscard]] QString captureText(const DocumentSummary &document, int quotes);

} // namespace dateline
