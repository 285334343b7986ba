#pragma once

#include "domain/quote.h"

#include <vector>

namespace dateline
{

/// Where two wordings differ, word by word.
struct WordDiff
{
    std::vector<TextSpan> removed; ///< In UTF-16 units of the older wording; in order, apart from one another.
    std::vector<TextSpan> added; ///< Of the newer one.

    friend bool operator==(const WordDiff &, const WordDiff &) = default;
};

/// The fewest words to mark so that what is left unmarked is the same in @p was and @p is.
///
/// White space is compared as written only where it is all that differs. Of very long wordings all between the first
/// and the last difference is marked.
[[nodiscard]] WordDiff diffWords(QStringView was, QStringView is);

} // namespace dateline
