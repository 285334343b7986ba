#pragma once

#include "reading/readtext.h"

namespace dateline
{

/// The names of a small gazetteer in @p text, each with one meaning; positions are rough.
[[nodiscard]] std::vector<PlaceMatch> placesIn(const QString &text);

/// readText() with that gazetteer.
[[nodiscard]] Reading readWithSomePlaces(const Document &document);

} // namespace dateline
