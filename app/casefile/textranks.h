#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QString>

#include <utility>
#include <vector>

namespace dateline
{

enum class IncidentText : std::uint8_t { Title, Place };

/// Where each incident's title, or its place's name, comes among those of all, as people sort them: case ignored, 9
/// before 10. By ascending id; equal for equal texts; without those that have none.
///
/// Of the case file at @p path, read beside whoever has it open; in any thread. Errors: those of openCase().
[[nodiscard]] Result<std::vector<std::pair<IncidentId, std::uint32_t>>> textRanksIn(const QString &path,
                                                                                    IncidentText text);

} // namespace dateline
