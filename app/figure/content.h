#pragma once

#include "figure/figure.h"

#include <span>
#include <utility>
#include <vector>

namespace dateline
{

/// An incident with the words about it, as a case holds them.
struct IncidentEvidence
{
    Incident incident;
    std::vector<std::pair<Claim, Quote>> claims;
};

/// What a figure of @p incidents is drawn from; quotes of documents that @p documents lacks are left out.
[[nodiscard]] FigureContent figureContent(std::span<const IncidentEvidence> incidents,
                                          std::span<const Document> documents, std::shared_ptr<const BaseMap> baseMap);

} // namespace dateline
