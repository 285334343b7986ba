#pragma once

#include "tables/tablestext.h"

#include "base/result.h"

namespace dateline
{

/// Why a file cannot be read, in one sentence in which %1 is its name.
[[nodiscard]] inline std::unexpected<Error> refusedFile(Error::Kind kind, const char *text, const QString &name)
{
    return failure(kind, TablesText::tr(text).arg(name), name);
}

} // namespace dateline
