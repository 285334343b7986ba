#pragma once

#include "casefile/case.h"

#include <QString>

namespace dateline
{

/// The report that the tests' case rests on, in the tests' own words.
[[nodiscard]] QString reportText();

/// Makes a case at @p path with one report and two incidents: near Goris with two quotes, and one without a place.
[[nodiscard]] Result<void> makeTestCase(const QString &path);

} // namespace dateline
