#pragma once

#include "domain/claim.h"
#include "reading/tokens.h"

#include <optional>

namespace dateline
{

/// A verb of saying in the text.
struct Cue
{
    Stance stance = Stance::Reports; ///< What it does with what is said.
    bool states = false; ///< States something without “that”: “said shells fell”, but not “read a book”.
};

/// The verb of saying at token @p i; none if it is none, is passive (“was reported”) or a noun (“the report”).
[[nodiscard]] std::optional<Cue> cueAt(const Tokens &tokens, int i);

/// True if “according to” stands at token @p i.
[[nodiscard]] bool isAccordingTo(const Tokens &tokens, int i);

} // namespace dateline
