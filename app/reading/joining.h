#pragma once

#include "reading/readtext.h"
#include "reading/reports.h"

#include <vector>

namespace dateline
{

/// Joins what several clauses report of one event into one proposal; a list of places gives one proposal a place.
[[nodiscard]] std::vector<Proposal> proposalsFrom(const Findings &findings, const Document &document,
                                                  const std::vector<Report> &reports, const WhereFrom &whereFrom);

} // namespace dateline
