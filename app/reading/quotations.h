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
};

/// Every stretch between quotation marks: curly, straight, low, angle and single ones, across paragraphs where the next
/// paragraph opens again. Marks inside other marks are words.
[[nodiscard]] std::vector<Quotation> quotationsFrom(const Tokens &tokens, const std::vector<Sentence> &sentences);

} // namespace dateline
