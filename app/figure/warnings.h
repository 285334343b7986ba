#pragma once

#include "figure/figure.h"

namespace dateline
{

/// What whoever publishes the figure should know before, in sentences: sensitive places that it shows as they are, graphic
/// words that it prints, marks without words, what has been moved over something else, incidents that rest on one source, a missing credit. The gravest first.
///
/// @param spec,content as publishable() gave them; @p report of what was painted.
[[nodiscard]] QStringList warningsFor(const FigureSpec &spec, const FigureContent &content, const FigureReport &report);

} // namespace dateline
