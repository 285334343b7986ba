#pragma once

#include "tables/mapping.h"

namespace dateline
{

// Mappings that a person has saved by name, each a file in the user's data folder.

/// Those that can be read, by name.
[[nodiscard]] std::vector<MappingPtr> savedMappings();

/// Saves @p mapping under its name, in place of what has that name. Errors: Unwritable.
[[nodiscard]] Result<void> saveMapping(const Mapping &mapping);

/// Those that can know a table by the names of its columns, the one with the most columns first, so that the first that
/// fits is the one that fits best.
[[nodiscard]] std::vector<MappingPtr> savedToTry();

} // namespace dateline
