#include "ui/casecontents.h"

namespace dateline
{

Result<CaseContents> incidentContents(const Case &file)
{
    Result<IncidentColumns> columns = file.columns();
    if (!columns)
        return std::unexpected(std::move(columns.error()));
    std::vector<std::uint32_t> order = orderByDay(*columns);
    return CaseContents{std::move(*columns), std::move(order), {}};
}

Result<OpenedCase> withContents(Result<std::unique_ptr<Case>> file)
{
    if (!file)
        return std::unexpected(std::move(file.error()));
    Result<CaseContents> contents = incidentContents(**file);
    if (!contents)
        return std::unexpected(std::move(contents.error()));
    Result<std::vector<DocumentSummary>> documents = (*file)->documents();
    if (!documents)
        return std::unexpected(std::move(documents.error()));
    contents->documents = std::move(*documents);
    return OpenedCase{std::move(*file), std::move(*contents)};
}

} // namespace dateline
