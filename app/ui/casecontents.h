#pragma once

#include "casefile/case.h"

namespace dateline
{

/// What the window shows of a case at first, read in one go.
struct CaseContents
{
    IncidentColumns columns;
    std::vector<std::uint32_t> order; ///< As orderByDay() says.
    std::vector<DocumentSummary> documents;
};

/// A case that was opened, with what it holds.
struct OpenedCase
{
    std::unique_ptr<Case> file;
    CaseContents contents;
};

/// So many incidents are read one by one after a step; reading all anew takes less time than more of them.
inline constexpr std::size_t mostReadSingly = 100;

/// Reads the incidents of @p file, in any thread.
[[nodiscard]] Result<CaseContents> incidentContents(const Case &file);

/// Reads what @p file holds, in any thread.
[[nodiscard]] Result<OpenedCase> withContents(Result<std::unique_ptr<Case>> file);

} // namespace dateline
