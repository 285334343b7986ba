#pragma once

#include "reading/propose.h"

#include <functional>
#include <vector>

namespace dateline
{

/// Makes a location of a place; the flag says that the words put it near or towards the place.
using WhereFrom = std::function<Where(const Place &, bool near)>;

/// propose() with the places already found, in order of the text.
[[nodiscard]] Reading readText(const Document &document, std::vector<PlaceMatch> places, const WhereFrom &whereFrom,
                               const std::stop_token &stop = {});

} // namespace dateline
