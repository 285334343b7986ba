#pragma once

#include "casefile/verify.h"

#include <QJsonObject>

namespace dateline
{

/// The report on a check, for people: plain text in lines of at most 100 characters.
[[nodiscard]] QString reportText(const Verification &verification);

/// The same as data.
[[nodiscard]] QJsonObject reportJson(const Verification &verification);

/// Where @p finding is and what it is, in one line without what could change how a line is shown.
[[nodiscard]] QString findingText(const Finding &finding);

/// What the check comes to, in one sentence.
[[nodiscard]] QString verdictText(const Verification &verification);

} // namespace dateline
