#pragma once

#include "domain/kind.h"

#include <QStringView>

#include <optional>

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
    };

    SubKind subKind = SubKind::Other;
    double weight = 0;
    Role role = Role::Event;
    const char *title = ""; ///< A plain noun.
};

/// The row of a lower-case word, or of a phrase with single spaces; null if there is none.
[[nodiscard]] const KindWord *kindWordFrom(QStringView words);

/// True if a phrase of the table begins with @p word.
[[nodiscard]] bool beginsKindPhrase(QStringView word);

} // namespace dateline
