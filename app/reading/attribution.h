#pragma once

#include "domain/claim.h"
#include "reading/speakers.h"

#include <optional>

namespace dateline
{

/// Who is said to say something, and what they do by it.
struct Attribution
{
    SpeakerWords speaker = {};
    Stance stance = Stance::Reports;
};

/// Words that somebody states without quotation marks.
struct Indirect
{
    Attribution attribution = {};
    int first = 0; ///< Of what is stated.
    int last = 0;
};

/// The attribution in the tokens [first, last) that stand before a quotation.
[[nodiscard]] std::optional<Attribution> attributionBefore(const Tokens &tokens, int first, int last);

/// The attribution in the tokens [first, last) that stand behind a quotation.
[[nodiscard]] std::optional<Attribution> attributionAfter(const Tokens &tokens, int first, int last);

/// What the clause [first, last) says that somebody stated: “X said that …”, “…, X said”, “according to X, …”.
[[nodiscard]] std::optional<Indirect> indirectIn(const Tokens &tokens, int first, int last);

} // namespace dateline
