#pragma once

#include "casefile/case.h"
#include "figure/figure.h"

namespace dateline
{

/// All that a figure of @p file is drawn from; the failure of the first query that fails.
[[nodiscard]] Result<FigureContent> figureContentOf(const Case &file, std::shared_ptr<const BaseMap> baseMap);

} // namespace dateline
