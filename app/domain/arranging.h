#pragma once

#include "domain/change.h"
#include "domain/proposal.h"

#include <vector>

namespace dateline
{

/// @p first and @p second as one incident with the claims of both; what the first does not say, the second does.
///
/// Both are of one document. The key is the first's.
[[nodiscard]] Proposal joined(const Proposal &first, const Proposal &second);

/// An incident for each of the claims of @p proposal; each keeps the rest of it. Itself alone if it has only one.
///
/// The keys are the proposal's with “/1”, “/2” … after it.
[[nodiscard]] std::vector<Proposal> splitByClaims(const Proposal &proposal);

/// An incident for each of the places that @p proposal may mean, by the places' names; each keeps the rest of it.
[[nodiscard]] std::vector<Proposal> splitByPlaces(const Proposal &proposal);

/// How many incidents splitByPlaces() makes.
[[nodiscard]] int placesToSplit(const Proposal &proposal);

/// The Change that ties the words of @p proposal to @p known, which stays as it is, and marks it as accepted.
[[nodiscard]] Change acceptIntoChange(DocumentId document, const Proposal &proposal, const Incident &known);

/// All of @p changes as one step called @p label: the rows that each makes are kept apart.
[[nodiscard]] Change inOneStep(QString label, std::vector<Change> changes);

} // namespace dateline
