#pragma once

#include "figure/figure.h"

namespace dateline
{

/// What whoever publishes the figure should know of its notes before, in sentences: see warningsFor().
[[nodiscard]] QStringList noteWarnings(const FigureSpec &spec, const FigureContent &content,
                                       const FigureReport &report);

} // namespace dateline
