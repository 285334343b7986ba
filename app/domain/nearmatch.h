#pragma once

#include "domain/foldedtext.h"

#include <optional>

namespace dateline
{

/// Words that stand where a quote's words stood, or that are most like them.
struct NearMatch
{
    TextSpan span; ///< In UTF-16 units of the text.
    double likeness = 0; ///< 1 only if they read the same; below that, one less the share of letters to edit.
};

/// The stretch of @p text that is most like @p quote by its words and neighbours; none if nothing is like it.
///
/// Words that are less than half alike are offered only between neighbours that still stand.
/// @param folded of @p text.
[[nodiscard]] std::optional<NearMatch> nearMatch(const Quote &quote, QStringView text, const FoldedText &folded);

} // namespace dateline
