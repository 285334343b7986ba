#pragma once

#include "domain/kind.h"
#include "reading/phrasetable.h"

namespace dateline
{

/// What a word or phrase says about the kind of an event.
struct KindWord
{
    enum class Role : std::uint8_t {
        Event, ///< Names the event.
        Generic, ///< “attack”, “killed”: something violent happened.
        Weapon, ///< Counts beside a word for its use.
        Use, ///< “fired”, “struck”: lifts the weapons beside it.
        Taking, ///< “captured”, “seized”: of a place, by whom it is decides.
        Breakup, ///< “tear gas”: breaks up a protest.
        Unrest, ///< “stones”, “barricades”: makes a protest a riot.
    };

    SubKind subKind = SubKind::Other;
    double weight = 0;
    Role role = Role::Event;
    const char *title = ""; ///< A plain noun.
};

/// Whom a word names.
enum class People : std::uint8_t { State, Police, Armed, Civilian, Protester };

/// The kinds' words, lower case.
[[nodiscard]] const PhraseTable<KindWord> &kindWords();

/// Whom the lower-case @p word names; null if nobody.
[[nodiscard]] const People *peopleFrom(Word word);

/// True if @p word is a place that is taken and held: “town”, “base”, “control”.
[[nodiscard]] bool isTerritory(Word word);

} // namespace dateline
