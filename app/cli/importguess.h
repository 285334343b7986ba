#pragma once

#include "cli/importoptions.h"

namespace dateline
{

/// How the tables at @p path are brought in: as they were asked for, with saved mappings that fit, or as their columns
/// seem to be if that may be taken. Shows the guess on stdout.
///
/// Errors: those of tablesIn(); Unsupported for a guess that leaves something open or was not asked for.
[[nodiscard]] Result<ImportOptions> mappedOptions(const QString &path, const ImportAsked &asked);

} // namespace dateline
