#pragma once

#include "reading/tokens.h"

#include <vector>

namespace dateline
{

/// A sentence, or a line that stands alone such as a headline.
struct Sentence
{
    int first = 0; ///< Its first token.
    int last = 0; ///< Past its last token.
    int paragraph = 0;
    TextSpan span;
    bool pointer = false; ///< Points to another article (“Also read | …”) and reports nothing itself.
};

/// The sentences of @p tokens in order; every token belongs to one.
///
/// A line ends a paragraph unless the text is wrapped at a width, where only an empty line does.
[[nodiscard]] std::vector<Sentence> sentencesFrom(const Tokens &tokens);

} // namespace dateline
