#pragma once

#include "exchange/formats.h"

namespace dateline
{

/// Writes the incidents as a KML document to @p path.
///
/// @param withIcons pins have the symbols of the kinds: icons/kind-0.png … beside the document.
[[nodiscard]] Result<void> writeKmlDocument(ExportJob &job, const QString &path, bool withIcons);

} // namespace dateline
