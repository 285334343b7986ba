#pragma once

#include "casefile/database.h"
#include "casefile/mergecase.h"

#include <memory>
#include <type_traits>

namespace dateline
{

/// What @p read finds in the case file at @p path, beside whoever has it open; in any thread.
///
/// Errors: those of openCase(), and what reading met.
template<typename Read>
[[nodiscard]] Result<std::invoke_result_t<Read, Database &>> readBeside(const QString &path, const Read &read)
{
    const Result<std::unique_ptr<Database>> database = openToRead(path, Newer::Read);
    if (!database)
        return std::unexpected(database.error());
    return (*database)->checked(read(**database));
}

} // namespace dateline
