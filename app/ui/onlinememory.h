#pragma once

#include "casefile/case.h"
#include "online/onlinesource.h"

#include <QSet>

namespace dateline
{

/// The sources that the user has added on this computer.
[[nodiscard]] std::vector<OnlineSource> addedOnlineSources();
void rememberOnlineSources(const std::vector<OnlineSource> &sources);

/// The ids of what was on when @p openCase was last open here.
///
/// It is kept among the settings of this computer and never in the case, so that opening somebody else's case reaches for
/// nothing; another case under the same path begins with nothing on, as does a copy of this one.
[[nodiscard]] QSet<QString> onlineIn(const Case &openCase);
void rememberOnline(const Case &openCase, const QSet<QString> &ids);

} // namespace dateline
