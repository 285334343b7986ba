#pragma once

#include "base/result.h"
#include "casefile/database.h"

#include <memory>

namespace dateline
{

/// A case file as it lies there, with the schema that it names.
struct FileAsItIs
{
    std::unique_ptr<Database> database;
    int schema = 0;
};

/// Opens the case file at @p path for reading only: not migrated, and with whatever damage it has.
///
/// Errors: as openCase() for what cannot be read as a case at all.
[[nodiscard]] Result<FileAsItIs> openAsItIs(const QString &path);

} // namespace dateline
