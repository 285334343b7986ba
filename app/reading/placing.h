#pragma once

#include "domain/incident.h"
#include "reading/locations.h"

#include <QString>

namespace dateline
{

/// How far and which way something is from a place, as the words before the place's name tell.
struct Distance
{
    double metres = 0;
    std::optional<double> azimuth; ///< Degrees clockwise from north.
    int first = 0; ///< The token that the words begin with.
};

/// “12 km north of”, “12 km (7 miles) north of”, “30 miles from” before the name at token @p i; none if there are none.
[[nodiscard]] std::optional<Distance> distanceBefore(const Tokens &tokens, int i);

/// Moves @p where from the place itself to where @p words put it: a point at a distance, or a line to @p other.
///
/// @returns what was done, for the reasons of a proposal; empty if the place itself is meant.
[[nodiscard]] QString place(Where &where, const LocationWords &words, const Where *other);

} // namespace dateline
