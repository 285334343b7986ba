#pragma once

#include "reading/sentences.h"

#include <vector>

namespace dateline
{

/// Words between quotation marks.
struct Quotation
{
    TextSpan span; ///< Without the marks, white space and a last comma.
    TextSpan marked; ///< With the marks.
    bool goesOn = false; ///< It goes on from the one before it, which no mark closes: each paragraph is one.
    bool whole = false; ///< It begins like a sentence and ends like one.
    bool partial = false; ///< It ends without a stop or comma: a part of the sentence around it.
};

/// Every stretch between quotation marks: curly, straight, low, angle and single ones, across paragraphs where the next
/// paragraph opens again, one for each. Marks inside other marks are words.
[[nodiscard]] std::vector<Quotation> quotationsFrom(const Tokens &tokens, const std::vector<Sentence> &sentences);

} // namespace dateline
