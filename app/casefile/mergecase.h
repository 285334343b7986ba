#pragma once

#include "casefile/merge.h"

#include <memory>

namespace dateline
{

class Database;

/// The case at @p path, only to be read; an older one as a migrated copy without a name.
///
/// Errors: as openCase(), and Unsupported for a newer one, of which something would be overlooked.
[[nodiscard]] Result<std::unique_ptr<Database>> openToRead(const QString &path);

/// Merges the case at @p otherPath into the open case at @p path, inside the caller's transaction.
///
/// @returns what was brought, with each conflict's choice; @p changed tells what that touched.
[[nodiscard]] Result<MergePlan> mergeInto(Database &ours, const QString &path, const QString &otherPath,
                                          const MergeDecisions &decisions, Changed &changed);

} // namespace dateline
