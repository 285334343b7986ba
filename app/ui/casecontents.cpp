#include "ui/casecontents.h"

namespace dateline
{

Result<OpenedCase> withContents(Result<std::unique_ptr<Case>> file)
{
    if (!file)
        return std::unexpected(std::move(file.error()));
    Result<IncidentColumns> columns = (*file)->columns();
    if (!columns)
        return std::unexpected(std::move(columns.error()));
    Result<std::vector<DocumentSummary>> documents = (*file)->documents();
    if (!documents)
        return std::unexpected(std::move(documents.error()));
    std::vector<std::uint32_t> order = orderByDay(*columns);
    return OpenedCase{std::move(*file), {std::move(*columns), std::move(order), std::move(*documents)}};
}

} // namespace dateline
