#pragma once

#include "domain/claim.h"
#include "reading/propose.h"
#include "reading/quotations.h"

#include <vector>

namespace dateline
{

/// A FoundQuote with where it stands and what its speaker does with it.
struct Utterance
{
    FoundQuote quote;
    int firstSentence = 0;
    int lastSentence = 0; ///< Included.
    Stance stance = Stance::Reports; ///< From the cue: “denied”, “confirmed”.
    bool named = false; ///< The words around it name the speaker; else carried over from before.
};

/// Who says what: direct quotes, and sentences that somebody is said to have stated, in order of the text.
[[nodiscard]] std::vector<Utterance> utterancesFrom(const Tokens &tokens, const std::vector<Sentence> &sentences,
                                                    const std::vector<Quotation> &quotations);

} // namespace dateline
