#pragma once

#include "places/gazetteer.h"
#include "reading/sentences.h"

#include <QStringList>

#include <span>
#include <vector>

namespace dateline
{

/// A part of a sentence that reports by itself.
struct Clause
{
    int first = 0;
    int last = 0; ///< Past its last token.
};

/// The clauses of @p sentence, parted by semicolons, “while” and “, but”.
[[nodiscard]] std::vector<Clause> clausesOf(const Tokens &tokens, const Sentence &sentence);

/// True if @p sentence tells of what lies long back: “dates back to”, “for decades”.
[[nodiscard]] bool tellsHistory(const Tokens &tokens, const Sentence &sentence);

/// Who acts in @p clause, as the words name them.
[[nodiscard]] QStringList actorsIn(const Tokens &tokens, const Clause &clause, std::span<const PlaceMatch> places);

} // namespace dateline
