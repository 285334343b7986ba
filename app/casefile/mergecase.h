#pragma once

#include "casefile/merge.h"

#include <memory>

namespace dateline
{

class Database;

enum class Newer : std::uint8_t { Refuse, Read };

/// The case at @p path, only to be read; an older one as a migrated copy without a name.
///
/// Errors: as openCase(), and Unsupported for a newer one where something of it would be overlooked.
[[nodiscard]] Result<std::unique_ptr<Database>> openToRead(const QString &path, Newer newer = Newer::Refuse);

/// Merges the case at @p otherPath into the open case at @p path, inside the caller's transaction.
///
/// @returns what was brought, with each conflict's choice; @p changed tells what that touched.
[[nodiscard]] Result<MergePlan> mergeInto(Database &ours, const QString &path, const QString &otherPath,
                                          const MergeDecisions &decisions, Changed &changed);

} // namespace dateline
