#pragma once

#include "casefile/case.h"
#include "figure/figure.h"
#include "map/incidenttable.h"

namespace dateline
{

/// The most incidents that a figure shows each for itself, and the most unless it is asked to show more than that.
inline constexpr std::uint32_t mostEach = 2'000;
inline constexpr std::uint32_t mostEachUnasked = 250;

/// All incidents of @p file with what @p filter shows; the failure of the first query that fails.
[[nodiscard]] Result<IncidentTable> tableOf(const Case &file, const IncidentFilter &filter);

/// All that the figure @p spec of @p file is drawn from; in any thread.
///
/// @param table the case's incidents with the filter of @p spec.
/// Errors: Unsupported where it asks for each of more than mostEach incidents; those of the queries.
[[nodiscard]] Result<FigureContent> figureContentOf(const Case &file, std::shared_ptr<const IncidentTable> table,
                                                    const FigureSpec &spec, std::shared_ptr<const BaseMap> baseMap);

/// The same with the table that tableOf() makes.
[[nodiscard]] Result<FigureContent> figureContentOf(const Case &file, const FigureSpec &spec,
                                                    std::shared_ptr<const BaseMap> baseMap);

} // namespace dateline
