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
/// “Dozens” and other words without a number are left out.
[[nodiscard]] std::vector<LossWords> lossesIn(const Tokens &tokens, int first, int last);

} // namespace dateline
