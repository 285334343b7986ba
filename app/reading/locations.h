#pragma once

#include "places/gazetteer.h"
#include "reading/tokens.h"

#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// A place name that says where something happened.
struct LocationWords
{
    /// About: “the X dispute”, “over X”. Away: “12 km north of X”. Between: “between X and Y”. Along: “the X–Y road”.
    enum class Relation : std::uint8_t { In, Near, Towards, About, Away, Between, Along };

    std::size_t match = 0; ///< Index of its PlaceMatch.
    int first = 0; ///< Its tokens.
    int last = 0;
    TextSpan asWritten = {}; ///< With the words before it: “in the direction of the cities of Goris”.
    Relation relation = Relation::In;
    bool firm = true; ///< A preposition or a word such as “region” says that it is a location.
    bool listed = false; ///< It goes on a list with the location before it.
    std::optional<std::size_t> other = {}; ///< Index of the second PlaceMatch, for Between and Along.
    double metres = 0; ///< For Away.
    std::optional<double> azimuth = {}; ///< For Away: degrees clockwise from north; none if no direction is told.

    [[nodiscard]] bool isNear() const { return relation == Relation::Near || relation == Relation::Towards; }
};

/// The names among @p matches that stand in the tokens [first, last) and say where something happened.
///
/// Governments (“in contact with Baku”), zones (“Moscow time”) and owners (“Armenia’s ministry”) are left out.
[[nodiscard]] std::vector<LocationWords> locationsIn(const Tokens &tokens, int first, int last,
                                                     std::span<const PlaceMatch> matches);

/// True for countries and the like, which say too little to place an incident by.
[[nodiscard]] bool isCountry(const Place &place);

/// True for what has an extent of its own, such as provinces, regions and countries.
[[nodiscard]] bool isArea(const Place &place);

} // namespace dateline
