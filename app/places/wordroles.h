#pragma once

#include <QFlags>
#include <QString>

namespace dateline
{

/// What a word is apt to be, beside or instead of a place. English unless said otherwise.
enum class WordRole : std::uint32_t {
    HardlyPlace = 1U << 0, ///< Also a town, but hardly ever means it: “of”, “march”, “most”.
    DoubtfulPlace = 1U << 1, ///< Also a town, and may well mean it: “nice”, “reading”, “van”.
    AlsoPerson = 1U << 2, ///< A place that is also a given name or a surname: “vladimir”, “jordan”, “ararat”.
    GivenName = 1U << 3, ///< “john”, “maria”: what follows is a surname.
    PlacesFollow = 1U << 4, ///< “in”, “near”, “towards”; other languages too.
    PlacesFollowSurely = 1U << 5, ///< Only “in”, “near” and the like: what follows with a capital is a place.
    PeopleFollow = 1U << 6, ///< “president”, “mr”, “general”.
    BodyHead = 1U << 7, ///< What names of organisations, works and events end in: “department”, “times”, “cup”.
    BodyOf = 1U << 8, ///< What stands before “of” in such names: “university”, “ministry”, “act”.
    PersonalTitle = 1U << 9, ///< May follow a place without belonging to its name: “Texas Governor”.
    Calendar = 1U << 10, ///< A month or a day of the week.
    Direction =
        1U << 11, ///< “north”, “northern”, “central”, “upper”: with a capital, a part of the place that follows.
    KindAfter = 1U << 12, ///< Tells the kind of the place before it: “Lachin district”.
    KindBefore = 1U << 13, ///< Tells the kind of the place after it: “Lake Sevan”, “Fort Bragg”.
    KindOf = 1U << 14, ///< With “of”, tells the kind of the place after it: “the town of Goris”, “Gulf of Aden”.
    MilitaryUnit = 1U << 15, ///< “infantry”, “volunteers”: with a place before it, a body of troops.
    Speech = 1U << 16, ///< “said”, “told”: who stands beside it is a person or a government.
    NameParticle = 1U << 17, ///< Inside people's names: “el”, “bin”, “van”, “de”.
    NoName = 1U << 18, ///< Begins sentences and headings, or is no name for other reasons: “the”, “flu”, “parliament”.
    Ordinal = 1U << 19, ///< “first”, “ninth”, “2d”.
    Disease = 1U << 20, ///< “fever”, “virus”: many are called after places, and mean none.
    Demonym = 1U << 21, ///< People of a place, where the ending does not tell: “Dutch”.
};
Q_DECLARE_FLAGS(WordRoles, WordRole)
Q_DECLARE_OPERATORS_FOR_FLAGS(WordRoles)

/// The roles of the word with the normal form @p key.
[[nodiscard]] WordRoles rolesOf(const QString &key);

/// The gazetteer's kind that a KindAfter, KindBefore or KindOf word tells; empty if it tells none.
[[nodiscard]] QString kindToldBy(const QString &key);

} // namespace dateline
