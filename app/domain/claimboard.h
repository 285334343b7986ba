#pragma once

#include "domain/claim.h"
#include "domain/document.h"
#include "domain/incident.h"

#include <array>
#include <span>
#include <vector>

namespace dateline
{

/// Words about an incident, with what their document says of itself.
struct BoardWords
{
    Claim claim;
    Quote quote;
    QString document; ///< Its name.
    QString publisher;
    std::optional<WrittenTime> published;

    friend bool operator==(const BoardWords &, const BoardWords &) = default;
};

/// What two or more parties say that cannot all be true, told without taking a side.
struct BoardConflict
{
    QString sentence; ///< “A says so, B denies it”, without a full stop.
    std::vector<std::size_t> parties; ///< Indices into ClaimBoard::parties of those that it names and that have words.

    friend bool operator==(const BoardConflict &, const BoardConflict &) = default;
};

/// One question with what each party says to it.
struct BoardRow
{
    Question question{};
    std::vector<std::vector<std::size_t>> cells; ///< By party: indices into the words, by date, the undated last.
    std::vector<BoardConflict> conflicts;

    friend bool operator==(const BoardRow &, const BoardRow &) = default;
};

/// An incident's claims side by side: questions down, parties across.
struct ClaimBoard
{
    QStringList parties; ///< By their first words' date, as first written; a name that differs in case only is one.
    std::array<BoardRow, questionCount> rows; ///< By Question.

    friend bool operator==(const ClaimBoard &, const ClaimBoard &) = default;
};

/// Who speaks in @p words: the speaker, else the document's publisher, else the document.
[[nodiscard]] QString partyOf(const BoardWords &words);

/// What @p words answer: what a person decided, else what they can be seen to hold.
///
/// The words of the time, a name of the place, an actor's name and a number of the losses each answer their question.
/// Words that report, confirm, dispute or deny also answer What, as do those that hold nothing else. Words that
/// dispute or deny repeat who, where and when without gainsaying them, so by themselves they answer no more than What
/// and Losses.
[[nodiscard]] Questions answersOf(const BoardWords &words, const Incident &incident);

[[nodiscard]] ClaimBoard claimBoardOf(const Incident &incident, std::span<const BoardWords> words);

} // namespace dateline
