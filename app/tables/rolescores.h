#pragma once

#include "tables/columnfacts.h"

namespace dateline
{

/// How well a column of this @p name with these @p facts goes with @p role; 0: it does not.
///
/// What stands in a column overrules its name: a “date” of names is none.
[[nodiscard]] int roleScore(const QString &name, const ColumnFacts &facts, Role role);

} // namespace dateline
