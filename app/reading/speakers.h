#pragma once

#include "reading/sentences.h"

#include <QString>

#include <optional>

namespace dateline
{

/// A speaker as the words name them.
struct SpeakerWords
{
    /// Whom a pronoun may stand for.
    enum class Back : std::uint8_t {
        None, ///< The words name somebody.
        Anybody, ///< “the statement”.
        Person, ///< “he”, “she”.
        Group, ///< “they”.
        Body, ///< “it”.
        Same ///< “the ministry”, “the spokesman”: named in full before, if that was one too.
    };

    QString name; ///< Tidy: without article, “statement” and verbs; empty for a pronoun or “the statement”.
    Back back = Back::None;
    int first = 0; ///< Its first token.
};

/// Who stands before the cue at token @p cue, not before token @p first: “Armenia’s defence ministry [said]”.
///
/// Of a role and a name beside it (“a medic, Paris,”) the name is taken.
[[nodiscard]] std::optional<SpeakerWords> speakerBefore(const Tokens &tokens, int first, int cue);

/// Who stands after a cue or “according to”, from token @p first, not past token @p last.
[[nodiscard]] std::optional<SpeakerWords> speakerAfter(const Tokens &tokens, int first, int last);

/// Who or what @p sentence is about by its first words, if a pronoun of the kind @p back could mean it; else empty.
[[nodiscard]] QString subjectFor(const Tokens &tokens, const Sentence &sentence, SpeakerWords::Back back);

/// Who stands at the head of the tokens [first, last) that no verb of saying ends: “The junta's spokesman, on
/// television [:]”.
[[nodiscard]] std::optional<SpeakerWords> speakerAtHead(const Tokens &tokens, int first, int last);

} // namespace dateline
