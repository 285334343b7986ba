#pragma once

#include "casefile/case.h"
#include "figure/figure.h"

namespace dateline
{

/// The layers of @p file that are shown, open, the lowest first; those that cannot be opened say why.
[[nodiscard]] Result<std::vector<FigureLayer>> figureLayersOf(const Case &file);

} // namespace dateline
