#pragma once

#include "domain/claim.h"
#include "reading/tokens.h"

#include <QString>

#include <optional>

namespace dateline
{

/// A verb of saying in its lower-case form, and what it does with what is said; none if @p word is not one.
[[nodiscard]] std::optional<Stance> cueFrom(QStringView word);

/// A speaker as the words name them.
struct SpeakerWords
{
    QString name; ///< Tidy: without article, “statement” and verbs; empty for a pronoun or “the statement”.
    bool refersBack = false; ///< “it”, “the statement”, “the spokesman”: whoever spoke before, if anybody did.
    int first = 0; ///< Its first token.
};

/// Who stands before the cue at token @p cue, not before token @p first: “Armenia’s defence ministry [said]”.
[[nodiscard]] std::optional<SpeakerWords> speakerBefore(const Tokens &tokens, int first, int cue);

/// Who stands after a cue or “according to”, from token @p first, not past token @p last.
[[nodiscard]] std::optional<SpeakerWords> speakerAfter(const Tokens &tokens, int first, int last);

} // namespace dateline
