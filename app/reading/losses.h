#pragma once

#include "domain/incident.h"
#include "reading/tokens.h"

#include <vector>

namespace dateline
{

/// Losses that words count.
struct LossWords
{
    TextSpan span;
    int first = 0; ///< Its first token.
    int last = 0;
    Loss loss = {}; ///< Without reportedBy.
};

/// The counted losses in the tokens [first, last): “49 service personnel died”, “killing at least 15 civilians”.
///
/// “Dozens” is 24 to 99, “hundreds” 200 to 999; “several” and the like are left out.
[[nodiscard]] std::vector<LossWords> lossesIn(const Tokens &tokens, int first, int last);

} // namespace dateline
