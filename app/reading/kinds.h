#pragma once

#include "domain/kind.h"
#include "reading/tokens.h"

#include <QString>

#include <optional>
#include <vector>

namespace dateline
{

/// What a clause reports, by the words in it.
struct EventWords
{
    SubKind subKind = SubKind::Other;
    int trigger = 0; ///< The token that weighs most.
    double weight = 0; ///< 2 is one plain word for the kind; more is surer.
    QString title = {}; ///< A plain noun for it: “Shelling”, “Drone strike”.
    bool continuing = false; ///< It is said to go on.
    bool generic = false; ///< Only “attack”, “killed” and the like speak for it.
    std::optional<int> fate = {}; ///< The token that says what became of an agreement: “signed”, “broken”.
    std::vector<int> weapons = {}; ///< Tokens of the weapons named.
};

/// The event that the tokens [first, last) report; none if they name none, or only deny, demand or expect one.
[[nodiscard]] std::optional<EventWords> eventIn(const Tokens &tokens, int first, int last);

/// True if the words of the event at token @p trigger are not said to have happened: “refrain from”, “could”, “no”.
[[nodiscard]] bool isHeldOff(const Tokens &tokens, int first, int trigger, int last);

} // namespace dateline
